import type { Actor } from "@/lib/auth/actor";
import { earliest } from "@/lib/kernel/day";
import { dayOrNull, now } from "@/lib/platform/clock";
import { type Db, prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Standing } from "../domain/terms";
import { terms } from "./terms";

const LIVES = ["tenant", "co-tenant"];

/** What decides whether somebody may be erased; null when there is no such person. */
export async function standingOf(personId: number, db: Db = prisma()): Promise<Standing | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      erasedAt: true,
      legalHolds: { where: { endedAt: null }, select: { id: true } },
      tenancies: {
        select: {
          role: true,
          untilDay: true,
          tenancy: { select: { id: true, endsOn: true, arrearsCases: { where: { closedOn: null }, select: { id: true } } } },
        },
      },
    },
  });
  if (!person) return null;
  const { day } = await now(db);
  const parts = person.tenancies.map(({ role, untilDay, tenancy }) => {
    const [ends, left] = [dayOrNull(tenancy.endsOn), dayOrNull(untilDay)];
    const endsOn = ends && left ? earliest(ends, left) : (ends ?? left);
    // A case that opened after they left is not theirs.
    const caseOpen = tenancy.arrearsCases.length > 0 && (left === null || left >= day);
    return { id: tenancy.id, lives: LIVES.includes(role), endsOn, ends, caseOpen };
  });
  const lived = parts.filter(({ lives }) => lives);
  const ids = lived.flatMap(({ id, ends }) => (ends === null ? [] : [id]));
  const open = await sqlOf(db)<{ id: number; open: string }>(sqlFile("privacy/open-amounts"), [ids]);
  const months = (await terms(db)).find(({ code }) => code === "departed")?.months ?? 24;
  return {
    today: day,
    erased: person.erasedAt !== null,
    legalHold: person.legalHolds.length > 0,
    stillNamed: parts.some(({ lives, endsOn, caseOpen }) => !lives && (endsOn === null || endsOn >= day || caseOpen)),
    tenancies: lived.map(({ id, endsOn, caseOpen }) => ({
      ...{ endsOn, caseOpen },
      openCents: BigInt(open.find((one) => one.id === id)?.open ?? 0),
    })),
    months,
  };
}

/** The people of a contract, to choose one; for the privacy officer. */
export async function peopleOf(actor: Actor, number: string) {
  if (actor.role !== "privacy") return [];
  return prisma().tenancyPerson.findMany({
    where: { tenancy: { number } },
    orderBy: { id: "asc" },
    select: { role: true, person: { select: { id: true, initials: true, prefix: true, lastName: true, salutation: true } } },
  });
}

/** One person as their page shows them. */
export async function personHead(actor: Actor, personId: number) {
  if (actor.role !== "privacy") return null;
  return prisma().person.findUnique({
    where: { id: personId },
    include: {
      legalHolds: { where: { endedAt: null } },
      tenancies: { include: { tenancy: { select: { number: true, endsOn: true } } } },
    },
  });
}
