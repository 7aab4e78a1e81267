import type { Actor } from "@/lib/auth/actor";
import { sendLetter as send } from "@/lib/contact/commands/letter";
import { membersOf } from "@/lib/tenancies/queries/people";
import type { SendLetterInput } from "../../schema/duties";
import { act } from "./act";
import { throughGate } from "./gate";
import { addresseeOf } from "./log-call";

/** The written reminder was printed and posted today. */
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
      const personId = addresseeOf(await membersOf(desk.db, desk.tenancyId, desk.now.day))?.id ?? null;
      const sent = await send(desk.db, actor, desk.now, { letterId, personId, commandId }, desk.policy);
      if (!sent.ok) return sent;
      const gate = await throughGate(desk, { channel: "letter", personId }, undefined);
      return gate.ok ? sent : gate;
    },
  );
