import { parsePhoneNumberFromString } from "libphonenumber-js/max";

export interface Phone {
  readonly kind: "mobile" | "landline" | "unusable";
  /** International notation, or what was typed when no number can be read from it. */
  readonly value: string;
}

const LANDLINE = new Set(["FIXED_LINE", "FIXED_LINE_OR_MOBILE", "VOIP", "UAN", "TOLL_FREE", "PERSONAL_NUMBER"]);

/**
 * Reads a Dutch (or foreign) phone number in any notation and says what can be done with it. An SMS only goes to a number
 * that is surely mobile.
 * @example readPhone("06 - 12 34 56 78") // mobile, +31612345678
 * @example readPhone("(010) 412 34 56") // landline, +31104123456
 * @example readPhone("geen") // unusable, "geen"
 */
export function readPhone(typed: string): Phone {
  const text = typed.trim();
  const plain = text.replace(/\(\s*0\s*\)/g, "").replace(/^00/, "+");
  const number = parsePhoneNumberFromString(plain, { defaultCountry: "NL", extract: true });
  if (!number?.isValid()) return { kind: "unusable", value: text };
  const type = number.getType();
  if (type === "MOBILE") return { kind: "mobile", value: number.number };
  return type && LANDLINE.has(type) ? { kind: "landline", value: number.number } : { kind: "unusable", value: text };
}
