import type { Actor } from "@/lib/auth/actor";
import { resolveDisclosure } from "@/lib/contact/commands/disclosure";
import { done } from "@/lib/kernel/outcome";
import type { ResolveAlreadyPaidInput } from "../../schema/calls";
import { act } from "./act";
import { writeNote } from "./add-note";

/** Finance searched for a payment the tenant spoke of. Not found is a reason to call back. */
export const resolveAlreadyPaid = (
  actor: Actor,
  { commandId, shownAt, disclosureId, resolution, note }: ResolveAlreadyPaidInput,
) =>
  act(
    actor,
    {
      action: "cases.resolveAlreadyPaid",
      commandId,
      shownAt,
      tenancyId: async (db) => (await db.disclosure.findUnique({ where: { id: disclosureId } }))?.tenancyId,
    },
    async (desk) => {
      const resolved = await resolveDisclosure(desk.db, desk.now, disclosureId, resolution);
      if (!resolved.ok) return resolved;
      if (note) await writeNote(desk, note);
      return done({ disclosureId, resolution });
    },
  );
