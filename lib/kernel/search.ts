const SALUTATIONS = new Set(["mw", "mevr", "mevrouw", "dhr", "hr", "heer", "mr", "mrs", "fam", "familie"]);
const MOST_WORDS = 8;
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

/**
 * The words of a search as LIKE patterns on a plain text that each must occur in: a phone number is one word, however it is
 * written; a salutation beside a name says nothing; a sign that LIKE knows means itself.
 */
export function searchPatterns(search: string): string[] {
  const text = plainSearch(search).trim();
  const phone = phoneIn(text);
  const words = phone ? [phone] : text.split(/[\s,;]+/).filter(Boolean);
  const telling = words.filter((word) => !SALUTATIONS.has(word.replace(/\.$/, "")));
  return (telling.length > 0 ? telling : words)
    .slice(0, MOST_WORDS)
    .map((word) => `%${(phoneIn(word) ?? word).replace(/[\\%_]/g, "\\$&")}%`);
}
