import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { keepWish, type Wish } from "@/lib/tenancies/commands/wish";
import { membersOf } from "@/lib/tenancies/queries/people";
import { act } from "./act";

interface Said {
  readonly commandId: string;
  readonly tenancyId: number;
  readonly personId: number;
}
type Recorded = Readonly<Record<string, boolean | string | null>>;

/** One wish of somebody of this tenancy; it holds for all their tenancies. `recorded` is what the audit row says: never what a note holds. */
export const wish = (
  actor: Actor,
  action: string,
  { commandId, tenancyId, personId }: Said,
  wished: Wish,
  recorded: Recorded,
): Promise<Outcome<{ personId: number; changed: boolean }>> =>
  act(actor, { action, commandId, tenancyId }, async ({ db, now, note }) => {
    const members = await membersOf(db, tenancyId, now.day);
    if (!members.some((member) => member.id === personId)) return refused("unknown-person");
    note({ ...recorded });
    return done({ personId, changed: await keepWish(db, personId, wished) });
  });
