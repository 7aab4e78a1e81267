import type { Actor } from "@/lib/auth/actor";
import { resolveStatement } from "@/lib/contact/commands/statement";
import { done } from "@/lib/kernel/outcome";
import type { ResolveAlreadyPaidInput } from "../../schema/calls";
import { act } from "./act";
import { writeNote } from "./add-note";

/** Finance searched for a payment the tenant spoke of. Not found is a reason to call back. */
export const resolveAlreadyPaid = (actor: Actor, { commandId, statementId, resolution, note }: ResolveAlreadyPaidInput) =>
  act(
    actor,
    {
      action: "cases.resolveAlreadyPaid",
      commandId,
      tenancyId: async (db) => (await db.statement.findUnique({ where: { id: statementId } }))?.tenancyId,
    },
    async (desk) => {
      const resolved = await resolveStatement(desk.db, desk.now, statementId, resolution);
      if (!resolved.ok) return resolved;
      if (note) await writeNote(desk, note);
      return done({ statementId, resolution });
    },
  );
