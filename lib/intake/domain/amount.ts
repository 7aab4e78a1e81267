import type { Cents } from "@/lib/kernel/money";

/** Why a text is no amount. */
export type AmountProblem = "bad-amount" | "three-decimals" | "ambiguous-amount" | "amount-too-large";
export type Amount = { readonly cents: Cents } | { readonly problem: AmountProblem };

const LONGEST = 50;
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);
/** Whole euros in threes, or all in one; then at most one decimal sign. A group sign never comes twice in two kinds. */
const GROUPED = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*(?:(?!\1)[.,](\d+))?$/;
const PLAIN = /^\d+(?:[.,](\d*))?$/;

const problem = (code: AmountProblem): Amount => ({ problem: code });

const DRESSED = /^([-+]?)\s*(?:€|EUR)?\s*([-+]?)\s*(.*?)\s*(-?)\s*(?:€|EUR)?\s*(-?)$/i;

/** The digits without sign and currency, in front or behind; null when there are two signs. */
function bare(text: string): { digits: string; negative: boolean } | null {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/,-{1,2}$/, "");
  const [, a = "", b = "", digits = "", c = "", d = ""] = DRESSED.exec(plain) ?? [];
  const signs = a + b + c + d;
  return signs.length > 1 ? null : { digits, negative: signs === "-" };
}

/** Whole part and decimals of the digits, or what is wrong with them. */
function parts(digits: string): { whole: string; decimals: string } | AmountProblem {
  if (PLAIN.test(digits)) {
    const [whole = "", decimals = ""] = digits.split(/[.,]/);
    // `1.234` may be a thousand or three decimals; `1,234` and `12.345678` are decimals that no euro has.
    if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) return "ambiguous-amount";
    if (decimals.length > 2) return "three-decimals";
    return /[.,]$/.test(digits) ? "bad-amount" : { whole, decimals };
  }
  const grouped = GROUPED.exec(digits);
  if (!grouped) return "bad-amount";
  const decimals = grouped[2] ?? "";
  if (decimals.length > 2) return "three-decimals";
  // Thousands written out and one decimal is not how anybody writes euros: a digit fell off.
  if (decimals.length === 1 || digits.startsWith("0")) return "bad-amount";
  return { whole: digits.slice(0, decimals ? -3 : undefined).replace(/\D/g, ""), decimals };
}

/**
 * Reads an amount in euros as files write it, with a decimal comma or point and thousands apart or not; exact, in cents.
 * @example readAmount("€ 1.234,50") // 123450
 * @example readAmount("1,234.50") // 123450
 * @example readAmount("12,50-") // -1250
 * @example readAmount("1.234") // ambiguous: twelve hundred, or one and a bit
 */
export function readAmount(text: string): Amount {
  // Longer than any amount: not weighed, only named.
  if (text.length > LONGEST) return problem(/^[\d.,\s]+$/.test(text.slice(0, LONGEST)) ? "amount-too-large" : "bad-amount");
  const dressed = bare(text);
  if (!dressed) return problem("bad-amount");
  const read = parts(dressed.digits);
  if (typeof read === "string") return problem(read);
  const cents = BigInt(read.whole) * 100n + BigInt(read.decimals.padEnd(2, "0"));
  if (cents > LARGEST) return problem("amount-too-large");
  return { cents: (dressed.negative ? -cents : cents) as Cents };
}
