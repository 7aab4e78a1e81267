import { formatAddress, formatPersonName, formatPersonSpoken } from "@/lib/i18n/people";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { type Db, prisma } from "@/lib/platform/db";
import { corporation } from "@/lib/staff/queries/staff";
import type { Envelope } from "../templates/letter";

/** To whom a letter of a tenancy goes, and how its rent is paid. */
export interface Addressed {
  readonly envelope: Envelope;
  readonly byDirectDebit: boolean;
}

/** The outside of a letter to a tenancy: the representative opens the post of whom they act for; else the tenants who are alive. */
export async function addressed(
  tenancyId: number,
  sender: string,
  day: Day,
  db: Db = prisma(),
): Promise<Outcome<Addressed, "unknown-person">> {
  const tenancy = await db.tenancy.findUniqueOrThrow({
    where: { id: tenancyId },
    include: { dwelling: true, people: { include: { person: true }, orderBy: { personId: "asc" } } },
  });
  const living = tenancy.people.filter(({ person, untilDay }) => person.deceasedOn === null && untilDay === null);
  const to =
    living.find(({ role }) => role === "representative") ??
    living.find(({ role }) => role === "tenant") ??
    living.find(({ role }) => role === "co-tenant");
  if (!to) return refused("unknown-person");
  const house = await corporation();
  const envelope = {
    ...{ corporation: house.name, letterhead: house.letterhead, teamNumber: house.number, hours: house.hours, sender, day },
    ...{ name: formatPersonName(to.person), spoken: formatPersonSpoken(to.person), street: formatAddress(tenancy.dwelling) },
    ...{ postcode: tenancy.dwelling.postcode ?? "", city: tenancy.dwelling.city },
    ...{ number: tenancy.number, reference: tenancy.paymentReference },
  };
  return done({ envelope, byDirectDebit: tenancy.paymentMethod === "direct-debit" });
}
