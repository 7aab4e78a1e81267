import type { Actor } from "@/lib/auth/actor";
import { done } from "@/lib/kernel/outcome";
import type { MakePromiseInput } from "../../schema/agreements";
import { act } from "./act";
import { writeNote } from "./add-note";
import { promise } from "./agree";

/** A promise to pay, apart from a call. */
export const makePromise = (actor: Actor, { commandId, shownAt, tenancyId, note, ...asked }: MakePromiseInput) =>
  act(actor, { action: "cases.makePromise", commandId, shownAt, tenancyId }, async (desk) => {
    const made = await promise(desk, asked);
    if (!made.ok) return made;
    if (note) await writeNote(desk, note);
    return done({ ...made.value, amountCents: asked.amount.toString() });
  });
