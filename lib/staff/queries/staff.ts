import { type Actor, knownActor, type Role } from "@/lib/auth/actor";
import { type Language, languageOf } from "@/lib/i18n/language";
import type { Day } from "@/lib/kernel/day";
import { dateOf, dayOf, now, realNow } from "@/lib/platform/clock";
import { type Db, prisma } from "@/lib/platform/db";
import { onceAPage } from "@/lib/platform/once";
import { IDLE_MS, ROLES, type Stage } from "../domain/sign-in";

export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly email: string;
  readonly firstName: string;
  readonly language: Language;
  /** Signs in at the organisation, with no password here. */
  readonly managed: boolean;
  /** What is left to do; only `open` is signed in. */
  readonly stage: Stage;
  readonly lastSeenAt: Date;
  /** When they last proved who they are. */
  readonly provedAt: Date;
}

/**
 * Whether the corporation itself has, or once had, an administrator here. From then on the invented colleagues, whose
 * password stands in the README, are let in no more.
 */
export const hasOwnAdmin = async (db: Db = prisma()): Promise<boolean> =>
  (await db.staff.count({ where: { demo: false, role: "admin" } })) > 0;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Neither expired nor too long asleep. */
export function awakeNow() {
  const at = realNow();
  return { expiresAt: { gt: at }, lastSeenAt: { gt: new Date(at.getTime() - IDLE_MS) } };
}

/** Who a session row stands for, as far as they came; null when it ended, expired, lay still too long or its owner is no longer active. */
export async function staffOfSession(sessionId: string): Promise<SignedIn | null> {
  if (!UUID.test(sessionId)) return null;
  const session = await prisma().session.findFirst({
    where: { id: sessionId, endedAt: null, ...awakeNow(), staff: { active: true } },
    include: { staff: true },
  });
  if (!session || (session.staff.demo && (await hasOwnAdmin()))) return null;
  const { id, role, name, email, firstName, language } = session.staff;
  const buildingIds = role === "caretaker" ? await buildingsOf(id, email) : null;
  const actor = knownActor({ staffId: id, role: role as Role, name, buildingIds });
  const { stage, lastSeenAt, authenticatedAt: provedAt } = session;
  return {
    actor,
    sessionId,
    email,
    firstName,
    language: languageOf(language),
    stage: stage as Stage,
    lastSeenAt,
    provedAt,
    managed: session.staff.issuer !== null,
  };
}

/** Somebody did something: their session goes on. Written once a minute at most. */
export async function touchSession({ sessionId, lastSeenAt }: SignedIn): Promise<void> {
  const at = realNow();
  if (at.getTime() - lastSeenAt.getTime() < 60_000) return;
  await prisma().session.updateMany({ where: { id: sessionId, endedAt: null }, data: { lastSeenAt: at } });
}

/** The colleague for whom the worker does what they asked for; null when their place was taken away since. */
export async function actorOf(staffId: number): Promise<Actor | null> {
  const staff = await prisma().staff.findFirst({ where: { id: staffId, active: true } });
  return staff && knownActor({ staffId, role: staff.role as Role, name: staff.name, buildingIds: null });
}

/** Who took a day along: what they saw at a door counts, also when their place was taken away since. */
export async function depositorOf(staffId: number): Promise<Actor | null> {
  const staff = await prisma().staff.findUnique({ where: { id: staffId } });
  return staff && knownActor({ staffId, role: staff.role as Role, name: staff.name, buildingIds: null });
}

/** The buildings a caretaker looks after today, cover included. */
async function buildingsOf(staffId: number, email: string): Promise<number[]> {
  const today = dateOf((await now()).day);
  const rows = await prisma().buildingCaretaker.findMany({
    where: {
      OR: [{ staffId }, { staffId: null, email: { equals: email, mode: "insensitive" } }],
      fromDay: { lte: today },
      AND: { OR: [{ untilDay: null }, { untilDay: { gte: today } }] },
    },
    select: { buildingId: true },
    distinct: ["buildingId"],
  });
  return rows.map((row) => row.buildingId);
}

export interface StaffRow {
  readonly id: number;
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
  readonly role: Role;
  readonly active: boolean;
  readonly canSignIn: boolean;
  /** Signs in at the organisation. */
  readonly managed: boolean;
  readonly sessions: readonly { id: string; since: Date; agent: string | null }[];
}

/** Everybody who has or had a place in the program, with the browsers they are signed in on. */
export async function staffList(actor: Actor): Promise<StaffRow[]> {
  if (actor.role !== "admin") return [];
  const all = await prisma().staff.findMany({
    include: { sessions: { where: { endedAt: null, ...awakeNow() }, orderBy: { createdAt: "desc" } } },
  });
  const place = (row: { active: boolean; role: string }) =>
    (row.active ? 0 : 10) + (ROLES as readonly string[]).indexOf(row.role);
  all.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, "nl"));
  return all.map(({ id, name, firstName, email, role, active, passwordHash, issuer, sessions }) => ({
    id,
    name,
    firstName,
    email,
    role: role as Role,
    active,
    canSignIn: passwordHash !== null || issuer !== null,
    managed: issuer !== null,
    sessions: sessions.map((session) => ({ id: session.id, since: session.createdAt, agent: session.userAgent })),
  }));
}

