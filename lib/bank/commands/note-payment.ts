import type { Actor } from "@/lib/auth/actor";
import { addWorkingDays } from "@/lib/kernel/calendar";
import { addDays, type Day, latest } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, now } from "@/lib/platform/clock";
import type { PAYMENT_KINDS } from "../domain/choices";
import { act } from "./act";

export interface NotingPayment {
  readonly commandId: string;
  readonly tenancyId: number;
  readonly kind: (typeof PAYMENT_KINDS)[number];
  readonly cents: bigint;
  /** Of the terminal, the receipt book or the link; not of a collection. */
  readonly receiptNumber?: string | undefined;
  /** When it was paid, or is collected again. */
  readonly day: Day;
}

/** So long money on its way is believed; then it is matched by a receipt, or raised. */
const HOLDS_WORKING_DAYS = 5;
/** A payment is noted when it is made, a collection planned within the month. */
const [DAYS_BACK, DAYS_AHEAD] = [5, 31];

/** Notes that a tenant paid at the desk, or that a returned debit is collected again: contact waits for the money. */
export const notePayment = (actor: Actor, given: NotingPayment): Promise<Outcome<{ paymentId: number }>> =>
  act(actor, { action: "bank.notePayment", commandId: given.commandId }, async ({ db, moment, touch }) => {
    const { tenancyId, kind, cents, receiptNumber, day } = given;
    const today = (await now(db)).day;
    if (!(await db.tenancy.findUnique({ where: { id: tenancyId }, select: { id: true } }))) return refused("unknown-tenancy");
    if (kind !== "collection" && !receiptNumber) return refused("no-receipt-number");
    const ahead = kind === "collection" ? DAYS_AHEAD : 0;
    if (day < addDays(today, -DAYS_BACK) || day > addDays(today, ahead)) return refused("unlikely-day");
    const known = receiptNumber && { kind, receiptNumber, withdrawnAt: null };
    if (known && (await db.provisionalPayment.findFirst({ where: known }))) return refused("receipt-known");
    const closed = new Set(
      (await db.closedDay.findMany({ where: { withdrawnAt: null } })).map((row) => row.day.toISOString().slice(0, 10) as Day),
    );
    const payment = await db.provisionalPayment.create({
      data: {
        ...{ tenancyId, kind, amountCents: cents, receiptNumber: receiptNumber ?? null, paidOn: dateOf(day) },
        holdsUntil: dateOf(addWorkingDays(latest(day, today), HOLDS_WORKING_DAYS, closed)),
        ...{ staffId: actor.staffId, recordedAt: moment },
      },
    });
    touch(tenancyId);
    return done({ paymentId: payment.id });
  });

/** It was a mistake, or the money will not come: contact goes on. */
export const withdrawPayment = (
  actor: Actor,
  { commandId, paymentId }: { readonly commandId: string; readonly paymentId: number },
): Promise<Outcome<{ paymentId: number }>> =>
  act(actor, { action: "bank.withdrawPayment", commandId }, async ({ db, moment, touch }) => {
    const payment = await db.provisionalPayment.findUnique({ where: { id: paymentId } });
    if (!payment) return refused("not-found");
    if (payment.withdrawnAt === null)
      await db.provisionalPayment.update({ where: { id: paymentId }, data: { withdrawnAt: moment } });
    touch(payment.tenancyId);
    return done({ paymentId });
  });
