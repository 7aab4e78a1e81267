import type { Actor } from "@/lib/auth/actor";
import { startHold as start } from "@/lib/holds/commands";
import type { StartHoldInput } from "../../schema/agreements";
import { act } from "./act";

/** Pauses named charges until a review day. New months are not covered. */
export const startHold = (actor: Actor, { commandId, shownAt, ...hold }: StartHoldInput) =>
  act(actor, { action: "cases.startHold", commandId, shownAt, tenancyId: hold.tenancyId }, async (desk) => {
    const open = (await desk.facts()).overdue.map((charge) => charge.id);
    desk.note({ charges: [...hold.charges], reason: hold.reason });
    return start(desk.db, actor, desk.now, hold, open, desk.policy);
  });
