import type { Actor } from "@/lib/auth/actor";
import { countCallBack } from "@/lib/caretaker/commands/card";
import { recordAttempt } from "@/lib/contact/commands/attempt";
import { cancelWaiting } from "@/lib/contact/commands/outbox";
import { ENDS_NUMBER } from "@/lib/contact/domain/call";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { markNumberDead, markNumberVerified } from "@/lib/tenancies/commands/number";
import { membersOf, type TenancyMember } from "@/lib/tenancies/queries/people";
import type { LogCallInput } from "../../schema/calls";
import { act, type Desk } from "./act";
import { throughGate } from "./gate";
import { recordSaid } from "./said";

/** A call, ours or theirs, with everything that was said in it. A call that was made against the gate needs a note. */
export const logCall = (actor: Actor, call: LogCallInput) =>
  act(
    actor,
    { action: "cases.logCall", commandId: call.commandId, shownAt: call.shownAt, tenancyId: call.tenancyId },
    async (desk) => {
      const members = await membersOf(desk.db, desk.tenancyId, desk.now.day);
      const person = call.personId ? members.find((member) => member.id === call.personId) : addresseeOf(members);
      if (call.personId && !person) return refused("unknown-person");
      if (call.direction === "outbound") {
        const proposal = { channel: "call", personId: person?.id ?? null, number: call.number ?? null } as const;
        const gate = await throughGate(desk, proposal, call.overrideNote);
        if (!gate.ok) return gate;
      }
      const attemptId = await recordAttempt(desk.db, actor, desk.now, {
        tenancyId: desk.tenancyId,
        caseId: desk.caseId,
        personId: person?.id ?? null,
        channel: "call",
        direction: call.direction,
        outcome: call.outcome,
        spokeWith: call.outcome === "spoke" ? call.spokeWith : call.outcome === "someone-else" ? "other" : null,
        number: call.number ?? null,
        note: call.note ?? null,
        commandId: call.commandId,
        identity: call.direction === "inbound" ? (call.identity ?? null) : null,
      });
      await applyCallOutcome(desk, call, members);
      const card = await applyCardReply(desk, call.cardCode);
      if (!card.ok) return card;
      // Somebody spoke with them: what still waits to be sent would only ask for a call.
      if (call.outcome === "spoke") await cancelWaiting(desk.db, desk.now, desk.tenancyId, "spoke-today");
      const said = await recordSaid(desk, call, person ?? null, attemptId);
      return said.ok ? done({ attemptId }) : said;
    },
  );

/** The representative when there is one, else the first living tenant. */
export const addresseeOf = (members: readonly TenancyMember[]): TenancyMember | undefined =>
  members.find((member) => member.role === "representative") ??
  members.find((member) => (member.role === "tenant" || member.role === "co-tenant") && member.deceasedOn === null);

/** A wrong or dead number is no longer called, whoever of the household it stood with; one on which we spoke is theirs. */
async function applyCallOutcome(desk: Desk, call: LogCallInput, members: readonly TenancyMember[]): Promise<void> {
  if (!call.number) return;
  const everybody = members.map((member) => member.id);
  if (ENDS_NUMBER.has(call.outcome)) desk.before({ numbers: await markNumberDead(desk.db, desk.now, everybody, call.number) });
  if (call.outcome === "spoke" && call.personId) await markNumberVerified(desk.db, [call.personId], call.number);
}

/** The tenant names the code on the card: it must be this household's. */
async function applyCardReply(desk: Desk, typed: string | undefined): Promise<Outcome<null>> {
  if (!typed) return done(null);
  const card = await countCallBack(desk.db, desk.now, typed);
  return card?.tenancyId === desk.tenancyId ? done(null) : refused("unknown-code");
}
