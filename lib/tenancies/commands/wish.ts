import type { Db } from "@/lib/platform/db";

/** What somebody wishes, or what to know before meeting them. Null: nothing (any more). */
export interface Wish {
  readonly smsOptOut?: boolean;
  readonly language?: string | null;
  readonly prefers?: "call" | "visit" | null;
  readonly safetyNote?: string | null;
}

/** Keeps it with the person, for all their tenancies; what it was before stays known to who looks back. Answers whether it differs. */
export async function keepWish(db: Db, personId: number, wish: Wish): Promise<boolean> {
  const before = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { smsOptOut: true, language: true, prefers: true, safetyNote: true },
  });
  const same = Object.entries(wish).every(([field, value]) => before[field as keyof Wish] === value);
  if (!same) await db.person.update({ where: { id: personId }, data: wish });
  return !same;
}
