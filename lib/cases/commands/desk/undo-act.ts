import { endArrangement } from "@/lib/arrangements/commands/arrangement";
import type { Actor } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { takeBackRing } from "@/lib/caretaker/commands/ring";
import { takeBackLetter } from "@/lib/contact/commands/letter";
import { setStatus } from "@/lib/contact/commands/outbox";
import type { Prisma } from "@/lib/generated/prisma/client";
import { endHold } from "@/lib/holds/commands";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { takeBackEviction, takeBackLegalStep } from "@/lib/legal/commands";
import { dateOf } from "@/lib/platform/clock";
import { amsterdamOf } from "@/lib/platform/zone";
import { takeBackConsent, takeBackReport } from "@/lib/referrals/commands";
import { reviveNumbers } from "@/lib/tenancies/commands/number";
import { recordAway, takeBackDeath } from "@/lib/tenancies/commands/person";
import { unfindProblems } from "@/lib/tenancies/commands/problem";
import { type EarlierVisit, takeBackVisit } from "@/lib/visits/commands/log";
import { type EarlierPlan, unplanVisit } from "@/lib/visits/commands/plan";
import { canUndo, needsReason, type Undoable, undoneBy } from "../../domain/acts";
import type { UndoActInput } from "../../schema/calls";
import { act, type Desk } from "./act";
import { letterFallsThrough } from "./ask-letter";

/** What a conversation changed besides being one; kept with its command. */
interface Before {
  readonly numbers?: number[];
  readonly away?: { readonly personId: number; readonly until: Day | null; readonly set: Day };
  readonly objected?: boolean;
  readonly holdId?: number | null;
  /** The plan of a visit before it was given another day. */
  readonly plan?: EarlierPlan | null;
  readonly visit?: EarlierVisit;
  readonly consent?: boolean;
}
interface Acted {
  readonly id: string;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly before: Before;
  readonly at: Date;
  /** Said later, with its reason, not taken back at once: what it ended then does not begin again by itself. */
  readonly later: boolean;
}
type Undo = (desk: Desk, acted: Acted) => Promise<Outcome<unknown>>;

/** How each act is taken back. What really left the house cannot be; what was recorded as if it had can. */
const UNDO: Readonly<Record<Undoable, Undo>> = {
  "cases.logCall": takeBackTry,
  "cases.sendSms": takeBackTry,
  "cases.makePromise": async ({ db, now }, { answer }) => {
    const data = { undoneAt: now.moment };
    await db.paymentPromise.updateMany({ where: { id: Number(answer.promiseId), undoneAt: null }, data });
    return done(null);
  },
  "cases.makeArrangement": async ({ db, now, tenancyId }, { answer, at, later }) => {
    // The promise that it replaced runs again.
    const replaced = { where: { tenancyId, withdrawnAt: at }, data: { withdrawnOn: null, withdrawnAt: null } };
    if (!later) await db.paymentPromise.updateMany(replaced);
    return endArrangement(db, now, Number(answer.arrangementId), "withdrawn");
  },
  "cases.startHold": ({ db, now }, { answer }) => endHold(db, now, Number(answer.holdId)),
  "cases.addNote": async ({ db, now }, { answer }) => {
    await db.caseNote.updateMany({ where: { id: Number(answer.noteId) }, data: { withdrawnAt: now.moment } });
    return done(null);
  },
  "cases.planVisit": async (desk, { answer, at, before }) => {
    const unplanned = await unplanVisit(desk.db, Number(answer.visitId), at, before.plan ?? null);
    if (unplanned.ok) await letterFallsThrough(desk, "announce-visit");
    return unplanned;
  },
  "cases.recordDeath": async ({ db, tenancyId }, { answer, at, later }) => {
    await takeBackDeath(db, Number(answer.personId));
    if (later) return done(null);
    // What waited for the check waits for it again.
    await db.hold.updateMany({ where: { tenancyId, reason: "deceased", endedAt: at }, data: { endedOn: null, endedAt: null } });
    const heard = { tenancyId, kind: "deceased-unverified", endedAt: at } as const;
    await db.dataProblem.updateMany({ where: heard, data: { endedOn: null, endedAt: null } });
    return done(null);
  },
  "cases.logVisit": async (desk, acted) => {
    const { db, now, tenancyId } = desk;
    const made = await takeBackVisit(db, now, acted.id, acted.before.visit ?? null);
    if (!made.ok) return made;
    // What was written down stays to be read with the act.
    await db.command.update({
      where: { id: acted.id },
      data: { undo: { ...(acted.before as Prisma.JsonObject), made: made.value } },
    });
    if (acted.before.consent) await takeBackConsent(db, now, tenancyId, acted.at);
    await unfindProblems(db, now, tenancyId, acted.at);
    return takeBackTry(desk, acted);
  },
  "cases.logRing": async (desk, acted) => {
    const { db, now, tenancyId } = desk;
    const made = await takeBackRing(db, now, acted.id, acted.at);
    if (!made.ok) return made;
    await unfindProblems(db, now, tenancyId, acted.at);
    if (!made.value.asked) return takeBackTry(desk, acted);
    await restore(desk, acted.id, acted.before);
    return done(null);
  },
  "cases.recordLegalStep": async ({ db, now }, { answer }) => done(await takeBackLegalStep(db, now, Number(answer.legalStepId))),
  "cases.recordEviction": async ({ db, now }, { answer }) => done(await takeBackEviction(db, now, Number(answer.evictionId))),
  "cases.endHold": async ({ db, tenancyId }, { answer, at }) => {
    const running = { endedOn: null, endedAt: null };
    await db.hold.updateMany({ where: { id: Number(answer.holdId), endedAt: at }, data: running });
    await db.dataProblem.updateMany({ where: { tenancyId, kind: "deceased-unverified", endedAt: at }, data: running });
    return done(null);
  },
  "cases.endArrangement": async ({ db, tenancyId }, { answer, at }) => {
    if ((await db.arrangement.count({ where: { tenancyId, endedOn: null } })) > 0) return refused("arrangement-running");
    const ended = { id: Number(answer.arrangementId), endedAt: at };
    await db.arrangement.updateMany({ where: ended, data: { endedOn: null, endedAt: null, endReason: null } });
    return done(null);
  },
  "cases.objectToSharing": async (desk, { id }) => {
    await withdrawObjection(desk, id);
    return done(null);
  },
  "cases.recordAnswer": async ({ db, now }, { answer }) => {
    const unanswered = { answeredOn: null, answeredAt: null, result: null };
    await db.referral.update({ where: { id: Number(answer.referralId) }, data: unanswered });
    if (answer.holdId) await endHold(db, now, Number(answer.holdId));
    return done(null);
  },
  "cases.sendLetter": async ({ db, now }, { id, answer }) => {
    await takeBackLetter(db, now, Number(answer.letterId));
    await db.attempt.updateMany({ where: { commandId: id }, data: { undoneAt: now.moment } });
    return done(null);
  },
  "cases.report": ({ db }, { answer }) => takeBackReport(db, Number(answer.referralId)),
};

