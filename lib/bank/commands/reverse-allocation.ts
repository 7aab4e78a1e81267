import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { sqlFile } from "@/lib/platform/sqlfile";
import { act } from "./act";
import { holdLine } from "./suspense-line";

export interface Undoing {
  readonly commandId: string;
  readonly lineId: number;
}

/**
 * Takes a match back, one by staff or by the program: what was posted by a reversing entry on its own day. The line waits in
 * suspense again, and stays there until a person places it. The account number that was learned from it is forgotten.
 */
export const reverseAllocation = (actor: Actor, { commandId, lineId }: Undoing): Promise<Outcome<{ lineId: number }>> =>
  act(actor, { action: "bank.reverseAllocation", commandId }, async ({ db, sql, moment, touch }) => {
    const line = await holdLine(sql, lineId);
    if (!line) return refused("not-found");
    const aside = line.disposition === "own" && line.because === "staff";
    const recognised = line.disposition === "ignored" && (line.because === "erp-sent-it" || line.because === "duplicate");
    if (!aside && !recognised && line.disposition !== "posted") return refused("not-allocated");
    const entries = line.disposition === "posted" ? await entriesOf(sql, lineId) : [];
    if (entries.some((entry) => entry.taken)) return refused("already-taken-back");
    touch(line.tenancyId, ...entries.map((entry) => entry.tenancyId));
    if (line.disposition === "posted") await sql(sqlFile("bank/reverse-allocation"), [lineId, moment.toISOString()]);
    else if (line.entryId !== null) await sql(sqlFile("bank/undo-designation"), [line.entryId, moment.toISOString()]);
    await db.bankLine.update({
      where: { id: lineId },
      data: {
        disposition: "suspense",
        because: "undone",
        tenancyId: null,
        entryId: null,
        suggestedTenancy: null,
        suspects: [],
        settledAt: null,
        note: null,
      },
    });
    return done({ lineId });
  });

/** What a posted line put on rent accounts, and whether something took it back already. */
const entriesOf = (sql: Parameters<typeof holdLine>[0], lineId: number) =>
  sql<{ tenancyId: number; taken: boolean }>(
    `SELECT e.tenancy_id AS "tenancyId", EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id) AS taken
     FROM ledger_entry e WHERE e.source = 'bank' AND e.id IN (
       SELECT entry_id FROM bank_line WHERE id = $1 UNION SELECT entry_id FROM bank_part WHERE line_id = $1 AND undone_at IS NULL)`,
    [lineId],
  );
