import { gsmParts, inGsmAlphabet } from "./gsm";
import { frighteningWords, speaksOfDebt } from "./wording";

/** The messages and letters whose words a corporation can make its own. */
export const TEXT_KINDS = [
  "sms-call-back",
  "written-reminder",
  "check-transfer",
  "confirm-promise",
  "confirm-arrangement",
  "announce-visit",
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];
export type LetterKind = Exclude<TextKind, "sms-call-back">;

/** Words as they are written: a letter has a title; its paragraphs stand apart by an empty line. */
export interface Text {
  readonly title: string | null;
  readonly body: string;
}

interface Kind {
  /** What may stand between braces. */
  readonly places: readonly string[];
  /** What has to stand in it: places, or words that the law or decency asks for. */
  readonly needs: readonly string[];
  /** The place that is a table, alone in its paragraph. */
  readonly table: string | null;
  readonly first: Text;
}

/** A text message of more parts is read by nobody. */
export const MOST_SMS_PARTS = 2;
const PARAGRAPH = "\n\n";

/**
 * Each kind with its places and the words it starts with. A jurist and the tenants' council read these before use. The reminder offers
 * help, points to the municipality and says how to object to that (Besluit gemeentelijke schuldhulpverlening art. 2), and costs nothing.
 */
export const TEXTS: Readonly<Record<TextKind, Kind>> = {
  "sms-call-back": {
    places: ["groet", "naam", "voornaam", "corporatie", "nummer"],
    needs: ["{nummer}"],
    table: null,
    first: {
      title: null,
      body: "{groet} {naam}, met {voornaam} van {corporatie}. Wilt u mij bellen? {nummer}, werkdagen 9-16 uur. Twijfelt u? Bel het nummer in uw huurcontract.",
    },
  },
  "written-reminder": {
    places: ["waarom", "posten", "kenmerk", "bereik"],
    needs: ["{posten}", "{bereik}", "gemeente", "Wilt u niet dat wij uw gegevens", "kost u niets"],
    table: "posten",
    first: {
      title: "Uw huur is nog niet binnen",
      body: [
        "{waarom}",
        "{posten}",
        "Hebt u de laatste dagen betaald? Dan hoeft u niets te doen.",
        "Kunt u het bedrag betalen? Maak het dan over zoals u gewend bent{kenmerk}.",
        "Lukt betalen nu niet? Bel ons: {bereik}. Wij denken graag mee. Betalen in delen kan ook.",
        "Deze brief kost u niets.",
        "Wilt u hulp met geld? De gemeente helpt gratis. Horen wij niets van u, dan vragen wij de gemeente om contact met u op te nemen. Wilt u niet dat wij uw gegevens aan de gemeente geven? Laat het ons weten, dan doen wij dat niet.",
        "Klopt er iets niet? Bel of schrijf ons, dan zoeken wij het uit.",
      ].join(PARAGRAPH),
    },
  },
  "check-transfer": {
    places: ["huur", "vanaf", "betaald", "kenmerk", "bereik"],
    needs: ["{huur}", "{vanaf}", "{bereik}"],
    table: null,
    first: {
      title: "Wilt u uw overboeking aanpassen?",
      body: [
        "Sinds {vanaf} is uw huur {huur} per maand. Wij ontvingen de laatste keer {betaald}.",
        "Wilt u het bedrag in uw overboeking aanpassen{kenmerk}? Gaat het vanzelf, dan past u het aan bij uw bank.",
        "Lukt dat niet, of hebt u hulp nodig? Bel ons: {bereik}. Wij helpen u graag.",
        "Klopt er iets niet? Bel of schrijf ons, dan zoeken wij het uit.",
      ].join(PARAGRAPH),
    },
  },
  "confirm-promise": {
    places: ["bedrag", "dag", "kenmerk", "bereik"],
    needs: ["{bedrag}", "{dag}", "{bereik}"],
    table: null,
    first: {
      title: "Wat wij hebben afgesproken",
      body: [
        "Fijn dat wij elkaar spraken. U betaalt {bedrag} op {dag}{kenmerk}.",
        "Lukt het toch niet? Bel ons dan op tijd: {bereik}. Dan zoeken wij samen een andere dag.",
        "Klopt dit niet? Bel of schrijf ons, dan passen wij het aan.",
      ].join(PARAGRAPH),
    },
  },
  "confirm-arrangement": {
    places: ["termijnen", "kenmerk", "bereik"],
    needs: ["{termijnen}", "{bereik}"],
    table: "termijnen",
    first: {
      title: "Uw regeling",
      body: [
        "Fijn dat wij elkaar spraken. Naast uw gewone huur betaalt u in delen{kenmerk}:",
        "{termijnen}",
        "De regeling kost u niets. Houdt u zich eraan, dan doen wij verder niets.",
        "Lukt een termijn toch niet? Bel ons dan op tijd: {bereik}. Dan zoeken wij samen iets anders.",
        "Klopt dit niet? Bel of schrijf ons, dan passen wij het aan.",
      ].join(PARAGRAPH),
    },
  },
  "announce-visit": {
    places: ["wie", "dag", "moment", "bereik"],
    needs: ["{wie}", "{dag}", "{moment}", "{bereik}"],
    table: null,
    first: {
      title: "Wij komen graag bij u langs",
      body: [
        "Op {dag}, {moment}, komt {wie} van ons bij u langs. Wij willen graag horen hoe het met u gaat, en of wij u ergens mee kunnen helpen.",
        "{wie} laat aan de deur een pasje zien. Twijfelt u? Bel ons dan eerst.",
        "U mag er iemand bij vragen, uw dochter of een buurman.",
        "Komt het niet uit, of wilt u dit liever niet? Bel ons: {bereik}. Dan zoeken wij samen een ander moment.",
      ].join(PARAGRAPH),
    },
  },
};

