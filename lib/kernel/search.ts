const SALUTATIONS = new Set(["mw", "mevr", "mevrouw", "dhr", "hr", "heer", "mr", "mrs", "fam", "familie"]);
/** Said beside a number, they tell what it is, and stand in no register. */
const LABELS = new Set([
  "contract",
  "contractnummer",
  "huurder",
  "dossier",
  "kenmerk",
  "tel",
  "telefoon",
  "iban",
  "rekening",
  "nr",
  "nummer",
]);
const MOST_WORDS = 8;
/** Nobody types more to find somebody; what is longer was pasted by mistake. */
const MOST_SIGNS = 120;
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ı: "i", ł: "l", Ł: "L", ø: "o", Ø: "O", đ: "d", Đ: "D", "’": "'", "‘": "'", "´": "'", "`": "'" },
};

/** A text as people search for it: without accents, with one kind of quote, in small letters. The same as `plain_text` in the database. */
const plainSearch = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss")
    .replace(/[ıłŁøØđĐ’‘´`]/g, (sign) => PLAIN[sign] ?? sign)
    .toLowerCase();

/** A Dutch phone number however it is written, or the beginning of one, without signs; null when the text is none. */
function phoneIn(text: string): string | null {
  if (!/^[+(]?[0-9][0-9\s().-]*$/.test(text)) return null;
  const digits = text.replace(/\D/g, "").replace(/^(?:0031|31)0?(?=[1-9]\d{8}$)/, "0");
  return /^0[1-9]\d{5,8}$/.test(digits) ? digits : null;
}

/** An IBAN, or the beginning of one, however it is cut up; null when the text is none. */
function ibanIn(text: string): string | null {
  const joined = text.replace(/[\s.-]/g, "");
  return /^[a-z]{2}\d{2}(?:[a-z0-9]{0,30})$/.test(joined) && joined.length >= 4 ? joined : null;
}

/** A payment reference, or a good part of one, however it is cut up; null when the text is none. */
function referenceIn(text: string): string | null {
  const joined = text.replace(/[\s.-]/g, "");
  return /^[0-9]{7,35}$/.test(joined) && /^[0-9]{2,}(?:[\s.-][0-9]{2,})+$/.test(text) ? joined : null;
}

/** One word of a search: as it must occur somewhere, and bare. */
export interface SearchWord {
  readonly pattern: string;
  readonly bare: string;
}

/**
 * The words of a search as LIKE patterns on a plain text that each must occur in: a phone number, an IBAN or a payment reference is one word, however it is
 * written; a salutation or a label beside a name or number says nothing; a sign that LIKE knows means itself.
 */
export function searchWords(search: string): SearchWord[] {
  const text = plainSearch(search.slice(0, MOST_SIGNS)).trim();
  const one = phoneIn(text) ?? ibanIn(text) ?? referenceIn(text);
  const words = one ? [one] : text.split(/[\s,;:]+/).filter(Boolean);
  const bare = words.map((word) => word.replace(/\.$/, ""));
  const telling = words.filter((_, at) => !SALUTATIONS.has(bare[at] ?? "") && !LABELS.has(bare[at] ?? ""));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS).map((word) => {
    const plain = phoneIn(word) ?? word;
    return { pattern: `%${plain.replace(/[\\%_]/g, "\\$&")}%`, bare: plain };
  });
}

/** The amount of a receipt in cents when that is all the question says (`612,40`, `€ 1.612,40`); null for anything else. */
export function receiptAmount(text: string): string | null {
  const found = /^\s*€?\s*(\d{1,3}(?:\.\d{3})*|\d{1,7}),(\d{2})\s*$/.exec(text);
  return found ? `${(found[1] ?? "").replaceAll(".", "")}${found[2]}` : null;
}
