import { isValidIBAN } from "ibantools";
import { real } from "./camt-payment";
import { isInWords, joined, wordsIn } from "./mt940-words";

/** What field 86 and the lines under field 61 tell about a booking. */
export interface Info {
  readonly reference: string | null;
  readonly endToEnd: string | null;
  readonly remittance: string | null;
  readonly counterparty: string | null;
  readonly iban: string | null;
  readonly returnReason: string | null;
  /** The bank's own code, when the words have one. */
  readonly code: string | null;
  /** One amount for a batch of our own. */
  readonly isBatch: boolean;
  readonly batchId: string | null;
  /** Everything as written, to look for what words say. */
  readonly text: string;
}

const NOTHING: Info = {
  reference: null,
  endToEnd: null,
  remittance: null,
  counterparty: null,
  iban: null,
  returnReason: null,
  code: null,
  isBatch: false,
  batchId: null,
  text: "",
};

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();
const given = (text: string | undefined): string | null => (text === undefined || squeezed(text) === "" ? null : squeezed(text));
/** An account within a text. A Dutch one is known by its form alone: a wrong check digit is no reason not to see it. */
const ibanIn = (text: string): string | null =>
  (text.toUpperCase().match(/\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g) ?? []).find(
    (found) => /^NL\d{2}[A-Z]{4}\d{10}$/.test(found) || isValidIBAN(found),
  ) ?? null;
const asIban = (text: string | undefined): string | null => {
  const plain = text?.replace(/\s/g, "").toUpperCase() ?? "";
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) ? plain : null;
};
const BATCH = /\b(?:TOTAAL\s+\d+\s+(?:VZ|IC|POSTEN)|VERZAMEL(?:INCASSO|BETALING|\s+EURO)|INCASSOBATCH|BATCH)/i;

/** A payment reference in its own place within the remittance; the words around it differ by bank. */
const STRUCTURED = [
  /^STRD\/(?:[A-Z]{2,4}\/)?([0-9A-Z ]{2,35})$/,
  /(?:^|\/)CDTRREF\/+([0-9A-Z ]{2,35})/,
  /ISSUER:\s*\w+\s+REF:\s*([0-9A-Z]{2,35})/i,
  /^\/?(?:CUR|SCOR)\/([0-9A-Z]{2,35})$/,
];

