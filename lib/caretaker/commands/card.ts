import { dateOf, type Now } from "@/lib/platform/clock";
import { type Db, sqlOf } from "@/lib/platform/db";
import { cardCode, readCardCode } from "../domain/code";

/** The card of a task, with its own code; made when it is first asked for, so that it can be carried along. */
export async function cardOfTask(db: Db, now: Now, taskId: number): Promise<{ id: number; code: string }> {
  const known = await db.callbackCard.findFirst({ where: { taskId }, select: { id: true, code: true } });
  if (known) return known;
  const task = await db.caretakerTask.findUniqueOrThrow({ where: { id: taskId } });
  const [next] = await sqlOf(db)<{ n: number }>("SELECT nextval('callback_card_id_seq')::int AS n", []);
  const n = next?.n ?? 0;
  return db.callbackCard.create({
    data: {
      id: n,
      taskId,
      tenancyId: task.tenancyId,
      caseId: task.caseId,
      round: task.round,
      code: cardCode(n),
      recordedAt: now.moment,
    },
    select: { id: true, code: true },
  });
}

/** The tenant calls and names the code: counted once, so that the corporation learns what cards do. Null when no card has it. */
export async function countCallBack(db: Db, now: Now, typed: string): Promise<{ tenancyId: number } | null> {
  const code = readCardCode(typed);
  const card = code ? await db.callbackCard.findUnique({ where: { code } }) : null;
  if (!card) return null;
  if (!card.calledBackOn) await db.callbackCard.update({ where: { id: card.id }, data: { calledBackOn: dateOf(now.day) } });
  return { tenancyId: card.tenancyId };
}
