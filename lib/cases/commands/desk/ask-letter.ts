import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOf } from "@/lib/platform/clock";
import type { AskLetterInput } from "../../schema/duties";
import { act, type Desk } from "./act";

/** A colleague asks for a letter: what was agreed, confirmed in writing. It waits at *Brieven* until somebody prints and posts it. */
export const askLetter = (actor: Actor, { commandId, tenancyId, kind }: AskLetterInput) =>
  act(actor, { action: "cases.askLetter", commandId, tenancyId }, async (desk) => {
    const about = kind === "confirm-promise" ? await promised(desk) : await arranged(desk);
    return about.ok ? newLetter(desk, kind, about.value) : about;
  });

/** One letter of a kind waits at a time; asked for again, it says what holds now. */
export async function newLetter(
  { db, now, tenancyId, caseId }: Pick<Desk, "db" | "now" | "tenancyId" | "caseId">,
  kind: string,
  about: Prisma.InputJsonObject,
): Promise<Outcome<{ letterId: number }>> {
  const waiting = await db.letter.findFirst({ where: { tenancyId, kind, sentOn: null, withdrawnOn: null } });
  if (waiting) {
    await db.letter.update({ where: { id: waiting.id }, data: { about } });
    return done({ letterId: waiting.id });
  }
  const before = await db.letter.aggregate({ where: { tenancyId, kind }, _max: { ordinal: true } });
  const ordinal = (before._max.ordinal ?? 0) + 1;
  const letter = await db.letter.create({
    data: { tenancyId, caseId, kind, ordinal, about, askedOn: dateOf(now.day), recordedAt: now.moment },
    select: { id: true },
  });
  return done({ letterId: letter.id });
}

async function promised({ db, now, tenancyId }: Desk): Promise<Outcome<Prisma.InputJsonObject>> {
  const promise = await db.paymentPromise.findFirst({
    where: { tenancyId, withdrawnOn: null, undoneAt: null, promisedOn: { gte: dateOf(now.day) } },
    orderBy: { id: "desc" },
  });
  if (!promise) return refused("nothing-agreed");
  return done({ cents: promise.amountCents.toString(), day: dayOf(promise.promisedOn) });
}

async function arranged({ db, tenancyId }: Desk): Promise<Outcome<Prisma.InputJsonObject>> {
  const arrangement = await db.arrangement.findFirst({
    where: { tenancyId, endedOn: null },
    include: { instalments: { orderBy: { ordinal: "asc" } } },
    orderBy: { id: "desc" },
  });
  if (!arrangement) return refused("nothing-agreed");
  const terms = arrangement.instalments.map(({ dueOn, amountCents }) => ({ day: dayOf(dueOn), cents: amountCents.toString() }));
  return done({ terms });
}
