import { type Block, blockOf, mayContact } from "@/lib/contact/domain/gate";
import { gateFacts, type Proposal } from "@/lib/contact/queries/gate";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import type { Desk } from "./act";

/** Asks the gate before a contact. A note that goes against it is kept in the audit with what it went against. */
export async function throughGate(
  desk: Desk,
  proposal: Omit<Proposal, "tenancyId">,
  overrideNote: string | undefined,
  /** Reasons that do not count here, because somebody looks again later. */
  later: readonly Block["code"][] = [],
): Promise<Outcome<{ readonly waits: boolean }>> {
  const facts = await gateFacts(desk.db, desk.now, desk.policy, { ...proposal, tenancyId: desk.tenancyId });
  const answer = mayContact(facts, desk.policy);
  const blocks = answer.blocks.filter((block) => !later.includes(block.code));
  const stop = blockOf({ allowed: blocks.length === 0, blocks }, overrideNote);
  if (stop) return refused(`gate-${stop.code}`, { ...stop.values, override: stop.override ? "yes" : "no" });
  if (blocks.length > 0 && overrideNote) desk.note({ against: blocks.map((block) => block.code), overrideNote });
  return done({ waits: answer.blocks.length > blocks.length });
}
