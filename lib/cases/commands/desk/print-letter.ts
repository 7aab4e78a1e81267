import type { Actor } from "@/lib/auth/actor";
import { lettersPdf } from "@/lib/contact/channels/print";
import { keepPrint } from "@/lib/contact/commands/letter";
import { addressed } from "@/lib/contact/queries/envelope";
import { textInForce } from "@/lib/contact/queries/texts";
import { letterPage } from "@/lib/contact/templates/letter";
import { done, refused } from "@/lib/kernel/outcome";
import type { PrintLetterInput } from "../../schema/duties";
import { act } from "./act";
import { stillHolds } from "./agreed-now";
import { aboutOf } from "./letter-about";

/** Makes a letter that the rules or a colleague asked for; a reminder from what is open now. It leaves nothing: a person prints and posts it. */
export const printLetter = (actor: Actor, { commandId, shownAt, letterId }: PrintLetterInput) =>
  act(
    actor,
    {
      action: "cases.printLetter",
      commandId,
      shownAt,
      tenancyId: async (db) => (await db.letter.findUnique({ where: { id: letterId } }))?.tenancyId,
    },
    async ({ db, now, tenancyId, facts }) => {
      const to = await addressed(tenancyId, actor.name, now.day, db);
      if (!to.ok) return to;
      const letter = await db.letter.findUniqueOrThrow({ where: { id: letterId } });
      if (!(await stillHolds({ db, now, tenancyId }, letter))) return refused("letter-outdated");
      const about = await aboutOf({ db, now, facts }, letter, to.value.byDirectDebit);
      const page = letterPage(to.value.envelope, about, await textInForce(about.kind, db));
      if (!page.ok) return page;
      const pdf = await lettersPdf([page.value]);
      if (!pdf.ok) return pdf;
      const kept = await keepPrint(db, actor, now, letterId, { page: page.value, pdf: pdf.value });
      return kept.ok ? done({ printId: kept.value, letterId }) : kept;
    },
  );
