import { now } from "../platform/clock";
import { inTransaction, sqlOf } from "../platform/db";
import { enqueue } from "../platform/jobs";
import { compareBalances } from "./commands/compare-balances";

/** Every night before the run: compares all balances anew, because entries may have come in since. */
export async function compareNightly(): Promise<void> {
  await inTransaction(async (db) => {
    const { day, moment } = await now(db);
    const tenancyIds = await compareBalances(sqlOf(db), { day, moment, tenancyIds: null });
    if (tenancyIds.length > 0) await enqueue("reassess", { tenancyIds }, db);
  });
}
