import type { Actor } from "@/lib/auth/actor";
import { done } from "@/lib/kernel/outcome";
import { objectToSharing as object } from "@/lib/referrals/commands";
import type { ObjectToSharingInput } from "../../schema/duties";
import { act } from "./act";
import { writeNote } from "./add-note";

/** The tenant does not want contact details shared with the municipality: nothing is reported. */
export const objectToSharing = (actor: Actor, { commandId, shownAt, tenancyId, note }: ObjectToSharingInput) =>
  act(actor, { action: "cases.objectToSharing", commandId, shownAt, tenancyId }, async (desk) => {
    const objected = await object(desk.db, actor, desk.now, tenancyId);
    if (!objected.ok) return objected;
    if (note) await writeNote(desk, note);
    return done({ tenancyId });
  });
