import type { Actor } from "@/lib/auth/actor";
import { sendLetter as send } from "@/lib/contact/commands/letter";
import { refused } from "@/lib/kernel/outcome";
import { membersOf } from "@/lib/tenancies/queries/people";
import type { SendLetterInput } from "../../schema/duties";
import { act } from "./act";
import { stillHolds } from "./agreed-now";
import { throughGate } from "./gate";
import { addresseeOf } from "./log-call";

/** A letter was printed and posted today; one that no longer says what holds should not go out. */
export const sendLetter = (actor: Actor, { commandId, shownAt, letterId }: SendLetterInput) =>
  act(
    actor,
    {
      action: "cases.sendLetter",
      commandId,
      shownAt,
      tenancyId: async (db) => (await db.letter.findUnique({ where: { id: letterId } }))?.tenancyId,
    },
    async (desk) => {
      const letter = await desk.db.letter.findUniqueOrThrow({ where: { id: letterId } });
      if (!letter.sentOn && !(await stillHolds(desk, letter))) return refused("letter-outdated");
      const personId = addresseeOf(await membersOf(desk.db, desk.tenancyId, desk.now.day))?.id ?? null;
      const sent = await send(desk.db, actor, desk.now, { letterId, personId, commandId }, desk.policy);
      if (!sent.ok) return sent;
      const gate = await throughGate(desk, { channel: "letter", personId }, undefined);
      return gate.ok ? sent : gate;
    },
  );
