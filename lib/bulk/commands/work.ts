import { derivedId } from "@/lib/audit/commands/derived-id";
import type { Actor } from "@/lib/auth/actor";
import { askLetter } from "@/lib/cases/commands/desk/ask-letter";
import { assign } from "@/lib/cases/commands/desk/assign";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { startHold } from "@/lib/cases/commands/desk/start-hold";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { peopleOf } from "@/lib/cases/queries/household";
import { overdueOf } from "@/lib/cases/queries/overdue";
import type { Prisma } from "@/lib/generated/prisma/client";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { actorOf } from "@/lib/staff/queries/staff";
import type { BulkParams } from "../domain/bulk";

interface Run {
  readonly actor: Actor;
  readonly commandId: string;
  readonly params: BulkParams;
}

/** Does what waits of a run, or takes it back when that was asked. Stopped halfway it goes on where it stood: each row counts once. */
export async function workBulk(runId: number): Promise<void> {
  const run = await prisma().bulkRun.findUnique({ where: { id: runId } });
  if (!run) return;
  const actor = await actorOf(run.staffId);
  const asked = actor && { actor, commandId: run.commandId, params: run.params as unknown as BulkParams };
  const undoes = run.undoneAt !== null;
  const waiting = await prisma().bulkRow.findMany({
    where: undoes ? { runId, code: "done", undoCode: null } : { runId, code: null },
    orderBy: { tenancyId: "asc" },
  });
  for (const { tenancyId, before } of waiting) {
    const key = { runId_tenancyId: { runId, tenancyId } };
    const result = asked
      ? await (undoes ? takeBack(asked, tenancyId, before) : act(asked, tenancyId, key)).catch((fault) => {
          log.error({ bulk: runId, tenancyId, error: String(fault) }, "a row of a bulk run failed");
          return refused("fault");
        })
      : refused("colleague-gone");
    const code = result.ok ? "done" : result.code;
    await prisma().bulkRow.update({ where: key, data: undoes ? { undoCode: code } : { code } });
  }
  if (!undoes)
    await prisma().bulkRun.updateMany({ where: { id: runId, finishedAt: null }, data: { finishedAt: (await now()).moment } });
}

type Key = Prisma.BulkRowWhereUniqueInput;

async function act({ actor, commandId: form, params }: Run, tenancyId: number, key: Key): Promise<Outcome<unknown>> {
  const commandId = derivedId(form, tenancyId);
  // Done before a stop, and not noted: what it needs may look otherwise by now.
  if ((await prisma().command.count({ where: { id: commandId } })) > 0) return done(null);
  switch (params.act) {
    case "assign": {
      const open = await prisma().arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { ownerId: true } });
      const row = await prisma().bulkRow.findUniqueOrThrow({ where: key });
      // Noted before it is done: after a stop in between the owner may be the new one already.
      if (row.before === null)
        await prisma().bulkRow.update({ where: key, data: { before: { ownerId: open?.ownerId ?? null } } });
      return assign(actor, { commandId, tenancyId, ownerId: params.ownerId ?? undefined });
    }
    case "wait": {
      const charges = await overdueOf(tenancyId);
      if (charges.length === 0) return refused("nothing-open");
      const { reason, reviewOn } = params;
      return startHold(actor, { commandId, tenancyId, reason, reviewOn, charges });
    }
    case "sms":
      return text(actor, commandId, tenancyId);
    case "check-transfer":
      return askLetter(actor, { commandId, tenancyId, kind: "check-transfer" });
  }
}

/** The usual message, to the mobile number of whom one speaks with. */
async function text(actor: Actor, commandId: string, tenancyId: number): Promise<Outcome<unknown>> {
  const { phones, addresseeId } = await peopleOf(tenancyId, (await now()).day);
  const mobile = phones.find(
    ({ personId, kind, quality }) => personId === addresseeId && kind === "mobile" && quality !== "dead",
  );
  if (!mobile) return refused("no-mobile");
  return sendSms(actor, { commandId, tenancyId, personId: mobile.personId, number: mobile.number });
}

async function takeBack({ actor, commandId: form, params }: Run, tenancyId: number, before: unknown): Promise<Outcome<unknown>> {
  const undoes = derivedId(form, tenancyId);
  const commandId = derivedId(undoes, "undo");
  if (params.act === "assign") {
    const { ownerId } = (before ?? {}) as { ownerId?: number | null };
    const open = await prisma().arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { ownerId: true } });
    // Passed on since: it stays where it is.
    if (open && open.ownerId !== params.ownerId) return refused("passed-on");
    return assign(actor, { commandId, tenancyId, ownerId: ownerId ?? undefined });
  }
  if (params.act === "check-transfer") return refused("cannot-undo");
  return undoAct(actor, { commandId, undoes });
}
