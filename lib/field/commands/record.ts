import { v5 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { askLetter } from "@/lib/cases/commands/desk/ask-letter";
import { logRing } from "@/lib/cases/commands/desk/log-ring";
import { type InTheField, logVisit } from "@/lib/cases/commands/desk/log-visit";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { makeArrangementSchema } from "@/lib/cases/schema/agreements";
import { logRingSchema, logVisitSchema } from "@/lib/cases/schema/doors";
import { partOfDay } from "@/lib/kernel/calendar";
import { type Day } from "@/lib/kernel/day";
import { type Happened, now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { amsterdamOf, momentAt } from "@/lib/platform/zone";
import { depositorOf } from "@/lib/staff/queries";
import type { Envelope } from "../domain/seal";
import { unseal } from "../domain/seal";
import { doorOf, type Form } from "../domain/token";
import { correctionSchema, ringSchema, visitSchema } from "../schema";

/** What became of an envelope: recorded or not, and why somebody has to look at it. */
interface Result {
  readonly recorded: boolean;
  readonly code: string | null;
  readonly tenancyId?: number | null;
  readonly phoneAt?: Date;
  readonly happened?: Happened;
}
const look = (code: string, more: Partial<Result> = {}): Result => ({ recorded: false, code, ...more });

/**
 * Opens an envelope and records what happened at the door, whoever went there meanwhile and whatever became of the case. What cannot be
 * recorded as it is waits for a person. Done again, it does nothing the second time.
 * @param anyway a colleague looked at it and wants it recorded: the hand-out is no reason any more
 */
export async function recordEnvelope(id: string, anyway = false): Promise<void> {
  const found = await prisma().fieldEnvelope.findUnique({ where: { id }, include: { key: true, handout: true } });
  if (!found || !(anyway ? ["received", "review"] : ["received"]).includes(found.state)) return;
  const envelope = { id, keyId: found.keyId, form: found.form, ...(found.sealed as object) } as Envelope;
  const content = await unseal(envelope, found.key.agree as JsonWebKey).catch(() => null);
  const actor = await depositorOf(found.handout.staffId);
  const result =
    content === null || !actor
      ? look("unreadable")
      : await resultOf(actor, {
          id,
          form: found.form as Form,
          content,
          handout: found.handout,
          receivedAt: found.receivedAt,
          anyway,
        });
  await prisma().fieldEnvelope.update({
    where: { id },
    data: {
      state: result.code === null ? "recorded" : "review",
      code: result.code,
      openedAt: (await now()).moment,
      tenancyId: result.tenancyId ?? null,
      phoneAt: result.phoneAt ?? null,
      happenedAt: result.happened?.moment ?? null,
    },
  });
}

interface Opened {
  readonly id: string;
  readonly form: Form;
  readonly content: unknown;
  readonly handout: { readonly doors: string[]; readonly revokedAt: Date | null; readonly expiresAt: Date };
  readonly receivedAt: Date;
  readonly anyway: boolean;
}

async function resultOf(actor: Actor, opened: Opened): Promise<Result> {
  if (opened.form === "correction-1") return correctionOf(opened);
  const read = opened.form === "visit-1" ? visitSchema.safeParse(opened.content) : ringSchema.safeParse(opened.content);
  if (!read.success) return look("incomplete");
  const { moment } = read.data;
  const door = "visitId" in read.data ? doorOf("visit", read.data.visitId) : doorOf("task", read.data.taskId);
  const tenancyId = await tenancyBehind(door);
  const { happened, odd } = await happenedAt(moment);
  const about = { tenancyId, phoneAt: new Date(moment.phoneAt), happened };
  if (tenancyId === null) return look("not-found", about);
  if (opened.handout.revokedAt && !opened.anyway) return look("revoked", about);
  if (!opened.handout.doors.includes(door) && !opened.anyway) return look("not-handed-out", about);
  const late = opened.receivedAt > opened.handout.expiresAt ? "late" : null;
  const field: InTheField = { happened, always: true };
  const done =
    "visitId" in read.data ? await visit(actor, opened.id, read.data, field) : await ring(actor, opened.id, read.data, field);
  return { ...about, recorded: done.recorded, code: done.code ?? odd ?? late };
}

type Answers = Readonly<Record<string, string | boolean | string[]>>;

async function visit(
  actor: Actor,
  commandId: string,
  { visitId, answers }: { visitId: number; answers: Answers },
  field: InTheField,
): Promise<Result> {
  const read = logVisitSchema.safeParse({ ...answers, visitId, commandId });
  if (!read.success) return look("incomplete");
  const already = await prisma().visit.findFirst({ where: { id: visitId, doneOn: { not: null }, NOT: { commandId } } });
  const whole = await logVisit(actor, read.data, field);
  if (whole.ok) {
    const refusal = await arrangement(actor, commandId, visitId, answers);
    return { recorded: true, code: refusal ?? (already ? "visit-done" : null) };
  }
  // What was agreed cannot stand as it is; that somebody was there does.
  const { promisedOn: _, amount: __, nextDay: ___, ...rest } = read.data;
  const made = await logVisit(actor, { ...rest, agreed: rest.agreed.filter((one) => one !== "promise") }, field);
  return made.ok ? { recorded: true, code: whole.code } : look(made.code);
}

/** An act of its own that belongs to an envelope: the same each time it is opened. */
const actOf = (envelopeId: string, act: string): string => v5(act, envelopeId);

/** Terms that were agreed at the table, with the letter that confirms them; the code of why not. */
async function arrangement(actor: Actor, envelopeId: string, visitId: number, answers: Answers): Promise<string | null> {
  const { arrangementTotal: total, arrangementCount: count, arrangementStart: startsOn } = answers;
  if (!total && !count && !startsOn) return null;
  const { tenancyId } = await prisma().visit.findUniqueOrThrow({ where: { id: visitId }, select: { tenancyId: true } });
  const commandId = actOf(envelopeId, "arrangement");
  const read = makeArrangementSchema.safeParse({ commandId, tenancyId, total, count, startsOn });
  if (!read.success) return "arrangement-incomplete";
  const made = await makeArrangement(actor, read.data);
  if (!made.ok) return made.code;
  const letter = { commandId: actOf(envelopeId, "letter"), tenancyId, kind: "confirm-arrangement" } as const;
  const asked = await askLetter(actor, letter);
  return asked.ok ? null : asked.code;
}

async function ring(
  actor: Actor,
  commandId: string,
  { taskId, result }: { taskId: number; result: string },
  field: InTheField,
): Promise<Result> {
  const read = logRingSchema.safeParse({ taskId, result, commandId });
  if (!read.success) return look("incomplete");
  const rung = await logRing(actor, read.data, field);
  return rung.ok ? { recorded: true, code: rung.value.oddly } : look(rung.code);
}

/** Somebody says afterwards that it was otherwise: a colleague puts it right. */
async function correctionOf({ content }: Opened): Promise<Result> {
  const read = correctionSchema.safeParse(content);
  if (!read.success) return look("incomplete");
  const about = await prisma().fieldEnvelope.findUnique({ where: { id: read.data.envelopeId } });
  const { happened } = await happenedAt(read.data.moment);
  return look("correction", { tenancyId: about?.tenancyId ?? null, phoneAt: new Date(read.data.moment.phoneAt), happened });
}

async function tenancyBehind(door: string): Promise<number | null> {
  const [kind, id] = door.split(" ");
  const where = { where: { id: Number(id) }, select: { tenancyId: true } } as const;
  const found = kind === "visit" ? await prisma().visit.findUnique(where) : await prisma().caretakerTask.findUnique(where);
  return found?.tenancyId ?? null;
}

const HOUR = { morning: 9, afternoon: 14, evening: 19 } as const;

/** When it was: as somebody said, or by the phone's clock put right. What would lie ahead of the office's clock counts as now. */
async function happenedAt(moment: {
  phoneAt: string;
  offsetMs: number;
  when?: { day: string; part: keyof typeof HOUR } | undefined;
}): Promise<{ happened: Happened; odd: string | null }> {
  const at = await now();
  const own = new Date(new Date(moment.phoneAt).getTime() + moment.offsetMs);
  const there = amsterdamOf(own);
  const said = moment.when;
  const happened: Happened = said
    ? { day: said.day as Day, part: said.part, moment: momentAt(said.day as Day, HOUR[said.part]) }
    : { day: there.day, part: partOfDay(there.minutes), moment: own };
  const ahead = happened.day > at.day;
  return ahead ? { happened: at, odd: "clock-ahead" } : { happened, odd: null };
}
