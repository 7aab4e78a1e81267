import type { Actor } from "@/lib/auth/actor";
import { refused } from "@/lib/kernel/outcome";
import { assess } from "@/lib/rules/assess";
import { askVisit as ask } from "@/lib/visits/commands/plan";
import type { AskVisitInput } from "../../schema/doors";
import { act } from "./act";

/** A person asks for a visit that the ladder did not ask for yet. */
export const askVisit = (actor: Actor, { commandId, shownAt, tenancyId, ...asked }: AskVisitInput) =>
  act(actor, { action: "cases.askVisit", commandId, shownAt, tenancyId }, async (desk) => {
    if (desk.caseId === null) return refused("case-closed");
    const round = assess(await desk.facts(), desk.policy).round?.ordinal ?? 1;
    return ask(desk.db, desk.now, { ...asked, tenancyId, caseId: desk.caseId, round }, desk.policy);
  });
