import type { Actor } from "@/lib/auth/actor";
import { done, refused } from "@/lib/kernel/outcome";
import type { AddNoteInput } from "../../schema/calls";
import { act, type Desk } from "./act";

/** A note for the team. A consultant's note says what happens now, and counts as the review the ladder asks for. */
export const addNote = (actor: Actor, { commandId, tenancyId, text }: AddNoteInput) =>
  act(actor, { action: "cases.addNote", commandId, tenancyId }, async (desk) => {
    if (actor.staffId === null) return refused("not-found");
    return done({ noteId: await writeNote(desk, text) });
  });

export async function writeNote({ db, actor, now, tenancyId, caseId }: Desk, text: string): Promise<number | null> {
  if (actor.staffId === null) return null;
  const saved = await db.caseNote.create({ data: { tenancyId, caseId, text, staffId: actor.staffId, at: now.moment } });
  return saved.id;
}
