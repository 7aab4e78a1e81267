import { provisionalPayments } from "../../bank/queries/provisional";
import { cents } from "../../kernel/money";
import { dateOf, dayOf, dayOrNull, now } from "../../platform/clock";
import { type Db, prisma, sqlOf } from "../../platform/db";
import type { UnderWay } from "../domain/view";

const newestFirst = { orderBy: { id: "desc" } } as const;

/** Agreements and pauses that run for one tenancy. */
async function agreementsOf(db: Db, tenancyId: number) {
  const [arrangement, holds, search, promises, line] = await Promise.all([
    db.arrangement.findFirst({
      where: { tenancyId, endedOn: null },
      include: { instalments: { orderBy: { ordinal: "asc" } } },
      ...newestFirst,
    }),
    db.hold.findMany({ where: { tenancyId, endedOn: null }, orderBy: { reviewOn: "asc" } }),
    db.disclosure.findFirst({ where: { tenancyId, kind: "already-paid", resolvedOn: null, undoneAt: null }, ...newestFirst }),
    db.paymentPromise.count({
      where: { tenancyId, withdrawnOn: null, undoneAt: null, promisedOn: { gte: dateOf((await now(db)).day) } },
    }),
    db.bankLine.findFirst({
      where: { disposition: "suspense", OR: [{ suspects: { has: tenancyId } }, { suggestedTenancy: tenancyId }] },
      orderBy: { id: "desc" },
      select: { id: true },
    }),
  ]);
  return {
    arrangement: arrangement && {
      id: arrangement.id,
      agreedOn: dayOf(arrangement.agreedOn),
      terms: arrangement.instalments.map((term) => ({
        ordinal: term.ordinal,
        dueOn: dayOf(term.dueOn),
        amount: cents(term.amountCents),
      })),
    },
    holds: holds.map((hold) => ({ id: hold.id, reason: hold.reason, reviewOn: dayOf(hold.reviewOn), note: hold.note })),
    promise: promises > 0,
    maybeTheirs: line?.id ?? null,
    search: search && { id: search.id, saidOn: dayOf(search.saidOn), detail: search.detail },
  };
}

/** Tasks the run or a colleague asked for and that are not done yet. */
async function tasksOf(db: Db, tenancyId: number) {
  const [visits, task, letter, referral, message] = await Promise.all([
    db.visit.findMany({ where: { tenancyId, doneOn: null, withdrawnOn: null }, orderBy: { id: "asc" } }),
    db.caretakerTask.findFirst({
      where: { tenancyId, closedOn: null },
      include: { _count: { select: { rings: { where: { undoneAt: null } } } } },
      ...newestFirst,
    }),
    db.letter.findFirst({
      where: { tenancyId, kind: "written-reminder", sentOn: null, withdrawnOn: null },
      ...newestFirst,
      include: { prints: { select: { id: true, madeAt: true }, orderBy: { id: "desc" }, take: 1 } },
    }),
    db.referral.findFirst({ where: { tenancyId, answeredOn: null, withdrawnOn: null }, ...newestFirst }),
    db.outboxMessage.findFirst({ where: { tenancyId, status: { in: ["queued", "sending", "uncertain"] } }, ...newestFirst }),
  ]);
  return {
    visits: visits.map((visit) => ({
      id: visit.id,
      purpose: visit.purpose,
      plannedFor: dayOrNull(visit.plannedFor),
      part: visit.part,
      visitBefore: dayOrNull(visit.visitBefore),
    })),
    task: task && {
      ...{ givenOn: dayOf(task.givenOn), dueOn: dayOf(task.dueOn), rings: task._count.rings },
      askedId: task.reason === null ? null : task.id,
    },
    letter: letter && {
      id: letter.id,
      askedOn: dayOf(letter.askedOn),
      print: letter.prints[0] ? { id: letter.prints[0].id, madeAt: letter.prints[0].madeAt.toISOString() } : null,
    },
    referral: referral && { id: referral.id, askedOn: dayOf(referral.askedOn), reportedOn: dayOrNull(referral.reportedOn) },
    message: message && { id: message.id, status: message.status, recipient: message.recipient },
  };
}

/** What is under way for one tenancy and can be worked on from its case page. */
export async function underWayOf(tenancyId: number, db: Db = prisma()): Promise<UnderWay> {
  const [agreements, tasks, payments, problems, replies] = await Promise.all([
    agreementsOf(db, tenancyId),
    tasksOf(db, tenancyId),
    provisionalPayments((await now(db)).day, tenancyId, sqlOf(db)),
    db.dataProblem.findMany({ where: { tenancyId, endedOn: null }, orderBy: { id: "asc" } }),
    db.smsReply.findMany({ where: { tenancyId, readAt: null }, orderBy: { id: "asc" } }),
  ]);
  const onTheirWay = payments.map(({ cents: amount, ...one }) => ({ ...one, amount: cents(BigInt(amount)) }));
  return {
    ...agreements,
    ...tasks,
    replies: replies.map(({ id, sender, body, distress, sentAt }) => ({ id, sender, body, distress, at: sentAt.toISOString() })),
    payments: onTheirWay,
    problems: problems.map(({ id, kind, since }) => ({ id, kind, since: dayOf(since) })),
  };
}