/** A colleague of the desk: one to whom a case can be given. */
export interface DeskColleague {
  readonly id: number;
  readonly firstName: string;
  readonly name: string;
  readonly role: Role;
  /** Null, or until this day somebody stands in. */
  readonly awayUntil: Day | null;
  readonly coveredById: number | null;
}

/** Who works at the desk, by name; absence that is over is not told. */
export async function deskColleagues(today: Day, db: Db = prisma()): Promise<readonly DeskColleague[]> {
  const rows = await db.staff.findMany({
    where: { active: true, role: { in: ["finance", "consultant"] } },
    select: { id: true, firstName: true, name: true, role: true, awayUntil: true, coveredById: true },
    orderBy: [{ firstName: "asc" }, { id: "asc" }],
  });
  return rows.map(({ awayUntil, role, ...row }) => {
    const until = awayUntil && dayOf(awayUntil);
    const away = until !== null && until >= today;
    return { ...row, role: role as Role, awayUntil: away ? until : null, coveredById: away ? row.coveredById : null };
  });
}

/** A caretaker, and how many buildings are their own. */
export interface CaretakerRow {
  readonly id: number;
  readonly name: string;
  readonly buildings: number;
}
/** Somebody looks after a colleague's buildings for a period. */
export interface CaretakerCover {
  readonly id: number;
  readonly name: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
  readonly buildings: readonly string[];
}

/** The caretakers who are there, and who stands in where, now or later. */
export async function caretakers(
  today: Day,
): Promise<{ readonly people: readonly CaretakerRow[]; readonly covers: readonly CaretakerCover[] }> {
  const [staff, rows] = await Promise.all([
    prisma().staff.findMany({
      where: { role: "caretaker", active: true },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    prisma().buildingCaretaker.findMany({
      where: { staffId: { not: null }, OR: [{ untilDay: null }, { untilDay: { gte: dateOf(today) } }] },
      include: { building: { select: { name: true, street: true } } },
      orderBy: [{ fromDay: "asc" }, { id: "asc" }],
    }),
  ]);
  const people = staff.map((one) => ({
    ...one,
    buildings: rows.filter(({ staffId, untilDay }) => staffId === one.id && untilDay === null).length,
  }));
  const covers = new Map<string, CaretakerCover & { buildings: string[] }>();
  for (const { staffId, fromDay, untilDay, building } of rows) {
    const who = staff.find(({ id }) => id === staffId);
    if (!who || untilDay === null) continue;
    const key = `${who.id} ${dayOf(fromDay)} ${dayOf(untilDay)}`;
    const known = covers.get(key) ?? { ...who, fromDay: dayOf(fromDay), untilDay: dayOf(untilDay), buildings: [] };
    known.buildings.push(building.name ?? building.street);
    covers.set(key, known);
  }
  return { people, covers: [...covers.values()] };
}

/** Whose cases count as one's own today: oneself, and who is away and stood in for. */
export const mineOf = (actor: Actor, colleagues: readonly DeskColleague[]): ReadonlySet<number> =>
  new Set([
    ...(actor.staffId === null ? [] : [actor.staffId]),
    ...colleagues.filter(({ coveredById }) => coveredById !== null && coveredById === actor.staffId).map(({ id }) => id),
  ]);

/** The invented colleagues to sign in as with one tap, the first of each role; empty on an own database. */
export async function demoStaff() {
  if (await hasOwnAdmin()) return [];
  const all = await prisma().staff.findMany({
    where: { demo: true, active: true, passwordHash: { not: null } },
    orderBy: { id: "asc" },
    select: { email: true, name: true, firstName: true, role: true },
  });
  return all.filter((one, nth) => all.findIndex((other) => other.role === one.role) === nth);
}

/** The password of the invented colleagues, filled in for who chooses one; empty on an own database. */
export async function demoPassword(): Promise<string> {
  const row = await prisma().setting.findUnique({ where: { key: "demo" } });
  return ((row?.value ?? {}) as { password?: string }).password ?? "";
}

/** Whether anybody can sign in at all: an own database starts with nobody. */
export const anybody = async (): Promise<boolean> =>
  (await prisma().staff.count({ where: { active: true, passwordHash: { not: null } } })) > 0;

export interface Corporation {
  readonly name: string;
  /** The team's call-back number, answered by whoever is in. */
  readonly number: string;
  readonly hours: string;
  /** Under its name on paper: address, site. */
  readonly letterhead: readonly string[];
  /** Where and when a tenant may drop in; on the call-back card. */
  readonly dropIn: string;
}

/** The corporation as screens, cards and messages name it; empty texts until an admin sets them. */
export const corporation = (): Promise<Corporation> => onceAPage("corporation", readCorporation);

async function readCorporation(): Promise<Corporation> {
  const row = await prisma().setting.findUnique({ where: { key: "corporation" } });
  const value = (row?.value ?? {}) as Record<string, unknown>;
  const text = (key: string) => (typeof value[key] === "string" ? (value[key] as string) : "");
  return {
    name: text("name"),
    number: text("teamNumber"),
    hours: text("hours"),
    dropIn: text("dropIn"),
    letterhead: text("letterhead")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  };
}
