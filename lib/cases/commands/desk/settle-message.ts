import type { Actor } from "@/lib/auth/actor";
import { settleMessage as settle } from "@/lib/contact/commands/outbox";
import { done } from "@/lib/kernel/outcome";
import type { SettleMessageInput } from "../../schema/calls";
import { act } from "./act";

/** A person found out whether an uncertain message arrived. */
export const settleMessage = (actor: Actor, { commandId, messageId, verdict }: SettleMessageInput) =>
  act(
    actor,
    {
      action: "cases.settleMessage",
      commandId,
      tenancyId: async (db) => (await db.outboxMessage.findUnique({ where: { id: messageId } }))?.tenancyId,
    },
    async ({ db, now }) => {
      const settled = await settle(db, now, messageId, verdict);
      return settled.ok ? done({ messageId, verdict }) : settled;
    },
  );
