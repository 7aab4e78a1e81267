import type { Day } from "@/lib/kernel/day";
import { dateOf } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";

/** What somebody wishes, or what to know before meeting them. Null: nothing (any more). */
export interface Wish {
  readonly smsOptOut?: boolean;
  readonly language?: string | null;
  readonly prefers?: "call" | "visit" | null;
  readonly safetyNote?: string | null;
  /** Whose word it is, and until when it holds. */
  readonly safetyBy?: number | null;
  readonly safetyUntil?: Date | null;
}

/** Every night: a note about safety that nobody renewed holds no longer. */
export const endSafetyNotes = (db: Db, today: Day) =>
  db.person.updateMany({
    where: { safetyUntil: { lt: dateOf(today) } },
    data: { safetyNote: null, safetyBy: null, safetyUntil: null },
  });

/** Keeps it with the person, for all their tenancies; what it was before stays known to who looks back. Answers whether it differs. */
export async function keepWish(db: Db, personId: number, wish: Wish): Promise<boolean> {
  const before = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { smsOptOut: true, language: true, prefers: true, safetyNote: true, safetyBy: true, safetyUntil: true },
  });
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  const same = Object.entries(wish).every(([field, value]) => plain(before[field as keyof Wish]) === plain(value));
  if (!same) await db.person.update({ where: { id: personId }, data: wish });
  return !same;
}
