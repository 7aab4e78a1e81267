/** Money: an amount in whole euro cents. Integer only, so that no rounding ever happens on the way. */
export type Cents = bigint & { readonly __unit: "cents" };

export const ZERO = 0n as Cents;

/** Cents from a whole number of cents. @throws RangeError when the number is not whole or not safe. */
export function cents(value: bigint | number): Cents {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError(`not whole cents: ${value}`);
  return BigInt(value) as Cents;
}

/** a + b, in cents. */
export const add = (a: Cents, b: Cents): Cents => (a + b) as Cents;
/** a − b, in cents; may be negative. */
export const subtract = (a: Cents, b: Cents): Cents => (a - b) as Cents;
/** The smaller of two amounts. */
export const least = (a: Cents, b: Cents): Cents => (a < b ? a : b);
/** The larger of two amounts. */
export const most = (a: Cents, b: Cents): Cents => (a > b ? a : b);
/** The total of any number of amounts, in cents; nothing is zero. */
export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Cents;
};

/**
 * Reads an amount as Dutch files write it: `612,40`, `-3,5`, `1.234,56` is refused (a point could mean either thing).
 * @returns cents, or null when the text is not an amount of at most two decimals and at most 2^53 cents.
 */
export function parseEuros(text: string): Cents | null {
  const match = /^(-?)(\d{1,14})(?:,(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const value = BigInt(match[2] ?? "0") * 100n + BigInt((match[3] ?? "").padEnd(2, "0") || "0");
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return (match[1] === "-" ? -value : value) as Cents;
}

/**
 * Reads an amount as people type it: `612,40`, `€ 612,40`, `1.234,56`, `612.40`, `50,-`, `50 euro`.
 * @returns cents, or null when it is not an amount above zero with at most two decimals.
 */
export function typedEuros(text: string): Cents | null {
  const bare = text.replace(/[€\s\u00a0]|euro|eur/gi, "").replace(/,[-=–—]+$/, "");
  const grouped = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare) ? bare.replaceAll(".", "") : bare;
  const amount = parseEuros(/^\d+\.\d{1,2}$/.test(grouped) ? grouped.replace(".", ",") : grouped);
  return amount !== null && amount > 0n ? amount : null;
}
