import { pool, sqlOfClient } from "@/lib/platform/db";

/** How much a line is about, without its sign; null when there is no such line. */
export async function placeOf(lineId: number): Promise<bigint | null> {
  const [row] = await sqlOfClient(pool())<{ cents: string }>(
    "SELECT abs(amount_cents)::text AS cents FROM bank_line WHERE id = $1",
    [lineId],
  );
  return row ? BigInt(row.cents) : null;
}

/** The tenancies with these contract numbers, in their order; null for one that is not known. */
export async function tenanciesNumbered(numbers: readonly string[]): Promise<(number | null)[]> {
  const rows = await sqlOfClient(pool())<{ id: number; number: string }>(
    "SELECT id, number FROM tenancy WHERE number = ANY ($1::text[])",
    [numbers],
  );
  return numbers.map((number) => rows.find((row) => row.number === number)?.id ?? null);
}
