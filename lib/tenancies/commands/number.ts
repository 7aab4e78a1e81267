import type { Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";

/** A number that does not reach this person stays on record, and is no longer used. Answers the rows it changed, for an undo. */
export async function markNumberDead(db: Db, now: Now, personIds: readonly number[], number: string): Promise<number[]> {
  const points = await db.contactPoint.findMany({
    where: { personId: { in: [...personIds] }, value: number, endedAt: null, quality: { not: "dead" }, kind: { not: "email" } },
    select: { id: true },
  });
  const ids = points.map((point) => point.id);
  await db.contactPoint.updateMany({ where: { id: { in: ids } }, data: { quality: "dead", deadAt: now.moment } });
  return ids;
}

/** Somebody was reached on it: it is theirs. */
export async function markNumberVerified(db: Db, personIds: readonly number[], number: string): Promise<void> {
  await db.contactPoint.updateMany({
    where: { personId: { in: [...personIds] }, value: number, endedAt: null, quality: "plausible", kind: { not: "email" } },
    data: { quality: "verified" },
  });
}

/** Takes back that a number was dead, because the call that said so was undone. */
export async function reviveNumbers(db: Db, contactPointIds: readonly number[]): Promise<void> {
  await db.contactPoint.updateMany({ where: { id: { in: [...contactPointIds] } }, data: { quality: "plausible", deadAt: null } });
}

/** A number learned at the desk. A dead one that works again comes back; the old row keeps its end. */
export async function addNumber(
  db: Db,
  now: Now,
  personId: number,
  phone: { readonly kind: "mobile" | "landline" | "unusable"; readonly value: string },
): Promise<"added" | "known"> {
  const known = await db.contactPoint.findFirst({
    where: { personId, value: phone.value, endedAt: null, kind: { not: "email" } },
  });
  if (known && known.quality !== "dead") return "known";
  if (known) await db.contactPoint.update({ where: { id: known.id }, data: { endedAt: now.moment } });
  await db.contactPoint.create({
    data: { personId, kind: phone.kind, value: phone.value, quality: "verified", recordedAt: now.moment },
  });
  return "added";
}
