import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/generated/prisma/client";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Happened, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Agreed, Budget, NoMore, Seen, VisitOutcome } from "../domain/visit";

interface MadeVisit {
  readonly visitId: number;
  readonly commandId: string;
  readonly outcome: VisitOutcome;
  readonly seen: readonly Seen[];
  readonly agreed: readonly Agreed[];
  readonly note?: string | undefined;
  readonly fileNote?: string | undefined;
  readonly budget?: Budget | undefined;
  readonly consent?: boolean | undefined;
  readonly noMoreFor?: NoMore | undefined;
  /** When it was, if not now. */
  readonly happened?: Happened;
  /** It was made, whatever was recorded of it already: beside a colleague's it stands as a visit of its own. */
  readonly always?: boolean;
}

/**
 * Keeps what happened at a visit. One withdrawn meanwhile (the tenant paid this morning) was still made: it counts, and
 * is not lost.
 */
export async function logVisit(
  db: Db,
  actor: Actor,
  now: Now,
  made: MadeVisit,
): Promise<Outcome<EarlierVisit, "not-found" | "visit-done">> {
  const known = await db.visit.findUnique({ where: { id: made.visitId } });
  if (!known) return refused("not-found");
  if (known.doneOn && !made.always) return refused("visit-done");
  const visit = known.doneOn ? await anotherVisit(db, now, known) : known;
  const happened = made.happened ?? now;
  await db.visit.update({
    where: { id: visit.id },
    data: {
      doneOn: dateOf(happened.day),
      // When it was recorded: a run for a day before that knew nothing of it.
      doneAt: now.moment,
      part: visit.part ?? happened.part,
      outcome: made.outcome,
      seen: [...made.seen],
      agreed: [...made.agreed],
      note: made.note ?? visit.note,
      fileNote: made.fileNote ?? null,
      consent: made.consent ?? false,
      noMoreFor: made.noMoreFor ?? null,
      ...(made.budget && { budget: made.budget }),
      staffId: actor.staffId ?? visit.staffId,
      commandId: made.commandId,
      withdrawnOn: null,
      withdrawnAt: null,
      withdrawnFor: null,
    },
  });
  const { part, note, staffId, withdrawnOn, withdrawnAt, withdrawnFor } = visit;
  const withdrawn = { withdrawnOn: withdrawnOn?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null };
  return done({ part, note, staffId, ...withdrawn, withdrawnFor });
}

/** Two colleagues were at one door: the second visit is a row of its own; taken back, it is one that never was. */
async function anotherVisit(db: Db, now: Now, { caseId, tenancyId, round, purpose, visitBefore }: Visit) {
  const last = await db.visit.aggregate({ where: { caseId, round, purpose }, _max: { ordinal: true } });
  return db.visit.create({
    data: {
      ...{ caseId, tenancyId, round, purpose, visitBefore, ordinal: (last._max.ordinal ?? 0) + 1 },
      ...{ askedOn: dateOf(now.day), recordedAt: now.moment },
      ...{ withdrawnOn: dateOf(now.day), withdrawnAt: now.moment },
    },
  });
}
type Visit = NonNullable<Awaited<ReturnType<Db["visit"]["findUnique"]>>>;

/** A visit before it was recorded as made, days and moments as ISO texts. */
export interface EarlierVisit {
  readonly part: string | null;
  readonly note: string | null;
  readonly staffId: number | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnFor: string | null;
}

/**
 * The visit recorded by this command was not made: it stands as before, or is called off when the case has another one by now.
 * Answers what had been written down, to be kept with the act.
 */
export async function takeBackVisit(
  db: Db,
  now: Now,
  commandId: string,
  before: EarlierVisit | null,
): Promise<Outcome<{ readonly outcome: string | null; readonly agreed: string[]; readonly note: string | null }, "not-found">> {
  const visit = await db.visit.findUnique({ where: { commandId } });
  if (!visit) return refused("not-found");
  const another = await db.visit.count({ where: { caseId: visit.caseId, doneOn: null, withdrawnOn: null } });
  await db.visit.update({
    where: { id: visit.id },
    data: {
      ...{
        doneOn: null,
        doneAt: null,
        outcome: null,
        seen: [],
        agreed: [],
        commandId: null,
        note: null,
        fileNote: null,
        budget: Prisma.DbNull,
        consent: false,
        noMoreFor: null,
      },
      ...before,
      ...(another > 0 && { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment }),
    },
  });
  return done({ outcome: visit.outcome, agreed: visit.agreed, note: visit.note });
}
