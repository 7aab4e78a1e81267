import type { Actor } from "@/lib/auth/actor";
import { dateOf, type Happened, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { AttemptFacts } from "@/lib/rules/facts";

interface NewAttempt {
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly personId: number | null;
  readonly channel: AttemptFacts["channel"];
  readonly direction?: AttemptFacts["direction"];
  readonly outcome: AttemptFacts["outcome"];
  readonly spokeWith?: string | null;
  readonly number?: string | null;
  readonly note?: string | null;
  readonly messageId?: number | null;
  readonly commandId?: string | null;
  /** Of a call that came in: how one made sure who rang. */
  readonly identity?: string | null;
}

/** Writes down one try through one channel: now, or when it happened. */
export async function recordAttempt(
  db: Db,
  actor: Actor,
  now: Now,
  attempt: NewAttempt,
  happened: Happened = now,
): Promise<number> {
  const saved = await db.attempt.create({
    data: {
      ...attempt,
      direction: attempt.direction ?? "outbound",
      day: dateOf(happened.day),
      part: happened.part,
      at: happened.moment,
      staffId: actor.staffId,
      recordedAt: now.moment,
    },
    select: { id: true },
  });
  return saved.id;
}
