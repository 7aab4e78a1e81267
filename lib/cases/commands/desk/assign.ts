import type { Actor } from "@/lib/auth/actor";
import { done, refused } from "@/lib/kernel/outcome";
import { deskColleagues } from "@/lib/staff/queries/staff";
import type { AssignInput } from "../../schema/people";
import { act } from "./act";

/** Who answers for this case from now on; nobody in particular when no colleague is named. */
export const assign = (actor: Actor, { commandId, tenancyId, ownerId }: AssignInput) =>
  act(actor, { action: "cases.assign", commandId, tenancyId }, async ({ db, now, caseId }) => {
    if (caseId === null) return refused("no-case");
    const colleagues = await deskColleagues(now.day, db);
    if (ownerId && !colleagues.some(({ id }) => id === ownerId)) return refused("unknown-colleague");
    await db.arrearsCase.update({ where: { id: caseId }, data: { ownerId: ownerId ?? null } });
    return done({ ownerId: ownerId ?? null });
  });
