import { command } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { problemsOf } from "../domain/texts";
import type { SaveTextInput } from "../schema";

/** New words for a kind of message, in force at once; the words before stay as they were. Refused while something is wrong with them. */
export const saveText = (actor: Actor, { commandId, kind, title, body }: SaveTextInput): Promise<Outcome<{ textId: number }>> =>
  command(actor, { action: "contact.saveText", commandId }, async ({ db, now }) => {
    const kept = { tenancyId: null, detail: { kind } };
    const [problem] = problemsOf(kind, { title: title ?? null, body });
    if (problem) return [refused(`text-${problem.code}`, { about: problem.about }), kept];
    if (actor.staffId === null) return [refused("not-found"), kept];
    const saved = await db.messageText.create({
      data: { kind, title: title ?? null, body, staffId: actor.staffId, savedAt: now.moment },
    });
    return [done({ textId: saved.id }), kept];
  });
