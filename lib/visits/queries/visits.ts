import { type Reached, reachedBy } from "@/lib/contact/domain/reached";
import { type DoorAnswer, mayRing } from "@/lib/contact/queries/door";
import type { PartOfDay } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import { type Cents, cents } from "@/lib/kernel/money";
import { dateOf, dayOf, dayOrNull } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { type Door, type DoorManners, doorsOf } from "@/lib/tenancies/queries/doors";

/** A home visit as the consultant's list and page show it. */
export interface VisitCard extends Door, DoorManners {
  readonly id: number;
  readonly tenancyId: number;
  readonly purpose: string;
  readonly askedOn: Day;
  readonly before: Day | null;
  readonly plannedFor: Day | null;
  readonly part: string | null;
  readonly announcedBy: string | null;
  readonly byTwo: boolean;
  /** Who goes, and who goes along. */
  readonly goes: number | null;
  readonly goesAlong: number | null;
  readonly goesName: string | null;
  /** Of an appointment: `10:30`. */
  readonly atTime: string | null;
  readonly doneOn: Day | null;
  readonly outcome: string | null;
  readonly withdrawn: boolean;
}

type VisitRow = Awaited<ReturnType<ReturnType<typeof prisma>["visit"]["findMany"]>>[number];

/** Visits that wait for a plan, are planned, or were made in the last week; a visit planned by a colleague is in the list too. */
export async function visitList(today: Day): Promise<VisitCard[]> {
  const visits = await prisma().visit.findMany({
    where: { withdrawnOn: null, OR: [{ doneOn: null }, { doneOn: { gte: dateOf(addDays(today, -7)) } }] },
    orderBy: [{ plannedFor: { sort: "asc", nulls: "first" } }, { visitBefore: "asc" }, { id: "asc" }],
  });
  return describe(visits);
}

export async function visitCard(id: number): Promise<VisitCard | null> {
  const visit = await prisma().visit.findUnique({ where: { id } });
  return visit ? ((await describe([visit]))[0] ?? null) : null;
}

/**
 * May the consultant ring there on the day that was planned? After a death the next of kin are visited: what holds for the tenant says
 * nothing of that.
 */
export async function mayVisit({ tenancyId, purpose, byTwo, plannedFor, part }: VisitCard): Promise<DoorAnswer> {
  if (purpose === "deceased") return "free";
  const planned = plannedFor && part ? { on: { day: plannedFor, part: part as PartOfDay } } : {};
  return mayRing({ tenancyId, channel: "visit", byTwo, byAppointment: true, ...planned });
}

/** What to know before the door opens: what is open, numbers that may work, the caretaker, when somebody last spoke. */
export interface VisitBriefing {
  readonly overdue: Cents | null;
  readonly months: number;
  readonly phones: readonly string[];
  readonly caretaker: string | null;
  readonly lastSpokenOn: Day | null;
  /** Why no visit needed to follow the last one that was made. */
  readonly noMoreFor: string | null;
  /** Which part of the day worked at this door. */
  readonly door: Reached | null;
}

export async function visitBriefing(visit: VisitCard): Promise<VisitBriefing> {
  const db = prisma();
  const [assessment, people, tenancy, spoken, tries, last] = await Promise.all([
    db.assessment.findFirst({ where: { tenancyId: visit.tenancyId }, orderBy: { id: "desc" } }),
    db.tenancyPerson.findMany({
      where: { tenancyId: visit.tenancyId },
      select: {
        person: {
          select: { contactPoints: { where: { endedAt: null, kind: { in: ["mobile", "landline"] }, NOT: { quality: "dead" } } } },
        },
      },
    }),
    db.tenancy.findUnique({
      where: { id: visit.tenancyId },
      select: { dwelling: { select: { building: { select: { caretakers: { where: { untilDay: null } } } } } } },
    }),
    db.attempt.findFirst({ where: { tenancyId: visit.tenancyId, outcome: "spoke", undoneAt: null }, orderBy: { at: "desc" } }),
    db.attempt.findMany({
      where: { tenancyId: visit.tenancyId, channel: { in: ["door", "visit"] }, direction: "outbound", undoneAt: null },
      select: { channel: true, part: true, outcome: true },
    }),
    db.visit.findFirst({
      where: { tenancyId: visit.tenancyId, doneOn: { not: null }, NOT: { id: visit.id } },
      orderBy: [{ doneOn: "desc" }, { id: "desc" }],
      select: { noMoreFor: true },
    }),
  ]);
  const reached = reachedBy(
    tries.map(({ channel, part, outcome }) => ({ channel, part: part as PartOfDay, reached: outcome === "spoke" })),
  );
  const caretaker = tenancy?.dwelling.building?.caretakers[0];
  const staff = caretaker?.staffId
    ? await db.staff.findUnique({ where: { id: caretaker.staffId }, select: { name: true } })
    : null;
  return {
    overdue: assessment ? cents(assessment.overdueCents) : null,
    months: assessment?.monthsBehind ?? 0,
    phones: people.flatMap((each) => each.person.contactPoints.map((point) => point.value)),
    caretaker: staff?.name ?? caretaker?.email ?? null,
    lastSpokenOn: dayOrNull(spoken?.day ?? null),
    noMoreFor: last?.noMoreFor ?? null,
    door: reached.find(({ way }) => way === "door") ?? null,
  };
}

async function describe(visits: VisitRow[]): Promise<VisitCard[]> {
  const [doors, going] = await Promise.all([
    doorsOf(visits.map((visit) => visit.tenancyId)),
    prisma().staff.findMany({
      where: { id: { in: visits.flatMap(({ staffId }) => staffId ?? []) } },
      select: { id: true, firstName: true },
    }),
  ]);
  return visits.flatMap((visit) => {
    const found = doors.get(visit.tenancyId);
    if (!found) return [];
    return [
      {
        ...found.door,
        ...found.manners,
        id: visit.id,
        tenancyId: visit.tenancyId,
        purpose: visit.purpose,
        askedOn: dayOf(visit.askedOn),
        before: dayOrNull(visit.visitBefore),
        plannedFor: dayOrNull(visit.plannedFor),
        part: visit.part,
        announcedBy: visit.announcedBy,
        byTwo: visit.byTwo || found.manners.safetyNote !== null,
        goes: visit.staffId,
        goesAlong: visit.withStaffId,
        goesName: going.find(({ id }) => id === visit.staffId)?.firstName ?? null,
        atTime: visit.atTime,
        doneOn: dayOrNull(visit.doneOn),
        outcome: visit.outcome,
        withdrawn: visit.withdrawnOn !== null,
      },
    ];
  });
}
