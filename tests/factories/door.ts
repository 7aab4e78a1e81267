import { randomUUID } from "node:crypto";
import { type Actor, knownActor, type Role, SYSTEM } from "@/lib/auth/actor";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { reassess } from "@/lib/cases/commands/reassess";
import { lineKey } from "@/lib/cases/domain/acts";
import { caseView } from "@/lib/cases/queries/case-view";
import { addMonths, type Day, day, firstDay, monthOf } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { inTransaction, pool, prisma } from "@/lib/platform/db";
import { storeLedger, storeTenancy } from "./store";
import { storeBankDays } from "./street";

/** The corporation's clock stands here until a test sets it on. */
export async function setClock(on: string, part: "morning" | "afternoon" = "morning"): Promise<void> {
  await pool().query(
    "INSERT INTO own_clock (id, day, part, set_at) VALUES (1, $1, $2, now()) ON CONFLICT (id) DO UPDATE SET day = $1, part = $2, set_at = now()",
    [on, part],
  );
}

/** The office is at this day, and the bank has told of every day of March and April 2026. */
export async function openOffice(on: Day): Promise<void> {
  await setClock(on);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-04-30"));
}

/** A colleague who can be named as the one who acted. */
export async function colleague(role: Role, firstName: string, buildingIds: readonly number[] | null = null): Promise<Actor> {
  const staff = await prisma().staff.create({
    data: { email: `${firstName.toLowerCase()}-${randomUUID()}@proef.nl`, name: `${firstName} Proef`, firstName, role },
  });
  return knownActor({ staffId: staff.id, role, name: staff.name, buildingIds });
}

let doors = 0;

export interface Door {
  readonly tenancyId: number;
  readonly personId: number;
  readonly mobile: string;
  readonly buildingId: number;
  readonly caseId: number;
}
interface Household {
  readonly today: Day;
  /** How many months of rent, the last ones, are not paid. */
  readonly unpaid?: number;
  readonly representative?: boolean;
  readonly safetyNote?: string;
  readonly lastName?: string;
}
export const RENT = 61_240;

/** A home with one tenant who has a mobile number and pays, apart from the last months; the rules have opened the case. */
export async function behindTheDoor({ today, unpaid = 1, representative, safetyNote, lastName }: Household): Promise<Door> {
  const place = ++doors;
  const building = await prisma().building.create({
    data: { code: `D${place}`, name: "Statenhof", street: "Statenhof", houseNumber: "1", postcode: "3011AA", city: "Rotterdam" },
  });
  await prisma().buildingCaretaker.create({
    data: { buildingId: building.id, email: "huismeester@proef.nl", fromDay: new Date("2000-01-01") },
  });
  const tenancyId = await storeTenancy(pool(), { number: `D${place}`, buildingId: building.id });
  await storeLedger(pool(), tenancyId, { entries: rentAccount(today, unpaid) });
  const long = { recordedAt: new Date("2020-01-01") };
  const rent = { netCents: BigInt(RENT), serviceCents: 0n, heatingCents: 0n, fromDay: new Date("2015-01-01") };
  await prisma().tenancyRent.create({ data: { tenancyId, ...rent, ...long } });
  const mobile = `+316${String(10_000_000 + place)}`;
  const personId = await person(tenancyId, "tenant", lastName ?? "Jansen", mobile, safetyNote);
  if (representative) await person(tenancyId, "representative", "Bewind", `+3110${String(1_000_000 + place)}`);
  await inTransaction((db) => reassess(db, SYSTEM, [tenancyId]));
  const open = await prisma().arrearsCase.findFirst({ where: { tenancyId, closedOn: null } });
  return { tenancyId, personId, mobile, buildingId: building.id, caseId: open?.id ?? 0 };
}

export async function person(
  tenancyId: number,
  role: string,
  lastName: string,
  number: string,
  safetyNote?: string,
): Promise<number> {
  const recordedAt = new Date("2020-01-01");
  const made = await prisma().person.create({
    data: { number: randomUUID(), lastName, salutation: "mw", safetyNote: safetyNote ?? null, recordedAt },
  });
  await prisma().tenancyPerson.create({ data: { tenancyId, personId: made.id, role, recordedAt } });
  const kind = number.startsWith("+316") ? "mobile" : "landline";
  await prisma().contactPoint.create({ data: { personId: made.id, kind, value: number, recordedAt } });
  return made.id;
}

function rentAccount(today: Day, unpaid: number) {
  const months = Array.from({ length: 6 }, (_, index) => addMonths(monthOf(today), index - 5));
  return months.flatMap((month, index) => {
    const due = firstDay(month);
    const base = {
      amount: cents(RENT),
      bookedOn: due,
      source: "erp",
      reversesId: null,
      recordedAt: new Date(`${due}T02:00:00Z`),
    };
    const charge = { ...base, id: `c${index}`, number: `c${index}`, kind: "charge", category: "rent", dueOn: due } as const;
    const paid = { ...base, id: `p${index}`, number: `p${index}`, kind: "payment", category: null, dueOn: null } as const;
    return index < months.length - unpaid ? [charge, paid] : [charge];
  });
}

/** Money comes in now. */
export async function pays(tenancyId: number, amount: number, on: Day): Promise<void> {
  await prisma().ledgerEntry.create({
    data: {
      tenancyId,
      kind: "payment",
      amountCents: BigInt(amount),
      bookedOn: new Date(on),
      source: "bank",
      sourceNumber: randomUUID(),
      recordedAt: new Date(`${on}T09:00:00Z`),
    },
  });
}

/** What the rules answer now about a tenancy. */
export async function stepOf(tenancyId: number): Promise<{ contact: string; duty: string }> {
  const last = await prisma().assessment.findFirstOrThrow({ where: { tenancyId }, orderBy: { id: "desc" } });
  return { contact: last.contactStep, duty: last.dutyStep };
}

/** Takes back the act that a try came of. */
export async function undoTry(actor: Actor, attemptId: number) {
  const attempt = await prisma().attempt.findUnique({ where: { id: attemptId } });
  return undoAct(actor, { commandId: newId(), undoes: attempt?.commandId ?? newId() });
}

/** The lines of what happened at which a colleague can say that this act was not so. */
export async function linesToCorrect(tenancyId: number, commandId: string): Promise<string[]> {
  const view = await caseView(tenancyId);
  return (view?.timeline ?? []).filter((item) => view?.correctable.get(lineKey(item)) === commandId).map(({ code }) => code);
}

export const newId = (): string => randomUUID();
