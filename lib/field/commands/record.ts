import type { Actor } from "@/lib/auth/actor";
import type { InTheField } from "@/lib/cases/commands/desk/log-visit";
import { withoutControls } from "@/lib/kernel/text";
import { type Happened, now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { depositorOf } from "@/lib/staff/queries/staff";
import { type Envelope, unseal } from "../domain/seal";
import { doorOf, doorOfTenancy, type Form } from "../domain/token";
import { correctionSchema, ringSchema, visitSchema } from "../schema";
import { happenedAt } from "./happened";
import { type PutDown, putRing, putVisit } from "./put-down";

/** What became of an envelope, and of whom and when it is. */
interface Result extends PutDown {
  readonly tenancyId?: number | null;
  readonly phoneAt?: Date;
  readonly happened?: Happened;
}
const look = (code: string, more: Partial<Result> = {}): Result => ({ recorded: false, code, ...more });

/** Half of a sign that takes two, such as an emoji that was cut. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What people type, without what no database holds: control signs and halves of signs. */
function clean(value: unknown): unknown {
  if (typeof value === "string") return withoutControls(value.replace(HALVES, "\ufffd"));
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
}

/**
 * Opens an envelope and records what happened at the door, whoever went there meanwhile and whatever became of the case. What cannot be
 * recorded as it is waits for a person. Done again, it does nothing the second time.
 * @param anyway a colleague looked at it and wants it recorded: the hand-out is no reason any more
 */
export async function recordEnvelope(id: string, anyway = false): Promise<void> {
  const found = await prisma().fieldEnvelope.findUnique({ where: { id }, include: { key: true, handout: true } });
  if (!found || !(anyway ? ["received", "review"] : ["received"]).includes(found.state)) return;
  const envelope = { id, keyId: found.keyId, form: found.form, ...(found.sealed as object) } as Envelope;
  const opened = await unseal(envelope, found.key.agree as JsonWebKey).catch(() => null);
  const actor = await depositorOf(found.handout.staffId);
  const { form, handout, receivedAt } = found;
  const said = { id, form: form as Form, content: clean(opened), handout, receivedAt, anyway };
  const result = opened === null || !actor ? look("unreadable") : await resultOf(actor, said);
  const { tenancyId = null } = result;
  if (tenancyId !== null && (await isErased(tenancyId))) return letGo(id, tenancyId);
  // What was remembered on the way counts, also when it was opened before and interrupted.
  const before = anyway ? null : found.code;
  const code = result.code ?? before;
  const detail = result.code === null && before !== null ? (found.detail as object) : { ...result.detail };
  await prisma().fieldEnvelope.update({
    where: { id },
    data: {
      ...{ state: code === null ? "recorded" : "review", code },
      detail: { ...detail, recorded: result.recorded ? 1 : 0 },
      openedAt: (await now()).moment,
      tenancyId,
      phoneAt: result.phoneAt ?? null,
      happenedAt: result.happened?.moment ?? null,
    },
  });
}

/** Whether everybody who lived there was erased since: what comes in of them now is not written down again. */
async function isErased(tenancyId: number): Promise<boolean> {
  const people = await prisma().tenancyPerson.findMany({
    where: { tenancyId, role: { in: ["tenant", "co-tenant"] } },
    select: { person: { select: { erasedAt: true } } },
  });
  return people.length > 0 && people.every(({ person }) => person.erasedAt !== null);
}

/** That it came stays, and nothing of what it says. */
async function letGo(id: string, tenancyId: number): Promise<void> {
  const openedAt = (await now()).moment;
  await prisma().fieldEnvelope.update({
    where: { id },
    data: { state: "settled", code: "erased", sealed: {}, detail: {}, tenancyId, openedAt, settledAt: openedAt },
  });
}

const TRIES = 5;
const TWO_MINUTES = 120_000;

/** What was kept and not opened: its job was lost, or failed too often. After some tries somebody has a look. */
export async function openWaiting(): Promise<number> {
  const at = await now();
  const before = new Date(at.moment.getTime() - (at.own ? 0 : TWO_MINUTES));
  const rows = await prisma().fieldEnvelope.findMany({ where: { state: "received", receivedAt: { lte: before } }, take: 50 });
  for (const { id, tries } of rows) {
    try {
      await recordEnvelope(id);
    } catch (error) {
      log.error({ envelope: id, error: String(error) }, "an envelope could not be opened");
      const last = tries + 1 >= TRIES;
      await prisma().fieldEnvelope.update({
        where: { id },
        data: { tries: tries + 1, ...(last && { state: "review", code: "fault" }) },
      });
    }
  }
  return rows.length;
}

interface Opened {
  readonly id: string;
  readonly form: Form;
  readonly content: unknown;
  readonly handout: {
    readonly doors: string[];
    readonly revokedAt: Date | null;
    readonly handedAt: Date;
    readonly expiresAt: Date;
  };
  readonly receivedAt: Date;
  readonly anyway: boolean;
}

async function resultOf(actor: Actor, opened: Opened): Promise<Result> {
  const { id, form, content, handout, receivedAt, anyway } = opened;
  if (form === "correction-1") return correctionOf(opened);
  const read = form === "visit-1" ? visitSchema.safeParse(content) : ringSchema.safeParse(content);
  if (!read.success) return look("incomplete");
  const { moment } = read.data;
  const door = "visitId" in read.data ? doorOf("visit", read.data.visitId) : doorOf("task", read.data.taskId);
  const tenancyId = await tenancyBehind(door);
  const { happened, odd } = await happenedAt(moment, handout.handedAt);
  const about = { tenancyId, phoneAt: new Date(moment.phoneAt), happened };
  if (tenancyId === null) return look("not-found", about);
  if (await isErased(tenancyId)) return { recorded: false, code: null, ...about };
  const handed = handout.doors.includes(doorOfTenancy(door, tenancyId));
  // The number was given out anew since: it is another's door now.
  if (!handed && handout.doors.some((one) => one.startsWith(`${door} of `)))
    return look("other-door", { ...about, tenancyId: null });
  if (!anyway) {
    if (handout.revokedAt) return look("revoked", about);
    if (!handed) return look("not-handed-out", about);
    if (happened.moment > handout.expiresAt) return look("late", about);
  }
  const late = receivedAt > handout.expiresAt ? "late" : null;
  const field: InTheField = { happened, always: true };
  const remember = async ({ code, detail }: PutDown) => {
    await prisma().fieldEnvelope.update({ where: { id }, data: { code, detail: { ...detail } } });
  };
  const done =
    "visitId" in read.data
      ? await putVisit(actor, { commandId: id, ...read.data }, field, remember)
      : await putRing(actor, { commandId: id, ...read.data }, field);
  return { ...about, ...done, code: done.code ?? odd ?? late };
}

/** Somebody says afterwards that it was otherwise: a colleague puts it right. */
async function correctionOf({ content, handout }: Opened): Promise<Result> {
  const read = correctionSchema.safeParse(content);
  if (!read.success) return look("incomplete");
  const { happened } = await happenedAt(read.data.moment, handout.handedAt);
  return look("correction", { phoneAt: new Date(read.data.moment.phoneAt), happened });
}

async function tenancyBehind(door: string): Promise<number | null> {
  const [kind, id] = door.split(" ");
  const where = { where: { id: Number(id) }, select: { tenancyId: true } } as const;
  const found = kind === "visit" ? await prisma().visit.findUnique(where) : await prisma().caretakerTask.findUnique(where);
  return found?.tenancyId ?? null;
}
