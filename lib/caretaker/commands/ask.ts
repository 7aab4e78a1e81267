import { command } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import { addWorkingDays } from "@/lib/kernel/calendar";
import { done, refused } from "@/lib/kernel/outcome";
import { dateOf } from "@/lib/platform/clock";
import type { AskCaretakerInput, CallOffInput } from "../schema";

/** So many working days a caretaker has for a door that a colleague asked for. */
const WITHIN = 5;

/**
 * A colleague asks the caretaker of the building to ring, for whatever reason: a task never means debt. It stands beside the ladder and
 * counts for nothing in it; the caretaker is told who seeks contact, and no more.
 */
export const askCaretaker = (actor: Actor, { commandId, tenancyId, reason }: AskCaretakerInput) =>
  command(actor, { action: "caretaker.askCaretaker", commandId }, async ({ db, now }) => {
    const kept = { tenancyId, detail: { reason } };
    const tenancy = await db.tenancy.findUnique({
      where: { id: tenancyId },
      select: { dwelling: { select: { building: { select: { id: true, caretakers: { where: { untilDay: null } } } } } } },
    });
    const building = tenancy?.dwelling.building;
    if (!building || building.caretakers.length === 0) return [refused("no-caretaker"), kept];
    if ((await db.caretakerTask.count({ where: { tenancyId, closedOn: null } })) > 0) return [refused("task-open"), kept];
    const task = await db.caretakerTask.create({
      data: {
        ...{ tenancyId, buildingId: building.id, reason, askedBy: actor.staffId, callFor: actor.staffId },
        ...{ givenOn: dateOf(now.day), dueOn: dateOf(addWorkingDays(now.day, WITHIN)), recordedAt: now.moment },
      },
    });
    return [done({ taskId: task.id }), kept];
  });

/** What a colleague asked for is no longer needed. What the ladder asked for is the ladder's to call off. */
export const callOff = (actor: Actor, { commandId, taskId }: CallOffInput) =>
  command(actor, { action: "caretaker.callOff", commandId }, async ({ db, now }) => {
    const task = await db.caretakerTask.findUnique({ where: { id: taskId } });
    const kept = { tenancyId: task?.tenancyId ?? null, detail: { taskId } };
    if (!task || task.reason === null) return [refused("not-found"), kept];
    if (task.closedOn) return [refused("task-closed"), kept];
    await db.caretakerTask.update({
      where: { id: taskId },
      data: { closedOn: dateOf(now.day), closedAt: now.moment, closedReason: "withdrawn" },
    });
    return [done({ taskId }), kept];
  });