/**
 * Takes back one act at the desk: on the day itself by whoever did it, else with the reason why it was not so. It stays in the books as
 * undone, with its audit rows.
 */
export const undoAct = (actor: Actor, { commandId, undoes, reason }: UndoActInput) =>
  act(
    actor,
    {
      action: "cases.undoAct",
      commandId,
      tenancyId: async (db) => (await db.command.findUnique({ where: { id: undoes } }))?.tenancyId,
    },
    async (desk): Promise<Outcome<{ undoes: string }>> => {
      const { db, now } = desk;
      const command = await db.command.findUniqueOrThrow({ where: { id: undoes } });
      const { action } = command;
      if (command.undoneAt) return refused("already-undone");
      if (!canUndo(action) || (!reason && needsReason(action))) return refused("cannot-undo");
      // Who may not do it may not take it back.
      if (actor.role === "system" || !allowed(actor.role, `action:${undoneBy(action)}`)) return refused("undo-not-allowed");
      if (!reason && command.staffId !== actor.staffId) return refused("not-yours");
      if (!reason && amsterdamOf(command.at).day !== now.day) return refused("too-late-to-undo");
      const { id, undo: before, at } = command;
      const answer = command.answer as Acted["answer"];
      const undone = await UNDO[action](desk, { id, answer, before: before as Before, at, later: reason !== undefined });
      if (!undone.ok) return undone;
      await db.command.update({
        where: { id: undoes },
        data: { undoneAt: now.moment, undoneBy: actor.staffId, undoReason: reason ?? null },
      });
      return done({ undoes });
    },
  );

/** A call with all that was said in it, or a message that has not left. */
async function takeBackTry(desk: Desk, { id, before }: Acted): Promise<Outcome<unknown>> {
  const { db, now } = desk;
  const attempt = await db.attempt.findUnique({ where: { commandId: id } });
  if (!attempt) return refused("not-found");
  if (attempt.messageId !== null) {
    const message = await db.outboxMessage.findUniqueOrThrow({ where: { id: attempt.messageId } });
    if (message.status !== "queued") return refused("already-left");
    await setStatus(db, now, message, "cancelled", { blockedBy: "undone" });
  }
  const undone = { where: { attemptId: attempt.id, undoneAt: null }, data: { undoneAt: now.moment } };
  await db.attempt.update({ where: { id: attempt.id }, data: { undoneAt: now.moment } });
  await db.disclosure.updateMany(undone);
  await db.paymentPromise.updateMany(undone);
  await restore(desk, id, before);
  return done(null);
}

async function restore(desk: Desk, id: string, before: Before): Promise<void> {
  const { db, now, tenancyId } = desk;
  if (before.numbers) await reviveNumbers(db, before.numbers);
  if (before.away) {
    // Only while it still stands: what was said of it since then is newer.
    const { personId, until, set } = before.away;
    if (await db.person.count({ where: { id: personId, awayUntil: dateOf(set) } })) await recordAway(db, [personId], until);
  }
  if (before.holdId) {
    await endHold(db, now, before.holdId);
    await db.dataProblem.updateMany({
      where: { tenancyId, kind: "deceased-unverified", endedOn: null },
      data: { endedOn: dateOf(now.day), endedAt: now.moment },
    });
  }
  if (before.objected) await withdrawObjection(desk, id);
}

/** The objection goes when nothing else that still stands said it. */
async function withdrawObjection({ db, now, tenancyId }: Desk, id: string): Promise<void> {
  const said = [{ undo: { path: ["objected"], equals: true } }, { action: "cases.objectToSharing" }];
  if ((await db.command.count({ where: { tenancyId, undoneAt: null, id: { not: id }, OR: said } })) > 0) return;
  const withdrawn = { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment };
  await db.sharingObjection.updateMany({ where: { tenancyId, withdrawnOn: null }, data: withdrawn });
}
