import type { Actor } from "@/lib/auth/actor";
import { done } from "@/lib/kernel/outcome";
import { recordEviction as evict } from "@/lib/legal/commands";
import type { RecordEvictionInput } from "../../schema/duties";
import { act } from "./act";

/** An eviction that was carried out, with what the yearly survey asks. */
export const recordEviction = (actor: Actor, { commandId, shownAt, ...input }: RecordEvictionInput) =>
  act(actor, { action: "cases.recordEviction", commandId, shownAt, tenancyId: input.tenancyId }, async (desk) => {
    const recorded = await evict(desk.db, actor, desk.now, { ...input, caseId: desk.caseId });
    return recorded.ok ? done({ ...recorded.value, reason: input.reason, household: input.household }) : recorded;
  });
