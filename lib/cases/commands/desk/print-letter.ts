import type { Actor } from "@/lib/auth/actor";
import { lettersPdf } from "@/lib/contact/channels/print";
import { keepPrint } from "@/lib/contact/commands/letter";
import { textInForce } from "@/lib/contact/queries/texts";
import { letterPage } from "@/lib/contact/templates/letter";
import { formatAddress, formatPersonName, formatPersonSpoken } from "@/lib/i18n/people";
import { done, refused } from "@/lib/kernel/outcome";
import { corporation } from "@/lib/staff/queries";
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
      const tenancy = await db.tenancy.findUniqueOrThrow({
        where: { id: tenancyId },
        include: { dwelling: true, people: { include: { person: true }, orderBy: { personId: "asc" } } },
      });
      // The representative opens the post of whom they act for; else the tenants who are alive.
      const living = tenancy.people.filter(({ person, untilDay }) => person.deceasedOn === null && untilDay === null);
      const to =
        living.find(({ role }) => role === "representative") ??
        living.find(({ role }) => role === "tenant") ??
        living.find(({ role }) => role === "co-tenant");
      if (!to) return refused("unknown-person");
      const house = await corporation();
      const letter = await db.letter.findUniqueOrThrow({ where: { id: letterId } });
      if (!(await stillHolds({ db, now, tenancyId }, letter))) return refused("letter-outdated");
      const about = await aboutOf({ db, now, facts }, letter, tenancy.paymentMethod === "direct-debit");
      const envelope = {
        corporation: house.name,
        letterhead: house.letterhead,
        teamNumber: house.number,
        hours: house.hours,
        sender: actor.name,
        day: now.day,
        name: formatPersonName(to.person),
        spoken: formatPersonSpoken(to.person),
        street: formatAddress(tenancy.dwelling),
        postcode: tenancy.dwelling.postcode ?? "",
        city: tenancy.dwelling.city,
        number: tenancy.number,
        reference: tenancy.paymentReference,
      };
      const page = letterPage(envelope, about, await textInForce(about.kind, db));
      if (!page.ok) return page;
      const pdf = await lettersPdf([page.value]);
      if (!pdf.ok) return pdf;
      const kept = await keepPrint(db, actor, now, letterId, { page: page.value, pdf: pdf.value });
      return kept.ok ? done({ printId: kept.value, letterId }) : kept;
    },
  );
