import { formatDay, formatEuro, formatMonth } from "@/lib/i18n/format";
import type { PartOfDay } from "@/lib/kernel/calendar";
import type { Day, Month } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { filled, type LetterKind, paragraphsOf, TEXTS, type Text } from "../domain/texts";

/** From whom a letter is and to whom; texts, and the day. */
export interface Envelope {
  readonly corporation: string;
  /** Under the name of the corporation: its address, its site. */
  readonly letterhead: readonly string[];
  readonly teamNumber: string;
  readonly hours: string;
  /** The colleague who signs it. */
  readonly sender: string;
  readonly day: Day;
  /** Whom it is to, as on an envelope and as one says it: `Mw. A. Jansen`, `mevrouw Jansen`. */
  readonly name: string;
  readonly spoken: string;
  /** `Kadeweg 12-B`, `3011 AB`, `Rotterdam`. */
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly number: string;
  readonly reference: string | null;
}

/** What each kind of letter is about; amounts in cents, days as days. */
export type About =
  | {
      readonly kind: "written-reminder";
      readonly byDirectDebit: boolean;
      readonly charges: readonly { readonly category: string; readonly month: Month; readonly cents: bigint }[];
    }
  | { readonly kind: "check-transfer"; readonly rent: bigint; readonly since: Day; readonly paid: bigint }
  | { readonly kind: "confirm-promise"; readonly cents: bigint; readonly day: Day }
  | {
      readonly kind: "announce-visit";
      readonly day: Day;
      readonly part: PartOfDay;
      readonly at: string | null;
      readonly who: string;
    }
  | { readonly kind: "confirm-arrangement"; readonly terms: readonly { readonly day: Day; readonly cents: bigint }[] };

/** The letter as its page shows it; plain text everywhere. */
export interface LetterPage {
  readonly title: string;
  readonly corporation: string;
  readonly letterhead: readonly string[];
  readonly address: readonly string[];
  readonly place: string;
  readonly day: string;
  readonly number: string;
  readonly greeting: string;
  readonly before: readonly string[];
  /** Names of the two columns; rows and total are empty in a letter without a table. */
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [what: string, amount: string])[];
  readonly total: string;
  readonly after: readonly string[];
  readonly sender: string;
  readonly reach: string;
}

const CATEGORIES: Readonly<Record<string, string>> = {
  rent: "Huur",
  service: "Servicekosten",
  heating: "Stookkosten",
  settlement: "Jaarlijkse afrekening",
  costs: "Kosten",
};
const PARTS: Readonly<Record<PartOfDay, string>> = {
  morning: "in de ochtend",
  afternoon: "in de middag",
  evening: "in de avond",
};
const day = (of: Day) => formatDay(of, "full", "nl");
const sum = (rows: readonly { readonly cents: bigint }[]) => formatEuro(rows.reduce((total, { cents }) => total + cents, 0n));

type Table = Pick<LetterPage, "head" | "rows" | "total">;
const NO_TABLE: Table = { head: ["", ""], rows: [], total: "" };

/** What stands for the places of each kind, and its table. */
function contentOf(about: About): { readonly values: Readonly<Record<string, string>>; readonly table: Table } {
  switch (about.kind) {
    case "written-reminder":
      return {
        values: {
          waarom: about.byDirectDebit
            ? "Wij schrijven uw huur automatisch af. Dat is niet gelukt, of het bedrag is teruggeboekt. Dit staat nog open:"
            : "Wij hebben nog niet alles van u ontvangen. Dit staat nog open:",
        },
        table: {
          head: ["Waarvoor", "Bedrag"],
          rows: about.charges.map(({ category, month, cents }) => [
            `${CATEGORIES[category] ?? "Overig"} ${formatMonth(month, "long", "nl")}`,
            formatEuro(cents),
          ]),
          total: sum(about.charges),
        },
      };
    case "check-transfer":
      return {
        values: { huur: formatEuro(about.rent), vanaf: day(about.since), betaald: formatEuro(about.paid) },
        table: NO_TABLE,
      };
    case "confirm-promise":
      return { values: { bedrag: formatEuro(about.cents), dag: day(about.day) }, table: NO_TABLE };
    case "announce-visit":
      return {
        values: { dag: day(about.day), moment: about.at ? `om ${about.at} uur` : PARTS[about.part], wie: about.who },
        table: NO_TABLE,
      };
    case "confirm-arrangement":
      return {
        values: {},
        table: {
          head: ["Op", "Bedrag"],
          rows: about.terms.map((term) => [day(term.day), formatEuro(term.cents)]),
          total: sum(about.terms),
        },
      };
  }
}

/**
 * A letter in the words of `text`, always in Dutch and never with costs. Refused when something is missing that would leave a gap, or
 * when nothing is open (of a reminder) or agreed.
 */
export function letterPage(
  envelope: Envelope,
  about: About,
  text: Text = TEXTS[about.kind].first,
): Outcome<LetterPage, "template-incomplete" | "nothing-open"> {
  const needed = ["corporation", "teamNumber", "sender", "name", "street", "city"] as const;
  const missing = needed.find((key) => envelope[key].trim() === "");
  if (missing) return refused("template-incomplete", { missing });
  const { values, table } = contentOf(about);
  if (tableOf(about.kind) !== null && table.rows.length === 0) return refused("nothing-open");
  const { teamNumber, hours, reference } = envelope;
  const reach = hours.trim() === "" ? teamNumber : `${teamNumber} (${hours})`;
  const all = { ...values, bereik: reach, kenmerk: reference ? `, met kenmerk ${reference}` : "" };
  const paragraphs = paragraphsOf(text.body);
  const at = paragraphs.indexOf(`{${tableOf(about.kind)}}`);
  const words = paragraphs.map((paragraph, index) => (index === at ? { text: "", missing: null } : filled(paragraph, all)));
  const gap = words.find((one) => one.missing !== null)?.missing;
  if (gap) return refused("template-incomplete", { missing: "other" });
  const said = words.map((one) => one.text);
  const { corporation, letterhead, sender, number, city } = envelope;
  return done({
    title: text.title ?? "",
    corporation,
    letterhead,
    address: [envelope.name, envelope.street, [envelope.postcode, city].filter(Boolean).join("  ")],
    place: city,
    day: day(envelope.day),
    number,
    greeting: `Beste ${envelope.spoken},`,
    before: at < 0 ? said : said.slice(0, at),
    ...(at < 0 ? NO_TABLE : table),
    after: at < 0 ? [] : said.slice(at + 1),
    sender,
    reach,
  });
}

const tableOf = (kind: LetterKind): string | null => TEXTS[kind].table;