/** What is wrong with words: a code of `contact.text.*` with what it is about. */
export interface TextProblem {
  readonly code:
    | "unknown-place"
    | "missing"
    | "frightening"
    | "debt"
    | "too-long"
    | "table-alone"
    | "table-twice"
    | "places-in-title"
    | "no-title";
  readonly about: string;
}

/** The names between braces, in order, as often as they stand there. */
export const placesIn = (text: string): string[] => [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = ""]) => name);
const withoutPlaces = (text: string) => text.replace(/\{[^{}\n]*\}/g, "…");

/** The paragraphs of a letter, in order; an empty line parts them. */
export const paragraphsOf = (body: string): string[] =>
  body
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim())
    .filter((paragraph) => paragraph !== "");

/** Everything that stands in the way of using these words; nothing when they may be used. */
export function problemsOf(kind: TextKind, { title, body }: Text): TextProblem[] {
  const { places, needs, table } = TEXTS[kind];
  const problems: TextProblem[] = [];
  const whole = `${title ?? ""}\n${body}`;
  for (const place of new Set(placesIn(whole)))
    if (!places.includes(place)) problems.push({ code: "unknown-place", about: `{${place}}` });
  for (const need of needs) if (!body.includes(need)) problems.push({ code: "missing", about: need });
  for (const word of frighteningWords(withoutPlaces(whole))) problems.push({ code: "frightening", about: word });
  if (table !== null && body.includes(`{${table}}`) && !paragraphsOf(body).includes(`{${table}}`))
    problems.push({ code: "table-alone", about: `{${table}}` });
  if (table !== null && body.split(`{${table}}`).length > 2) problems.push({ code: "table-twice", about: `{${table}}` });
  const [inTitle] = placesIn(title ?? "");
  if (inTitle !== undefined) problems.push({ code: "places-in-title", about: `{${inTitle}}` });
  // What somebody else may read too says nothing of debt.
  const open = kind === "sms-call-back" || kind === "announce-visit";
  if (open && speaksOfDebt(inGsmAlphabet(withoutPlaces(whole)))) problems.push({ code: "debt", about: "" });
  if (kind === "sms-call-back") {
    // With short values: a long name is told when the message itself is made.
    if (gsmParts(inGsmAlphabet(withoutPlaces(body))) > MOST_SMS_PARTS) problems.push({ code: "too-long", about: "" });
  } else if (!title?.trim()) problems.push({ code: "no-title", about: "" });
  return problems;
}

/** The words with their values; refused when a place has none, naming it. */
export function filled(
  text: string,
  values: Readonly<Record<string, string>>,
): { readonly text: string; readonly missing: string | null } {
  let missing: string | null = null;
  const whole = text.replace(/\{([^{}\n]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) missing ??= name;
    return value ?? "";
  });
  return { text: whole, missing };
}
