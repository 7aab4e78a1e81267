import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf } from "@/lib/platform/clock";
import type { ReceiptSource } from "../queries/receipt-sources";
import { act } from "./act";

export interface Choosing {
  readonly commandId: string;
  /** Null: every account without a choice of its own. */
  readonly accountId: number | null;
  readonly source: ReceiptSource["source"];
  readonly from: Day;
}

/** Says which source brings the receipts of an account from a day on. What is booked already stays; the choice itself is never changed, only followed. */
export const chooseReceiptSource = (
  actor: Actor,
  { commandId, accountId, source, from }: Choosing,
): Promise<Outcome<{ source: string }>> =>
  act(actor, { action: "bank.chooseReceiptSource", commandId }, async ({ db, moment }) => {
    if (accountId !== null && !(await db.bankAccount.findUnique({ where: { id: accountId } }))) return refused("not-found");
    await db.receiptSource.create({
      data: { accountId, source, fromDay: dateOf(from), staffId: actor.staffId, recordedAt: moment },
    });
    return done({ source });
  });
