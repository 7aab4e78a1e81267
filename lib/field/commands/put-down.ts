import { v5 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { askLetter } from "@/lib/cases/commands/desk/ask-letter";
import { logRing } from "@/lib/cases/commands/desk/log-ring";
import { type InTheField, logVisit } from "@/lib/cases/commands/desk/log-visit";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { makeArrangementSchema } from "@/lib/cases/schema/agreements";
import { type LogVisitInput, logRingSchema, logVisitSchema } from "@/lib/cases/schema/doors";
import type { Outcome } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction, prisma } from "@/lib/platform/db";
import { findProblem } from "@/lib/tenancies/commands/problem";

/** What was put down of what was said, and the code of what was not, with the values of its sentence. */
export interface PutDown {
  readonly recorded: boolean;
  readonly code: string | null;
  readonly detail?: Record<string, string | number>;
}
type Answers = Readonly<Record<string, string | boolean | string[]>>;
type Refused = Extract<Outcome<never>, { ok: false }>;

const not = ({ code, detail }: Refused): PutDown => ({ recorded: false, code, ...(detail && { detail }) });
const but = ({ code, detail }: Refused): PutDown => ({ recorded: true, code, ...(detail && { detail }) });

/** An act of its own that belongs to an envelope: the same each time it is opened. */
const actOf = (envelopeId: string, act: string): string => v5(act, envelopeId);

/** The desk's own form, as far as it can be read: one side field that cannot never keeps the visit out. */
function readVisit(
  answers: Answers,
  ids: { visitId: number; commandId: string },
): { input: LogVisitInput; whole: boolean } | null {
  const termsMade = Boolean(answers.arrangementTotal);
  const read = logVisitSchema.safeParse({ ...answers, termsMade, ...ids });
  if (read.success) return { input: read.data, whole: true };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  if (wrong.has("outcome")) return null;
  const promiseGone = ["promisedOn", "amount"].some((field) => wrong.has(field));
  const agreed = [answers.agreed ?? []].flat().filter((one) => !(promiseGone && one === "promise"));
  const left = Object.fromEntries(
    Object.entries({ ...answers, agreed }).filter(([field]) => !wrong.has(field) || field === "agreed"),
  );
  const again = logVisitSchema.safeParse({ ...left, termsMade, ...ids });
  return again.success ? { input: again.data, whole: false } : null;
}

/**
 * Records a visit with all of it, else with what can stand: that somebody was there always does.
 * @param remember keeps why the whole could not, before less of it is recorded: done again, nothing says so any more
 */
export async function putVisit(
  actor: Actor,
  { commandId, visitId, answers }: { commandId: string; visitId: number; answers: Answers },
  field: InTheField,
  remember: (put: PutDown) => Promise<void>,
): Promise<PutDown> {
  const read = readVisit(answers, { visitId, commandId });
  if (!read) return { recorded: false, code: "incomplete" };
  const { input, whole } = read;
  const already = await prisma().visit.findFirst({ where: { id: visitId, doneOn: { not: null }, NOT: { commandId } } });
  const first = await logVisit(actor, input, field);
  if (first.ok) {
    const terms = await putTerms(actor, commandId, visitId, answers);
    return terms ?? { recorded: true, code: whole ? (already ? "visit-done" : null) : "incomplete" };
  }
  await remember(but(first));
  const { promisedOn: _, amount: __, ...rest } = input;
  const noPromise = { ...rest, agreed: rest.agreed.filter((one) => one !== "promise") };
  const second = await logVisit(actor, noPromise, field);
  if (second.ok) return but(first);
  const third = await logVisit(actor, { ...noPromise, nextDay: undefined }, field);
  return third.ok ? but(second) : not(third);
}

/** Terms that were agreed at the table, with the letter that confirms them; null when there were none or all of it stands. */
async function putTerms(actor: Actor, envelopeId: string, visitId: number, answers: Answers): Promise<PutDown | null> {
  const { arrangementTotal: total, arrangementCount: count, arrangementStart: startsOn } = answers;
  if (!total && !count && !startsOn) return null;
  const { tenancyId } = await prisma().visit.findUniqueOrThrow({ where: { id: visitId }, select: { tenancyId: true } });
  const commandId = actOf(envelopeId, "arrangement");
  const read = makeArrangementSchema.safeParse({ commandId, tenancyId, total, count, startsOn });
  if (!read.success) return { recorded: true, code: "arrangement-incomplete" };
  const made = await makeArrangement(actor, read.data);
  if (!made.ok) {
    await inTransaction(async (db) => findProblem(db, await now(db), tenancyId, "wants-arrangement"));
    return but(made);
  }
  const asked = await askLetter(actor, { commandId: actOf(envelopeId, "letter"), tenancyId, kind: "confirm-arrangement" });
  return asked.ok ? null : but(asked);
}

export async function putRing(
  actor: Actor,
  { commandId, taskId, result }: { commandId: string; taskId: number; result: string },
  field: InTheField,
): Promise<PutDown> {
  const read = logRingSchema.safeParse({ taskId, result, commandId });
  if (!read.success) return { recorded: false, code: "incomplete" };
  const rung = await logRing(actor, read.data, field);
  return rung.ok ? { recorded: true, code: rung.value.oddly } : not(rung);
}
