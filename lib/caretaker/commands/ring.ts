import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOf, type Happened, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { CaretakerResult } from "@/lib/rules/facts";
import { FOUND_NOBODY, mayRing, taskAfter } from "../domain/ring";
import { cardOf } from "./card";

/** What the caretaker's screen shows next. Never an amount. */
export interface Rung {
  readonly closed: boolean;
  /** The code to leave on the card, when it is the card's turn. */
  readonly cardCode: string | null;
  /** Rings of this task so far, on different days. */
  readonly days: number;
  /** The task was called off meanwhile; the ring is kept all the same. */
  readonly wasWithdrawn: boolean;
  /** It was recorded, though something else was recorded before: somebody looks at it. */
  readonly oddly: Refusal | null;
  /** A colleague asked for it, whatever the reason; the ladder did not. */
  readonly asked: boolean;
}
interface MadeRing {
  readonly taskId: number;
  readonly result: CaretakerResult;
  readonly commandId: string;
  /** When it was, if not now. */
  readonly happened?: Happened;
  /** It was made, whatever was recorded already or whose building it is by now. */
  readonly always?: boolean;
}
type Refusal = "not-found" | "task-closed" | "rung-today" | "card-after-second";

/** Keeps one ring. At the second day without anybody the card belongs to the same go. */
export async function logRing(db: Db, actor: Actor, now: Now, ring: MadeRing): Promise<Outcome<Rung, Refusal>> {
  const task = await db.caretakerTask.findUnique({
    where: { id: ring.taskId },
    include: { rings: { where: { undoneAt: null }, orderBy: { id: "asc" } } },
  });
  if (!task || !(ring.always || looksAfter(actor, task.buildingId))) return refused("not-found");
  const wasWithdrawn = task.closedReason === "withdrawn";
  const happened = ring.happened ?? now;
  const before = task.rings.map((one) => ({ day: dayOf(one.day), result: one.result as CaretakerResult }));
  const oddly = task.closedOn && !wasWithdrawn ? "task-closed" : mayRing(happened.day, ring.result, before);
  if (oddly && !ring.always) return refused(oddly);

  await db.ring.create({
    data: {
      taskId: task.id,
      day: dateOf(happened.day),
      at: happened.moment,
      result: ring.result,
      staffId: actor.staffId,
      commandId: ring.commandId,
      recordedAt: now.moment,
    },
  });
  const closes = taskAfter(ring.result);
  if (closes && !task.closedOn) {
    await db.caretakerTask.update({
      where: { id: task.id },
      data: { closedOn: dateOf(now.day), closedAt: now.moment, closedReason: closes },
    });
  }
  const card = FOUND_NOBODY.has(ring.result) || ring.result === "card-left" ? await cardOf(db, now, { taskId: task.id }) : null;
  if (card && ring.result === "card-left")
    await db.callbackCard.update({ where: { id: card.id }, data: { leftOn: dateOf(happened.day) } });
  const days = new Set([...before.map((one) => one.day), happened.day]).size;
  return done({
    closed: closes !== null || wasWithdrawn,
    cardCode: days >= 2 && closes === null ? (card?.code ?? null) : null,
    days,
    wasWithdrawn,
    oddly,
    asked: task.reason !== null,
  });
}

/** A caretaker rings at their own buildings; nobody else is limited. */
const looksAfter = (actor: Actor, buildingId: number): boolean =>
  actor.buildingIds === null || actor.buildingIds.includes(buildingId);

/** The ring recorded by this command was not so: it counts nowhere, and the task stands as it did, unless it was closed by something else. */
export async function takeBackRing(
  db: Db,
  now: Now,
  commandId: string,
  at: Date,
): Promise<Outcome<{ readonly asked: boolean }, "not-found">> {
  const ring = await db.ring.findUnique({ where: { commandId }, include: { task: true } });
  if (!ring) return refused("not-found");
  await db.ring.update({ where: { id: ring.id }, data: { undoneAt: now.moment } });
  const open = { closedOn: null, closedAt: null, closedReason: null };
  await db.caretakerTask.updateMany({ where: { id: ring.taskId, closedAt: at }, data: open });
  if (ring.result === "card-left")
    await db.callbackCard.updateMany({ where: { taskId: ring.taskId, leftOn: ring.day }, data: { leftOn: null } });
  return done({ asked: ring.task.reason !== null });
}
