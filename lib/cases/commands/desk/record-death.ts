import type { Actor } from "@/lib/auth/actor";
import { cancelWaiting } from "@/lib/contact/commands/outbox";
import { endDeathHolds } from "@/lib/holds/commands";
import { done, refused } from "@/lib/kernel/outcome";
import { recordDeceased } from "@/lib/tenancies/commands/person";
import { endProblem } from "@/lib/tenancies/commands/problem";
import { membersOf } from "@/lib/tenancies/queries/people";
import type { RecordDeathInput } from "../../schema/people";
import { act } from "./act";

/** A death that was checked: what waited for the check ends, and what waited to be sent is stopped. */
export const recordDeath = (actor: Actor, { commandId, shownAt, tenancyId, personId, deceasedOn }: RecordDeathInput) =>
  act(actor, { action: "cases.recordDeath", commandId, shownAt, tenancyId }, async ({ db, now }) => {
    const members = await membersOf(db, tenancyId, now.day);
    if (!members.some((member) => member.id === personId)) return refused("unknown-person");
    const recorded = await recordDeceased(db, now, personId, deceasedOn);
    if (!recorded.ok) return recorded;
    await endDeathHolds(db, now, tenancyId);
    await endProblem(db, now, tenancyId, "deceased-unverified");
    await cancelWaiting(db, now, tenancyId, "deceased");
    return done({ personId, deceasedOn });
  });
