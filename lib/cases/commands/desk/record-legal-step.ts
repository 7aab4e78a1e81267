import type { Actor } from "@/lib/auth/actor";
import { done } from "@/lib/kernel/outcome";
import { recordLegalStep as step } from "@/lib/legal/commands";
import type { RecordLegalStepInput } from "../../schema/duties";
import { act } from "./act";

/** A step of law, decided and taken by people; the product takes none. */
export const recordLegalStep = (actor: Actor, { commandId, shownAt, ...input }: RecordLegalStepInput) =>
  act(actor, { action: "cases.recordLegalStep", commandId, shownAt, tenancyId: input.tenancyId }, async (desk) => {
    const recorded = await step(desk.db, actor, desk.now, { ...input, caseId: desk.caseId });
    return recorded.ok ? done({ ...recorded.value, kind: input.kind, day: input.day }) : recorded;
  });
