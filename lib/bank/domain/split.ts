/** A part of a receipt for one tenancy, and where the payer named one, the charge it is for. */
export interface Part {
  readonly tenancyId: number;
  readonly cents: bigint;
  readonly chargeId?: bigint;
}

/** What is wrong with a division of an amount, or null when it adds up and names each place once. */
export function splitProblem(
  parts: readonly Part[],
  amount: bigint,
): "no-part" | "bad-part" | "part-twice" | "not-the-sum" | null {
  if (parts.length === 0) return "no-part";
  if (parts.some((part) => part.cents <= 0n)) return "bad-part";
  const places = parts.map((part) => `${part.tenancyId} ${part.chargeId ?? ""}`);
  if (new Set(places).size < places.length) return "part-twice";
  return parts.reduce((sum, part) => sum + part.cents, 0n) === amount ? null : "not-the-sum";
}
