import type { Actor } from "@/lib/auth/actor";
import { setStatus } from "@/lib/contact/commands/outbox";
import { endHold } from "@/lib/holds/commands";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOf } from "@/lib/platform/clock";
import { reviveNumbers } from "@/lib/tenancies/commands/number";
import { recordAway } from "@/lib/tenancies/commands/person";
import type { UndoAttemptInput } from "../../schema/calls";
import { act, type Desk } from "./act";

/** What a call changed besides being a try; kept with its command. */
interface Before {
  readonly numbers?: number[];
  readonly away?: { readonly personId: number; readonly until: Day | null };
  readonly objected?: boolean;
  readonly holdId?: number | null;
}

/** Takes back a call, or a message that has not left, on the day itself and by whoever recorded it. It stays visible as undone. */
export const undoAttempt = (actor: Actor, { commandId, attemptId }: UndoAttemptInput) =>
  act(
    actor,
    {
      action: "cases.undoAttempt",
      commandId,
      tenancyId: async (db) => (await db.attempt.findUnique({ where: { id: attemptId } }))?.tenancyId,
    },
    async (desk): Promise<Outcome<{ attemptId: number }>> => {
      const { db, now } = desk;
      const attempt = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } });
      if (attempt.undoneAt) return refused("already-undone");
      if (attempt.channel !== "call" && attempt.channel !== "sms") return refused("cannot-undo");
      if (attempt.staffId !== actor.staffId) return refused("not-yours");
      if (dayOf(attempt.day) !== now.day) return refused("too-late-to-undo");
      if (attempt.messageId !== null) {
        const message = await db.outboxMessage.findUniqueOrThrow({ where: { id: attempt.messageId } });
        if (message.status !== "queued") return refused("already-left");
        await setStatus(db, now, message, "cancelled", { blockedBy: "undone" });
      }
      await db.attempt.update({ where: { id: attemptId }, data: { undoneAt: now.moment } });
      await db.disclosure.updateMany({ where: { attemptId, undoneAt: null }, data: { undoneAt: now.moment } });
      await db.paymentPromise.updateMany({ where: { attemptId, undoneAt: null }, data: { undoneAt: now.moment } });
      if (attempt.commandId) await restore(desk, attempt.commandId);
      return done({ attemptId });
    },
  );

async function restore({ db, now, tenancyId }: Desk, commandId: string): Promise<void> {
  const command = await db.command.findUnique({ where: { id: commandId } });
  const before = (command?.undo ?? {}) as Before;
  if (before.numbers) await reviveNumbers(db, before.numbers);
  if (before.away) await recordAway(db, [before.away.personId], before.away.until);
  if (before.holdId) {
    await endHold(db, now, before.holdId);
    await db.dataProblem.updateMany({
      where: { tenancyId, kind: "deceased-unverified", endedOn: null },
      data: { endedOn: dateOf(now.day), endedAt: now.moment },
    });
  }
  if (before.objected) {
    const withdrawn = { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment };
    await db.sharingObjection.updateMany({ where: { tenancyId, withdrawnOn: null }, data: withdrawn });
  }
}
