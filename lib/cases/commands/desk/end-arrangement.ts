import { endArrangement as end } from "@/lib/arrangements/commands/arrangement";
import type { Actor } from "@/lib/auth/actor";
import { done } from "@/lib/kernel/outcome";
import type { EndArrangementInput } from "../../schema/agreements";
import { act } from "./act";
import { writeNote } from "./add-note";

/** A person ends an arrangement; the rules then say what is needed. */
export const endArrangement = (actor: Actor, { commandId, shownAt, arrangementId, reason, note }: EndArrangementInput) =>
  act(
    actor,
    {
      action: "cases.endArrangement",
      commandId,
      shownAt,
      tenancyId: async (db) => (await db.arrangement.findUnique({ where: { id: arrangementId } }))?.tenancyId,
    },
    async (desk) => {
      const ended = await end(desk.db, desk.now, arrangementId, reason);
      if (!ended.ok) return ended;
      if (note) await writeNote(desk, note);
      return done({ arrangementId, reason });
    },
  );
