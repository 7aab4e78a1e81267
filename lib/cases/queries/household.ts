import { reachedBy } from "../../contact/domain/reached";
import type { PartOfDay } from "../../kernel/calendar";
import type { Day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { dateOf, dayOf, dayOrNull } from "../../platform/clock";
import { type Db, prisma, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { tallyOf } from "../domain/habits";
import type { BuildingView, PersonView, PhoneView, PlaceView } from "../domain/view";

const ROLE_ORDER = ["representative", "tenant", "co-tenant", "contact"];

/** Who belongs to the tenancy on `today`, with their numbers and what worked. */
export async function peopleOf(tenancyId: number, today: Day, db: Db = prisma()) {
  const rows = await db.tenancyPerson.findMany({
    where: { tenancyId, OR: [{ untilDay: null }, { untilDay: { gte: dateOf(today) } }] },
    include: {
      person: { include: { contactPoints: { where: { endedAt: null, kind: { not: "email" } }, orderBy: { id: "asc" } } } },
    },
  });
  rows.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || a.personId - b.personId);
  const calls = await db.attempt.findMany({
    where: {
      channel: { in: ["call", "door", "visit"] },
      direction: "outbound",
      undoneAt: null,
      OR: [{ tenancyId }, { personId: { in: rows.map((row) => row.personId) } }],
    },
    select: { channel: true, number: true, part: true, outcome: true },
  });
  const tried = calls
    .filter(({ channel }) => channel === "call")
    .map((call) => ({
      number: call.number,
      part: call.part as PartOfDay,
      answered: call.outcome === "spoke" || call.outcome === "someone-else",
    }));
  const reached = reachedBy(
    calls.map(({ channel, part, outcome }) => ({ channel, part: part as PartOfDay, reached: outcome === "spoke" })),
  );
  const people = rows.map(
    ({ person, role, scope, untilDay }): PersonView => ({
      id: person.id,
      role: role as PersonView["role"],
      salutation: person.salutation,
      initials: person.initials,
      prefix: person.prefix,
      lastName: person.lastName,
      deceasedOn: dayOrNull(person.deceasedOn),
      awayUntil: dayOrNull(person.awayUntil),
      smsOptOut: person.smsOptOut,
      prefers: person.prefers as PersonView["prefers"],
      language: person.language,
      safetyNote: person.safetyNote,
      knowBefore: person.knowBefore,
      scope: scope as PersonView["scope"],
      until: dayOrNull(untilDay),
    }),
  );
  const phones = rows.flatMap(({ person }) =>
    person.contactPoints.map(
      (point): PhoneView => ({
        personId: person.id,
        number: point.value,
        kind: point.kind as PhoneView["kind"],
        quality: point.quality as PhoneView["quality"],
        tally: tallyOf(point.value, tried),
      }),
    ),
  );
  return { people, phones, reached, addresseeId: addressee(people)?.id ?? null };
}

/** The representative when there is one, else the first living tenant. */
const addressee = (people: readonly PersonView[]): PersonView | undefined =>
  people.find((person) => person.role === "representative") ??
  people.find((person) => (person.role === "tenant" || person.role === "co-tenant") && person.deceasedOn === null);

/** The dwelling, its building with its caretakers, and the dated rent. Null when the tenancy does not exist. */
export async function tenancyOf(tenancyId: number, today: Day, db: Db = prisma()) {
  const tenancy = await db.tenancy.findUnique({
    where: { id: tenancyId },
    include: {
      dwelling: { include: { building: { include: { caretakers: true } } } },
      rents: { where: { fromDay: { lte: dateOf(today) } }, orderBy: { fromDay: "desc" }, take: 1 },
      ibans: { where: { forgottenAt: null }, orderBy: { id: "desc" }, take: 1 },
    },
  });
  if (!tenancy) return null;
  const { dwelling, rents, ibans } = tenancy;
  const [rent] = rents;
  return {
    number: tenancy.number,
    startsOn: dayOf(tenancy.startsOn),
    endsOn: dayOrNull(tenancy.endsOn),
    place: dwelling as PlaceView,
    method: tenancy.paymentMethod,
    ibanTail: ibans[0]?.iban.slice(-4) ?? null,
    rent: rent ? { amount: cents(rent.netCents + rent.serviceCents + rent.heatingCents), since: dayOf(rent.fromDay) } : null,
    building: dwelling.building ? await buildingOf(db, dwelling.building, today) : null,
  };
}

interface BuildingRow {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly caretakers: readonly {
    readonly email: string;
    readonly staffId: number | null;
    readonly fromDay: Date;
    readonly untilDay: Date | null;
  }[];
}

async function buildingOf(db: Db, building: BuildingRow, today: Day): Promise<BuildingView> {
  const on = dateOf(today);
  const present = building.caretakers.filter((one) => one.fromDay <= on && (one.untilDay === null || one.untilDay >= on));
  const [[count], staff] = await Promise.all([
    sqlOf(db)<{ homes: number; behind: number }>(sqlFile("cases/building"), [building.id, today]),
    db.staff.findMany({
      where: {
        OR: [{ id: { in: present.flatMap((one) => one.staffId ?? []) } }, { email: { in: present.map((one) => one.email) } }],
      },
      select: { name: true, phone: true },
    }),
  ]);
  return { name: building.name, code: building.code, homes: count?.homes ?? 0, behind: count?.behind ?? 0, caretakers: staff };
}
