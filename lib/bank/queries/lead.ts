import type { Day } from "@/lib/kernel/day";
import type { Sql } from "@/lib/platform/db";

/** Which source leads for receipts, and from which booking day on; null: whichever sent a receipt first. */
export type Lead = { readonly source: "bank" | "erp"; readonly from: Day | null } | null;

/** The setting `receipts-lead`. */
export async function leadOf(sql: Sql): Promise<Lead> {
  const [row] = await sql<{ source: "bank" | "erp"; from: Day | null }>(
    "SELECT value ->> 'source' AS source, value ->> 'from' AS \"from\" FROM setting WHERE key = 'receipts-lead'",
    [],
  );
  return row ?? null;
}

/** Whether `source` alone brings the receipts booked on `day`. */
export const leads = (lead: Lead, source: "bank" | "erp", day: Day): boolean =>
  lead?.source === source && (lead.from === null || day >= lead.from);
