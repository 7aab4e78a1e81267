import { v7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { askVisit } from "@/lib/cases/commands/desk/ask-visit";
import { planVisit } from "@/lib/cases/commands/desk/plan-visit";
import { reassess } from "@/lib/cases/commands/reassess";
import { askVisitSchema, planVisitSchema } from "@/lib/cases/schema/doors";
import type { HandedDay } from "@/lib/field/domain/day";
import { type Envelope, seal } from "@/lib/field/domain/seal";
import type { Form } from "@/lib/field/domain/token";
import { giveDay, openEnvelope, standOf, takeEnvelope, tokenOf } from "@/lib/field/jobs";
import type { Day } from "@/lib/kernel/day";
import { inTransaction, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId } from "./door";

/** A phone of a colleague, as far as the server knows it. */
export interface Phone {
  readonly day: HandedDay;
  /** This phone's clock, as far behind the office's as it is. */
  readonly clock: { readonly now: string; readonly offsetMs: number };
}

export async function takesDay(actor: Actor, firstName = "Joke", behindMs = 0): Promise<Phone> {
  const day = await giveDay(actor, { firstName, lang: "nl" }, { device: newId(), deviceName: "Android" });
  if (!day || day === "lost") throw new Error("no day was handed out");
  const now = new Date(new Date(day.moment).getTime() - behindMs).toISOString();
  return { day, clock: { now, offsetMs: behindMs } };
}

export const momentOf = ({ clock }: Phone, when?: { day: string; part: string }) => ({
  phoneAt: clock.now,
  offsetMs: clock.offsetMs,
  ...(when && { when }),
});

/** Seals as the app does. */
export const sealed = (phone: Phone, form: Form, content: object, id = v7()): Promise<Envelope> =>
  seal(content, phone.day.sealTo, { id, form });

export const visitOf = (phone: Phone, visitId: number, answers: object, when?: { day: string; part: string }) =>
  sealed(phone, "visit-1", { moment: momentOf(phone, when), visitId, answers });
export const ringOf = (phone: Phone, taskId: number, result: string) =>
  sealed(phone, "ring-1", { moment: momentOf(phone), taskId, result });

/** As the routes do: a token first, then what it may. */
export async function deposits(word: string, body: unknown) {
  const token = await tokenOf(word);
  return token ? takeEnvelope(token, body) : { status: 401 };
}
export async function asksFor(word: string, body: unknown) {
  const token = await tokenOf(word);
  return token ? standOf(token, body) : { status: 401 };
}

/** Puts it down and lets the worker open it: what the server keeps of it. */
export async function arrives({ day }: Phone, envelope: Envelope) {
  const taken = await deposits(day.token, envelope);
  await openEnvelope({ envelopeId: envelope.id });
  return { taken, kept: await prisma().fieldEnvelope.findUnique({ where: { id: envelope.id } }) };
}

/** A visit that is planned for today, and the phone of whoever goes. */
export async function plannedVisit(asks: Actor, goes: Actor, today: Day): Promise<{ door: Door; visitId: number; phone: Phone }> {
  const door = await behindTheDoor({ today });
  const asked = await askVisit(asks, askVisitSchema.parse({ commandId: newId(), tenancyId: door.tenancyId }));
  const visitId = asked.ok ? asked.value.visitId : 0;
  const plan = { commandId: newId(), visitId, plannedFor: today, part: "afternoon", announcedBy: "phone" };
  await planVisit(goes, planVisitSchema.parse(plan));
  return { door, visitId, phone: await takesDay(goes) };
}

/** A door whose tenant has no usable number, so that the rules ask the caretaker; and the caretaker's phone. */
export async function caretakersTask(
  asks: Actor,
  today: Day,
): Promise<{ door: Door; taskId: number; ronald: Actor; phone: Phone }> {
  const door = await behindTheDoor({ today });
  await prisma().contactPoint.updateMany({
    where: { personId: door.personId },
    data: { quality: "dead", deadAt: new Date("2026-03-01") },
  });
  await inTransaction((db) => reassess(db, asks, [door.tenancyId]));
  const task = await prisma().caretakerTask.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
  const ronald = await colleague("caretaker", "Ronald", [door.buildingId]);
  return { door, taskId: task.id, ronald, phone: await takesDay(ronald, "Ronald") };
}
