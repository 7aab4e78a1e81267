import type { Actor } from "@/lib/auth/actor";
import { endHold as end } from "@/lib/holds/commands";
import { done } from "@/lib/kernel/outcome";
import { endProblem } from "@/lib/tenancies/commands/problem";
import type { EndHoldInput } from "../../schema/agreements";
import { act } from "./act";
import { writeNote } from "./add-note";

/** Ends a pause. One that waited for a death to be checked ends the question too: the tenant lives. */
export const endHold = (actor: Actor, { commandId, shownAt, holdId, note }: EndHoldInput) =>
  act(
    actor,
    {
      action: "cases.endHold",
      commandId,
      shownAt,
      tenancyId: async (db) => (await db.hold.findUnique({ where: { id: holdId } }))?.tenancyId,
    },
    async (desk) => {
      const ended = await end(desk.db, desk.now, holdId);
      if (!ended.ok) return ended;
      const hold = await desk.db.hold.findUniqueOrThrow({ where: { id: holdId } });
      if (hold.reason === "deceased") await endProblem(desk.db, desk.now, desk.tenancyId, "deceased-unverified");
      if (note) await writeNote(desk, note);
      return done({ holdId });
    },
  );
