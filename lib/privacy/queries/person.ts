import type { Actor } from "@/lib/auth/actor";
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
        where: { role: { in: LIVES } },
        select: {
          tenancy: { select: { id: true, endsOn: true, arrearsCases: { where: { closedOn: null }, select: { id: true } } } },
        },
      },
    },
  });
  if (!person) return null;
  const ids = person.tenancies.map(({ tenancy }) => tenancy.id);
  const open = await sqlOf(db)<{ id: number; open: string }>(sqlFile("privacy/open-amounts"), [ids]);
  const { day } = await now(db);
  const months = (await terms(db)).find(({ code }) => code === "departed")?.months ?? 24;
  return {
    today: day,
    erased: person.erasedAt !== null,
    legalHold: person.legalHolds.length > 0,
    tenancies: person.tenancies.map(({ tenancy }) => ({
      endsOn: dayOrNull(tenancy.endsOn),
      caseOpen: tenancy.arrearsCases.length > 0,
      openCents: BigInt(open.find(({ id }) => id === tenancy.id)?.open ?? 0),
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
