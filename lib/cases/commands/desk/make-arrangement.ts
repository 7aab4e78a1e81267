import { makeArrangement as arrange } from "@/lib/arrangements/commands/arrangement";
import type { Actor } from "@/lib/auth/actor";
import { done, refused } from "@/lib/kernel/outcome";
import type { MakeArrangementInput } from "../../schema/agreements";
import { act } from "./act";
import { writeNote } from "./add-note";

/** Equal monthly instalments from a day on, for what is overdue or part of it. */
export const makeArrangement = (actor: Actor, { commandId, shownAt, tenancyId, note, ...asked }: MakeArrangementInput) =>
  act(actor, { action: "cases.makeArrangement", commandId, shownAt, tenancyId }, async (desk) => {
    if (desk.caseId === null) return refused("case-closed");
    const { position } = await desk.facts();
    const made = await arrange(
      desk.db,
      actor,
      desk.now,
      { ...asked, tenancyId, caseId: desk.caseId },
      position.open,
      desk.policy,
    );
    if (!made.ok) return made;
    if (note) await writeNote(desk, note);
    return done({ ...made.value, totalCents: asked.total.toString() });
  });
