import { dateOf, type Now } from "@/lib/platform/clock";
import { type Db, sqlOf } from "@/lib/platform/db";
import { cardCode, readCardCode } from "../domain/code";

/** What a card belongs to: a caretaker's task, or a consultant's visit. */
type Of = { readonly taskId: number } | { readonly visitId: number };

/** The card of a task or visit, with its own code; made when it is first asked for, so that it can be carried along. */
export async function cardOf(db: Db, now: Now, of: Of): Promise<{ id: number; code: string }> {
  const known = await db.callbackCard.findFirst({ where: of, select: { id: true, code: true } });
  if (known) return known;
  const { tenancyId, caseId, round } =
    "taskId" in of
      ? await db.caretakerTask.findUniqueOrThrow({ where: { id: of.taskId } })
      : await db.visit.findUniqueOrThrow({ where: { id: of.visitId } });
  const [next] = await sqlOf(db)<{ n: number }>("SELECT nextval('callback_card_id_seq')::int AS n", []);
  const n = next?.n ?? 0;
  return db.callbackCard.create({
    data: { ...of, id: n, tenancyId, caseId, round, code: cardCode(n), recordedAt: now.moment },
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
