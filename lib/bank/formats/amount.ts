/** What fits in the database and in every program that reads our output without loss. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Cents from whole euros and decimals, of which only the first two may count; null when that is no amount. */
function centsOf(euros: string, decimals: string): bigint | null {
  if (/[^0]/.test(decimals.slice(2))) return null;
  const cents = BigInt(euros) * 100n + BigInt(decimals.slice(0, 2).padEnd(2, "0"));
  return cents > MOST ? null : cents;
}

/** An amount as ISO 20022 writes it: a point, up to five decimals. @returns cents, or null when it is no amount. */
export function readCents(text: string): bigint | null {
  const match = /^\+?(?=\.?\d)(\d{0,18})(?:\.(\d{0,5}))?$/.exec(text.trim());
  return match ? centsOf(match[1] || "0", match[2] ?? "") : null;
}

/** An amount as MT940 writes it: a comma, with as many decimals as there are: `12,` `12,5` `000000000012,50`. */
export function readSwiftCents(text: string): bigint | null {
  const match = /^(\d{1,18}),(\d{0,5})$/.exec(text);
  return match ? centsOf(match[1] ?? "0", match[2] ?? "") : null;
}
