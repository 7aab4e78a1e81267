import type { Actor } from "@/lib/auth/actor";
import { readPhone } from "@/lib/intake/domain/phone";
import { done, refused } from "@/lib/kernel/outcome";
import { addContact, endContact } from "@/lib/tenancies/commands/contact";
import { addNumber } from "@/lib/tenancies/commands/number";
import type { AuthoriseInput, EndAuthorityInput } from "../../schema/people";
import { act } from "./act";

/** The tenant lets somebody speak for them: who, about what, until when. */
export const authorise = (actor: Actor, { commandId, tenancyId, number, ...contact }: AuthoriseInput) =>
  act(actor, { action: "cases.authorise", commandId, tenancyId }, async ({ db, now, note }) => {
    if (contact.until && contact.until < now.day) return refused("day-passed");
    const { initials = null, prefix = null, until = null, lastName, scope } = contact;
    const phone = number ? readPhone(number) : null;
    if (phone?.kind === "unusable") return refused("not-a-number");
    const personId = await addContact(db, now, tenancyId, commandId, { initials, prefix, lastName, scope, until });
    if (phone) await addNumber(db, now, personId, phone);
    note({ scope, until });
    return done({ personId });
  });

/** What the tenant allowed is over. */
export const endAuthority = (actor: Actor, { commandId, tenancyId, personId }: EndAuthorityInput) =>
  act(actor, { action: "cases.endAuthority", commandId, tenancyId }, async ({ db, now }) =>
    (await endContact(db, now, tenancyId, personId)) ? done({ personId }) : refused("unknown-person"),
  );
