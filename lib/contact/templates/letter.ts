import { formatDay, formatEuro, formatMonth } from "@/lib/i18n/format";
import type { Day, Month } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";

/** What the reminder says something about. Amounts in cents; days as days. */
export interface LetterValues {
  readonly corporation: string;
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
  readonly byDirectDebit: boolean;
  readonly charges: readonly { readonly category: string; readonly month: Month; readonly cents: bigint }[];
}

/** The letter as its page shows it; plain text everywhere. */
export interface LetterPage {
  readonly title: string;
  readonly corporation: string;
  readonly address: readonly string[];
  readonly place: string;
  readonly day: string;
  readonly number: string;
  readonly greeting: string;
  readonly before: readonly string[];
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

/**
 * The written reminder, always in Dutch and never with costs. It says what is open, offers help, points to the municipality and says how
 * to object to that (Besluit gemeentelijke schuldhulpverlening art. 2: a landlord points at help in writing, and shares nothing against
 * an objection). Refused when something is missing that would leave a gap, or when nothing is open.
 */
export function letterPage(values: LetterValues): Outcome<LetterPage, "template-incomplete" | "nothing-open"> {
  const needed = ["corporation", "teamNumber", "sender", "name", "street", "city"] as const;
  const missing = needed.find((key) => values[key].trim() === "");
  if (missing) return refused("template-incomplete", { missing });
  if (values.charges.length === 0) return refused("nothing-open");
  const { corporation, teamNumber, hours, charges, reference } = values;
  const total = charges.reduce((sum, { cents }) => sum + cents, 0n);
  const reach = hours.trim() === "" ? teamNumber : `${teamNumber} (${hours})`;
  return done({
    title: "Uw huur is nog niet binnen",
    corporation,
    address: [values.name, values.street, [values.postcode, values.city].filter(Boolean).join("  ")],
    place: values.city,
    day: formatDay(values.day, "full", "nl"),
    number: values.number,
    greeting: `Beste ${values.spoken},`,
    before: [
      values.byDirectDebit
        ? "Wij schrijven uw huur automatisch af. Dat is niet gelukt, of het bedrag is teruggeboekt. Dit staat nog open:"
        : "Wij hebben nog niet alles van u ontvangen. Dit staat nog open:",
    ],
    rows: charges.map(({ category, month, cents }) => [
      `${CATEGORIES[category] ?? "Overig"} ${formatMonth(month, "long", "nl")}`,
      formatEuro(cents),
    ]),
    total: formatEuro(total),
    after: [
      "Hebt u de laatste dagen betaald? Dan hoeft u niets te doen.",
      `Kunt u het bedrag betalen? Maak het dan over zoals u gewend bent${reference ? `, met kenmerk ${reference}` : ""}.`,
      `Lukt betalen nu niet? Bel ons: ${reach}. Wij denken graag mee. Betalen in delen kan ook.`,
      "Deze brief kost u niets.",
      "Wilt u hulp met geld? De gemeente helpt gratis. Horen wij niets van u, dan vragen wij de gemeente om contact met u op te nemen. Wilt u niet dat wij uw gegevens aan de gemeente geven? Laat het ons weten, dan doen wij dat niet.",
      "Klopt er iets niet? Bel of schrijf ons, dan zoeken wij het uit.",
    ],
    sender: values.sender,
    reach,
  });
}