function remittanceOf(text: string | undefined): { reference: string | null; remittance: string | null } {
  const plain = (text ?? "").replace(/^\/*(?:USTD\/+)?/, "");
  const found = STRUCTURED.map((shape) => shape.exec(plain)?.[1]).find((it) => it !== undefined);
  return { reference: found === undefined ? null : given(found), remittance: found === undefined ? given(plain) : null };
}

/** ING, ABN AMRO, Rabobank, Knab and others: words between slashes. */
function inWords(text: string, supplement: string): Info {
  const words = wordsIn(text);
  // `account/bic/name/city`; a slash after E, EN or C belongs to the name: E/O, EN/OF, C/O.
  const told =
    words.get("CNTP") ?? [words.get("ORDP"), words.get("BENM")].find((it) => it?.includes("/") && !it.startsWith("/")) ?? "";
  const [account, bic, name] = told.split(/(?<!\/(?:[^/]*\s)?(?:E|EN|C))\//i);
  const { reference, remittance } = remittanceOf(words.get("REMI"));
  const party = words.get("NAME")?.replace(/\/(?:ID|ADDR)\/.*$/s, "");
  const iban =
    asIban(words.get("IBAN")) ?? asIban(account) ?? asIban(words.get("ACCW")?.split(",")[0]) ?? asIban(supplement.split("\n")[0]);
  const isNamed = words.has("EREF") || words.has("NAME") || told !== "" || words.has("IBAN");
  return {
    reference,
    remittance,
    endToEnd: real(given(words.get("EREF"))),
    counterparty: given(name) ?? given(party) ?? (account && !bic ? given(told.replace(/^[^/]*\/*/, "")) : null),
    iban,
    returnReason: given(words.get("RTRN")?.split("/")[0]),
    code: given(words.get("TRCD")),
    batchId: given(words.get("PREF")),
    isBatch: (words.has("PREF") && !isNamed) || BATCH.test(words.get("REMI") ?? ""),
    text: squeezed(text),
  };
}

const LABELS =
  "IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\\.|MACHTIGING|MACHTIGINGSKENMERK|INCASSANT|ID DEBITEUR|ID CREDITEUR|REDEN|REDEN RETOUR|VOOR|UITERSTE UITVOERDATUM|REK|DATUM";
const LABEL = new RegExp(`(?:^|[\\s/])(${LABELS}):`, "g");

/** ABN AMRO and Knab: Dutch labels, in columns or one after the other. */
function labelled(text: string, supplement: string): Info | null {
  const found = [...text.matchAll(LABEL)];
  if (!found.some((match) => /^(?:IBAN|NAAM|REK|BETALINGSKENM\.)$/.test(match[1] ?? ""))) return null;
  const said = new Map<string, string>();
  found.forEach((match, index) => {
    const value = given(text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length).replace(/\/\s*$/, ""));
    if (value !== null && !said.has(match[1] ?? "")) said.set(match[1] ?? "", value);
  });
  const before = given(text.slice(0, found[0]?.index ?? 0));
  // In columns the bank begins with the kind of booking.
  const plain = /^(?:SEPA|IDEAL)\b/i.test(before ?? "") ? null : before;
  return {
    ...NOTHING,
    reference: /^\d(?: *\d){6,15}(?!\d)|^\S+/.exec(said.get("BETALINGSKENM.") ?? "")?.[0].replace(/\s/g, "") ?? null,
    endToEnd: real(said.get("KENMERK") ?? null),
    remittance: said.get("OMSCHRIJVING") ?? plain,
    counterparty: said.get("NAAM") ?? null,
    iban: asIban(said.get("IBAN")?.split(" ")[0]) ?? asIban(said.get("REK")?.split(" ")[0]) ?? asIban(supplement.split("\n")[0]),
    returnReason: given((said.get("REDEN RETOUR") ?? said.get("REDEN"))?.split(" ")[0]),
    isBatch: BATCH.test(text),
    text: squeezed(text),
  };
}

/** Words with which a text begins, not a name. */
const TEXT_WORD =
  /^(?:(?:KALE|MAAND)?HUUR\w*|RENT|KENMERK|BETALING\w*|BETREFT|OMSCHRIJVING|INZ|INZAKE|FACTUUR\w*|NOTA|CONTRACT\w*|TERMIJN\w*|WONING|SERVICEKOSTEN|WAARBORG\w*|BORG|STORNO\w*|INCASSO|JAN(?:UARI)?|FEB(?:RUARI)?|MAART|MRT|APRIL|MEI|JUNI|JULI|AUG(?:USTUS)?|SEPT?(?:EMBER)?|OKT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)[.,:;]?$|\d/i;

/** The name where a text follows it without any sign between: up to the first word that no name has, the first word being a name. */
function nameBefore(text: string | undefined): string | null {
  const words = text?.trim().split(/(?<=\S)\s+/) ?? [];
  const end = words.findIndex((word, index) => index > 0 && TEXT_WORD.test(word));
  return given((end > 0 ? words.slice(0, end) : words).join(" "));
}

/** Triodos and others: numbered parts of 27 signs, `>20 … >21 …` or `?20 … ?21 …`. */
function numbered(lines: readonly string[]): Info | null {
  const text = lines.join("");
  const sign = /^\d{3}([>?])/.exec(text)?.[1];
  if (sign === undefined) return null;
  const parts = text
    .split(sign)
    .slice(1)
    .map((part) => ({ number: Number(part.slice(0, 2)), text: part.slice(2) }));
  const at = (from: number, to: number) => parts.filter((part) => part.number >= from && part.number <= to);
  const join = (some: readonly { text: string }[]) => given(some.map((part) => part.text).join(""));
  const ibanAt = at(20, 29).findIndex((part) => asIban(part.text.trim()) !== null);
  const account = sign === "?" ? asIban(join(at(31, 31)) ?? "") : (at(20, 29)[ibanAt]?.text.trim() ?? null);
  // The account and the bank before it are no text; the first part after them begins with the name.
  const body = ibanAt >= 0 ? at(20, 29).slice(ibanAt + 1) : at(20, 29);
  const said = join([...body, ...at(60, 63)]);
  const words = /EREF\+(.*?)(?=[A-Z]{4}\+|$)/.exec(said ?? "")?.[1];
  return {
    ...NOTHING,
    endToEnd: real(given(words)),
    remittance: given(/SVWZ\+(.*)$/.exec(said ?? "")?.[1]) ?? said,
    counterparty: sign === "?" ? join(at(32, 33)) : nameBefore(body[0]?.text),
    iban: account,
    isBatch: BATCH.test(said ?? ""),
    text: squeezed(text),
  };
}

/** SNS, ASN and RegioBank: account and name on the first line, the text in lines of 65 after it. */
function accountFirst(lines: readonly string[], supplement: string): Info | null {
  const match = /^([A-Z]{2}\d{2}[A-Z0-9]{11,30})\s+(.*)$/i.exec(lines[0]?.trim() ?? "");
  if (!match) return null;
  const body = joined(lines.slice(1).map((line) => (line.trim() === "" ? "" : line)));
  const nested =
    body.includes("/TRTP/") || isInWords(body) ? inWords(body.slice(Math.max(0, body.indexOf("/"))), supplement) : null;
  return {
    ...(nested ?? NOTHING),
    remittance: nested?.remittance ?? given(body),
    counterparty: given(match[2]?.replace(/\s*\/.*$/, "")) ?? given(supplement.split("\n")[0]),
    iban: asIban(match[1]),
    isBatch: BATCH.test(body),
    text: squeezed(lines.join(" ")),
  };
}

/** Older files: whatever the bank wrote. The account is found wherever it stands; the name after the bank's code. */
function free(text: string, supplement: string): Info {
  const iban = ibanIn(text) ?? ibanIn(supplement);
  const named = /\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s+([^\n]+)/.exec(text)?.[1];
  const beside = supplement
    .split("\n")
    .find((line) => /[A-Za-z]{2}/.test(line) && !line.startsWith("/") && asIban(line) === null);
  const label = /BETALINGSKENM(?:ERK)?\.?:?\s+(\d(?: *\d){6,15})(?!\d)/i.exec(text)?.[1];
  return {
    ...NOTHING,
    reference: label === undefined ? null : label.replace(/\s/g, ""),
    remittance: given(text),
    counterparty: given(beside) ?? (iban === null ? null : given(named)),
    iban,
    isBatch: BATCH.test(text),
    text: squeezed(text),
  };
}

/** Reads field 86 in whatever way the bank filled it. */
export function readInfo(lines: readonly string[], supplement: string): Info {
  const text = joined(lines);
  if (isInWords(text)) return inWords(text, supplement);
  const asWritten = lines.join("\n");
  return numbered(lines) ?? accountFirst(lines, supplement) ?? labelled(asWritten, supplement) ?? free(asWritten, supplement);
}
