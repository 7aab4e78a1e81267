import { parsePhoneNumberFromString, validatePhoneNumberLength } from "libphonenumber-js/max";

/** Why nobody can be called on what was typed. */
export type UnusableBecause = "no-number" | "too-short" | "too-long" | "service-number" | "no-such-number";

export interface Phone {
  readonly kind: "mobile" | "landline" | "unusable";
  /** International notation, or what was typed when no number can be read from it. */
  readonly value: string;
  readonly because?: UnusableBecause;
}

const LANDLINE = new Set(["FIXED_LINE", "FIXED_LINE_OR_MOBILE", "VOIP", "UAN", "TOLL_FREE", "PERSONAL_NUMBER"]);

const unusable = (value: string, because: UnusableBecause): Phone => ({ kind: "unusable", value, because });

/** Numbers of an office or a machine: nobody's home answers there. */
const SERVICE = /^(?:\+31|0031|0)?\s*(?:90\d|14\d{3,4}$|97\d)/;

function whyNot(plain: string): UnusableBecause {
  const digits = plain.replace(/\D/g, "");
  if (digits.length < 3) return "no-number";
  if (SERVICE.test(plain)) return "service-number";
  const dutch = /^0[1-9]/.test(digits);
  if (dutch && digits.length !== 10) return digits.length < 10 ? "too-short" : "too-long";
  const length = validatePhoneNumberLength(plain.replace(/[^\d+]/g, ""), "NL");
  return length === "TOO_SHORT" ? "too-short" : length === "TOO_LONG" ? "too-long" : "no-such-number";
}

/** The number as a program reads it: noughts typed as letters, a trunk nought in brackets, `00` for the plus, words behind it. */
const plainOf = (text: string): string =>
  text
    .replace(/(?<=\d)[oO](?=\d)|^[oO](?=\d)/g, "0")
    .replace(/\(\s*0\s*\)/g, "")
    .replace(/^\D*?00(?=\s?[1-9])/, "+")
    .replace(/^\+\s*31\s*0+/, "+31")
    .replace(/^((?:\D*\d){9,}?)\s*\p{L}{2}.*$/u, "$1")
    .trim();

/**
 * Reads a Dutch (or foreign) phone number in any notation and says what can be done with it. An SMS only goes to a number
 * that is surely mobile.
 * @example readPhone("06 - 12 34 56 78") // mobile, +31612345678
 * @example readPhone("(010) 412 34 56") // landline, +31104123456
 * @example readPhone("geen") // unusable, "geen", no number
 */
export function readPhone(typed: string): Phone {
  const text = typed.trim();
  const plain = plainOf(text);
  const read = parsePhoneNumberFromString(plain, { defaultCountry: "NL", extract: true });
  // A country code whose sign a spreadsheet took off.
  const number = !read?.isValid() && /^31\d{9}$/.test(plain) ? parsePhoneNumberFromString(`+${plain}`) : read;
  if (!number?.isValid() || SERVICE.test(number.number)) return unusable(text, whyNot(plain));
  const type = number.getType();
  if (type === "MOBILE") return { kind: "mobile", value: number.number };
  return type && LANDLINE.has(type) ? { kind: "landline", value: number.number } : unusable(text, whyNot(plain));
}

/** Between two numbers in one field: a sign or word that never stands inside a number, or a stroke or word before a whole new one. */
const BETWEEN = /[;,|\n]|\b(?:en|of)\b|\/\s*(?=\(?(?:\+|0)\d)|(?<=\d[^\p{L}\d]*)\p{L}[\p{L}.]+[^\p{L}\d]*(?=(?:\+|0)\d)/iu;
/** Nothing but a space between them: only when it is no number as a whole. */
const SPACE = /\s+(?=\(?(?:\+\d|0[1-9]))/;

/** All the numbers in one field; when none is usable, the field as it is. */
export function readPhones(typed: string): Phone[] {
  const whole = readPhone(typed);
  const cut = typed.split(BETWEEN);
  const pieces = cut.length < 2 && whole.kind === "unusable" ? typed.split(SPACE) : cut;
  if (pieces.length < 2) return [whole];
  const usable = pieces.map(readPhone).filter((phone) => phone.kind !== "unusable");
  const once = usable.filter((phone, index) => usable.findIndex(({ value }) => value === phone.value) === index);
  return once.length > 0 ? once : [whole];
}
