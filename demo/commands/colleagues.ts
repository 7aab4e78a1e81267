import { randomUUID } from "node:crypto";
import { type Actor, knownActor, type Role } from "@/lib/auth/actor";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { logRing } from "@/lib/cases/commands/desk/log-ring";
import { logVisit } from "@/lib/cases/commands/desk/log-visit";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { makeArrangementSchema } from "@/lib/cases/schema/agreements";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { logRingSchema, logVisitSchema } from "@/lib/cases/schema/doors";
import { workingDaysAfter } from "@/lib/kernel/calendar";
import { addDays, type Day, dayNumber, monthOf } from "@/lib/kernel/day";
import { dateOf, dayOf, now } from "@/lib/platform/clock";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import type { Chance } from "../domain/chance";
import { type Account, callsAfterMessage, stateOf } from "../domain/coming";
import { ringResult } from "../domain/doorstep";
import type { Seat } from "../domain/seats";
import { talk } from "../domain/talk";
import { accountsOf } from "../queries/accounts";

const euros = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;

/** The other colleagues go on with their own work while one person sits at the screen. Never the work of that person. */
export async function colleaguesMorning(me: number | null, chance: Chance, seats: readonly Seat[]): Promise<void> {
  await rings(me, chance, seats);
}

/** In the afternoon people call back: after a message, or after the caretaker spoke with them or left a card. */
export async function colleaguesAfternoon(me: number | null, chance: Chance, seats: readonly Seat[]): Promise<void> {
  const { day, moment } = await now();
  const accounts = await accountsOf(sqlOfClient(pool()), seats, day, moment);
  const calling = accounts.filter(
    (account) => account.overdue > 0 && account.messagedOn.some((on) => callsAfterMessage(chance, account, on) === day),
  );
  const door = await spokenAtTheDoor(day);
  const called = accounts.filter((account) => door.has(account.tenancyId) && !calling.includes(account));
  for (const account of [...calling, ...called]) await callsIn(me, chance, account, day);
}

/** Visits of the day before are written down by whoever made them. */
export async function colleaguesNextDay(me: number | null, chance: Chance, seats: readonly Seat[]): Promise<void> {
  const { day } = await now();
  const open = await prisma().visit.findMany({
    where: { doneOn: null, withdrawnOn: null, plannedFor: { lt: dateOf(day) }, staffId: { not: me ?? 0 } },
  });
  for (const visit of open) {
    const dwelling = await prisma().tenancy.findUnique({ where: { id: visit.tenancyId }, select: { dwellingId: true } });
    const seat = seats[(dwelling?.dwellingId ?? 0) - 1];
    const actor = await actorOf(visit.staffId, "consultant");
    if (!seat || !actor) continue;
    const opens = !seat.temper.silent && chance(seat.place, "visit", dayNumber(day)) < 0.7 * (1 - 0.45 * seat.temper.closed);
    const outcome = opens ? "spoke-inside" : "nobody";
    await logVisit(
      actor,
      logVisitSchema.parse({ commandId: randomUUID(), visitId: visit.id, outcome, agreed: opens ? ["will-call"] : [], seen: [] }),
    );
  }
}

/** Caretakers ring where the office asked them to, a working day after they were asked; again two working days later. */
async function rings(me: number | null, chance: Chance, seats: readonly Seat[]): Promise<void> {
  const { day } = await now();
  const open = await prisma().caretakerTask.findMany({
    where: { closedOn: null },
    include: { rings: { orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  for (const task of open) {
    const last = task.rings.at(-1);
    const wait = last ? workingDaysAfter(dayOf(last.day), day) >= 2 : workingDaysAfter(dayOf(task.givenOn), day) >= 1;
    const caretaker = wait ? await caretakerOf(task.buildingId, day) : null;
    const tenancy = wait
      ? await prisma().tenancy.findUnique({ where: { id: task.tenancyId }, select: { dwellingId: true } })
      : null;
    const seat = seats[(tenancy?.dwellingId ?? 0) - 1];
    if (!caretaker || caretaker.staffId === me || !seat) continue;
    const result = ringResult(chance, seat.place, seat.temper, day, task.rings.length);
    await logRing(caretaker, logRingSchema.parse({ commandId: randomUUID(), taskId: task.id, result }));
  }
}

async function caretakerOf(buildingId: number, day: Day): Promise<Actor | null> {
  const row = await prisma().buildingCaretaker.findFirst({
    where: { buildingId, fromDay: { lte: dateOf(day) }, OR: [{ untilDay: null }, { untilDay: { gte: dateOf(day) } }] },
    orderBy: { id: "asc" },
  });
  return row ? actorOf(row.staffId, "caretaker") : null;
}

/** A colleague of the demo, to act in their name. */
async function actorOf(staffId: number | null, role: Role): Promise<Actor | null> {
  const staff = await prisma().staff.findFirst({
    where: staffId === null ? { role, active: true, demo: true } : { id: staffId, active: true, demo: true },
    orderBy: { id: "asc" },
  });
  return staff && knownActor({ staffId: staff.id, role: staff.role as Role, name: staff.name, buildingIds: null });
}

/** Tenancies where a caretaker spoke with somebody the working day before, and nobody called since. */
async function spokenAtTheDoor(day: Day): Promise<Set<number>> {
  const rows = await prisma().ring.findMany({
    where: { result: { in: ["spoke", "will-call", "family"] }, day: { gte: dateOf(addDays(day, -4)), lt: dateOf(day) } },
    include: { task: true },
  });
  const fresh = rows.filter((row) => workingDaysAfter(dayOf(row.day), day) === 1);
  return new Set(fresh.map((row) => row.task.tenancyId));
}

/** The tenant is on the line; a colleague of finance takes the call and writes down what was said. */
async function callsIn(me: number | null, chance: Chance, account: Account, day: Day): Promise<void> {
  const colleague = await prisma().staff.findFirst({
    where: { role: "finance", demo: true, id: { not: me ?? 0 } },
    orderBy: { id: "asc" },
  });
  const open = await prisma().arrearsCase.findFirst({ where: { tenancyId: account.tenancyId, closedOn: null } });
  const actor = colleague && (await actorOf(colleague.id, "finance"));
  if (!actor || !open || account.temper.silent) return;
  const arranged = await prisma().arrangement.count({ where: { tenancyId: account.tenancyId, endedOn: null } });
  const state = stateOf(account, monthOf(day));
  const who = {
    place: account.place,
    temper: account.temper,
    state,
    represented: false,
    owed: account.overdue,
    rent: account.rent,
    mayPromise: account.promises.length === 0,
    arranged: arranged > 0,
    disputable: false,
    script: null,
  };
  const said = talk(chance, day, who);
  const call = {
    commandId: randomUUID(),
    tenancyId: account.tenancyId,
    direction: "inbound",
    outcome: "spoke",
    spokeWith: "tenant",
  };
  if (said.kind === "promise") {
    const promise = { said: ["promise"], promisedOn: said.on, amount: euros(said.amount), incomeDay: said.incomeDay };
    await logCall(actor, logCallSchema.parse({ ...call, ...promise }));
  } else if (said.kind === "arrangement") {
    await logCall(actor, logCallSchema.parse({ ...call, said: [] }));
    const asked = { total: euros(said.total), count: said.count, startsOn: said.startsOn };
    await makeArrangement(
      actor,
      makeArrangementSchema.parse({ commandId: randomUUID(), tenancyId: account.tenancyId, ...asked }),
    );
  } else await logCall(actor, logCallSchema.parse({ ...call, said: said.kind === "nothing" ? [] : [said.kind] }));
}
