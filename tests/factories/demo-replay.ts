import { randomUUID } from "node:crypto";
import { DEMO_STAFF } from "@/demo/domain/staff";
import type { Act } from "@/demo/domain/world";
import { type Actor, knownActor, type Role } from "@/lib/auth/actor";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { askVisit } from "@/lib/cases/commands/desk/ask-visit";
import { endArrangement } from "@/lib/cases/commands/desk/end-arrangement";
import { endHold } from "@/lib/cases/commands/desk/end-hold";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { logRing } from "@/lib/cases/commands/desk/log-ring";
import { logVisit } from "@/lib/cases/commands/desk/log-visit";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { planVisit } from "@/lib/cases/commands/desk/plan-visit";
import { recordAnswer } from "@/lib/cases/commands/desk/record-answer";
import { recordLegalStep } from "@/lib/cases/commands/desk/record-legal-step";
import { report } from "@/lib/cases/commands/desk/report";
import { resolveAlreadyPaid } from "@/lib/cases/commands/desk/resolve-already-paid";
import { sendLetter } from "@/lib/cases/commands/desk/send-letter";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { startHold } from "@/lib/cases/commands/desk/start-hold";
import { loadFacts } from "@/lib/cases/queries/facts";
import { setStatus } from "@/lib/contact/commands/outbox";
import type { Day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import type { Outcome } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction, prisma, sqlOf } from "@/lib/platform/db";

/** What an act of the simulation put in; which fields are there depends on the act. */
type Input = Record<string, any>;

function actorOf(staffId: number): Actor {
  const staff = DEMO_STAFF.find((each) => each.id === staffId);
  return knownActor({ staffId, role: (staff?.role ?? "finance") as Role, name: staff?.name ?? "", buildingIds: null });
}

const promised = (promise?: { on: Day; amount: number; incomeDay: boolean }) =>
  promise ? { promisedOn: promise.on, amount: cents(promise.amount), incomeDay: promise.incomeDay } : { incomeDay: false };

/** Does once more, through the real commands, what somebody did in the simulation. */
export async function doAgain(act: Act): Promise<void> {
  const outcome = await (DO[act.action] ?? unknown)(actorOf(act.staffId), act.tenancyId, act.input as Input);
  if (!outcome.ok) throw new Error(`${act.day} ${act.action} of ${act.tenancyId}: ${outcome.code} ${JSON.stringify(act.input)}`);
}

const unknown = (): Promise<Outcome<unknown>> => Promise.reject(new Error("an act nobody knows"));
const id = () => ({ commandId: randomUUID() });
const latest = { orderBy: { id: "desc" } } as const;

const DO: Record<string, (actor: Actor, tenancyId: number, input: Input) => Promise<Outcome<unknown>>> = {
  "cases.logCall": (actor, tenancyId, { said, promise, ...call }) =>
    logCall(actor, { ...id(), tenancyId, said: said ?? [], ...promised(promise), ...call } as never),
  "cases.sendSms": async (actor, tenancyId, { phone, delivered }) => {
    const { personId, number } = phone as { personId: number; number: string };
    const outcome = await sendSms(actor, { ...id(), tenancyId, personId, number });
    const message = await prisma().outboxMessage.findFirstOrThrow({ where: { tenancyId }, ...latest });
    await inTransaction(async (db) => {
      const at = await now(db);
      await setStatus(db, at, message, "sending");
      await setStatus(db, at, message, delivered ? "delivered" : "undelivered");
    });
    return outcome;
  },
  "cases.makeArrangement": (actor, tenancyId, { total, count, startsOn }) =>
    makeArrangement(actor, { ...id(), tenancyId, total: cents(total), count, startsOn }),
  "cases.endArrangement": async (actor, tenancyId, { reason }) => {
    const row = await prisma().arrangement.findFirstOrThrow({ where: { tenancyId, endedOn: null } });
    return endArrangement(actor, { ...id(), arrangementId: row.id, reason });
  },
  "cases.logRing": async (actor, tenancyId, { result }) => {
    const row = await prisma().caretakerTask.findFirstOrThrow({ where: { tenancyId, closedOn: null }, ...latest });
    return logRing(actor, { ...id(), taskId: row.id, result });
  },
  "cases.askVisit": (actor, tenancyId) => askVisit(actor, { ...id(), tenancyId, purpose: "own-plan", byTwo: false }),
  "cases.planVisit": async (actor, tenancyId, { on, part, announcedBy }) => {
    const where = { tenancyId, doneOn: null, withdrawnOn: null, plannedFor: null };
    const row = await prisma().visit.findFirstOrThrow({ where, orderBy: { id: "asc" } });
    return planVisit(actor, { ...id(), visitId: row.id, plannedFor: on, part, announcedBy, byAppointment: false, byTwo: false });
  },
  "cases.logVisit": async (actor, tenancyId, { outcome, agreed, seen, promise, consent }) => {
    const where = { tenancyId, doneOn: null, withdrawnOn: null, plannedFor: { not: null } };
    const row = await prisma().visit.findFirstOrThrow({ where, orderBy: { id: "asc" } });
    return logVisit(actor, { ...id(), visitId: row.id, outcome, agreed, seen, consent: Boolean(consent), ...promised(promise) });
  },
  "cases.sendLetter": async (actor, tenancyId) => {
    const row = await prisma().letter.findFirstOrThrow({ where: { tenancyId, sentOn: null, withdrawnOn: null } });
    return sendLetter(actor, { ...id(), letterId: row.id });
  },
  "cases.report": async (actor, tenancyId, { warmHandover }) => {
    const row = await prisma().referral.findFirstOrThrow({ where: { tenancyId, reportedOn: null, withdrawnOn: null } });
    return report(actor, { ...id(), referralId: row.id, warmHandover });
  },
  "cases.recordAnswer": async (actor, tenancyId, { result }) => {
    const where = { tenancyId, reportedOn: { not: null }, answeredOn: null };
    const row = await prisma().referral.findFirstOrThrow({ where });
    return recordAnswer(actor, { ...id(), referralId: row.id, result, answeredOn: (await now()).day });
  },
  "cases.startHold": async (actor, tenancyId, { reason, reviewOn }) => {
    const at = await now();
    const scope = { day: at.day, part: at.part, knownAt: at.moment, tenancyIds: [tenancyId] };
    const [facts] = await loadFacts(sqlOf(prisma()), scope);
    return startHold(actor, { ...id(), tenancyId, reason, reviewOn, charges: (facts?.overdue ?? []).map((charge) => charge.id) });
  },
  "cases.endHold": async (actor, tenancyId) => {
    const row = await prisma().hold.findFirstOrThrow({ where: { tenancyId, endedOn: null }, orderBy: { id: "asc" } });
    return endHold(actor, { ...id(), holdId: row.id });
  },
  "cases.resolveAlreadyPaid": async (actor, tenancyId, { resolution }) => {
    const row = await prisma().disclosure.findFirstOrThrow({ where: { tenancyId, kind: "already-paid", resolvedOn: null } });
    return resolveAlreadyPaid(actor, { ...id(), disclosureId: row.id, resolution });
  },
  "cases.addNote": (actor, tenancyId, { text }) => addNote(actor, { ...id(), tenancyId, text }),
  "cases.recordLegalStep": async (actor, tenancyId, { kind }) =>
    recordLegalStep(actor, { ...id(), tenancyId, kind, day: (await now()).day }),
};
