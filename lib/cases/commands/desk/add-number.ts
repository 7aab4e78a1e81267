import type { Actor } from "@/lib/auth/actor";
import { readPhone } from "@/lib/intake/domain/phone";
import { done, refused } from "@/lib/kernel/outcome";
import { addNumber as add } from "@/lib/tenancies/commands/number";
import { membersOf } from "@/lib/tenancies/queries/people";
import type { AddNumberInput } from "../../schema/people";
import { act } from "./act";

/** A telephone number the desk learned. One that was dead and works again comes back with it. */
export const addNumber = (actor: Actor, { commandId, tenancyId, personId, number }: AddNumberInput) =>
  act(actor, { action: "cases.addNumber", commandId, tenancyId }, async ({ db, now }) => {
    const phone = readPhone(number);
    if (phone.kind === "unusable") return refused("not-a-number");
    const members = await membersOf(db, tenancyId, now.day);
    if (!members.some((member) => member.id === personId)) return refused("unknown-person");
    return (await add(db, now, personId, phone)) === "known" ? refused("number-known") : done({ personId, kind: phone.kind });
  });
