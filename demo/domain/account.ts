import { addDays, type Day, firstDay, type Month, monthOf } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import type { Category } from "@/lib/ledger/domain/entry";
import { keepsMonth, monthPlan, type Plan, selfRepair } from "./behaviour";
import { between } from "./chance";
import type { Home } from "./home";
import { bookedMoment } from "./moments";
import type { LedgerRow } from "./rows";
import { bankDayFrom, chargedOn, nameOf } from "./timeline";
import type { World } from "./world";

const WORDS: Readonly<Record<string, string>> = { rent: "Huur", service: "Servicekosten", heating: "Stookkosten" };

/** Writes an entry: it happened today and is in the books tomorrow morning. */
function book(
  world: World,
  home: Home,
  entry: Pick<LedgerRow, "kind" | "category" | "dueOn" | "reversesId" | "source"> & {
    amount: number;
    on: Day;
    description: string | null;
    returnReason?: string;
    collects?: Month;
  },
): LedgerRow {
  home.serial++;
  const row: LedgerRow = {
    id: String(world.nextEntry()),
    tenancyId: home.id,
    kind: entry.kind,
    category: entry.category,
    amount: BigInt(entry.amount) as Cents,
    bookedOn: entry.on,
    dueOn: entry.dueOn,
    reversesId: entry.reversesId,
    source: entry.source,
    number: String(home.id * 1000 + home.serial),
    description: entry.description,
    returnReason: entry.returnReason ?? null,
    recordedAt: bookedMoment(entry.on),
  };
  const { collects } = entry;
  world.booked(home, row, collects ? { said: { kind: "collection", month: collects }, words: nameOf(collects) } : null);
  return row;
}

export function charge(
  world: World,
  home: Home,
  category: Category,
  amount: number,
  on: Day,
  dueOn: Day,
  description: string,
): void {
  if (amount <= 0) return;
  book(world, home, { kind: "charge", category, amount, on, dueOn, reversesId: null, source: "erp", description });
  home.coming.set(dueOn, (home.coming.get(dueOn) ?? 0) + amount);
  world.agenda.at(dueOn, () => fallsDue(home, dueOn));
}

function fallsDue(home: Home, dueOn: Day): void {
  home.ripen(dueOn);
  const amount = home.coming.get(dueOn);
  if (amount === undefined) return;
  home.coming.delete(dueOn);
  if (home.due <= home.paid && home.due + amount > home.paid) home.oldestOpenDue = dueOn;
  home.due += amount;
}

/** Money comes in, today. */
export function receive(world: World, home: Home, amount: number, on: Day, collects: Month | null): LedgerRow {
  const isEarly = collects !== null && firstDay(collects) > on;
  if (!isEarly) home.paid += amount;
  if (home.due <= home.paid) home.oldestOpenDue = null;
  const row = book(world, home, {
    kind: "payment",
    category: null,
    amount,
    on,
    dueOn: null,
    reversesId: null,
    source: "bank",
    description: collects && `Incasso ${nameOf(collects)}`,
    ...(collects ? { collects } : {}),
  });
  if (isEarly) {
    home.collect(row.id, firstDay(collects), amount);
    world.agenda.at(firstDay(collects), () => home.ripen(firstDay(collects)));
  }
  return row;
}

function bounce(world: World, home: Home, payment: LedgerRow, on: Day, reason: string): void {
  if (!home.comesBack(payment.id)) home.paid -= Number(payment.amount);
  if (home.due > home.paid) home.oldestOpenDue ??= firstDay(monthOf(on));
  book(world, home, {
    kind: "reversal",
    category: null,
    amount: Number(payment.amount),
    on,
    dueOn: null,
    reversesId: payment.id,
    source: "bank",
    description: `Storno ${reason}`,
    returnReason: reason,
  });
}

/** The rent run of a month, and what the household is going to pay for it by itself. */
export function rentRun(world: World, home: Home, month: Month): void {
  const due = firstDay(month);
  const on = chargedOn(month);
  const { rents, tenancy } = home.household;
  if (!home.isSitting(due)) return;
  const rent = rents.findLast((each) => each.fromDay <= due) ?? rents[0];
  if (!rent) return;
  for (const [category, amount] of [
    ["rent", rent.netCents],
    ["service", rent.serviceCents],
    ["heating", rent.heatingCents],
  ] as const) {
    charge(world, home, category, amount, on, due, `${WORDS[category]} ${nameOf(month)}`);
  }
  const state = home.stateOn(due);
  // A debit takes along whatever else falls due; of those who pay themselves three in four do.
  const gross = rent.netCents + rent.serviceCents + rent.heatingCents;
  const other = [...home.coming].filter(([d]) => d <= due).reduce((sum, [, amount]) => sum + amount, 0) - gross;
  const wanted =
    gross +
    (tenancy.paymentMethod === "direct-debit" || world.chance(home.place, "settlement", 1) < 0.75 ? Math.max(0, other) : 0);
  const temper = home.household.seat.temper;
  const bouncesOn = home.household.seat.cast?.script.bouncesOn.find((d) => monthOf(d) === month);
  const plans = monthPlan(world.chance, home.place, temper, state, month, wanted);
  for (const plan of plans) carryOut(world, home, bouncesOn ? { ...plan, bouncesOn, reason: "MD06" } : plan, month);
  if (state.kind === "slip") repair(world, home, month, wanted);
  else if (home.repays > 0) repay(world, home, month);
  else if (state.kind === "fine" && home.overdue > gross / 4) drift(world, home, month, gross);
}

function carryOut(world: World, home: Home, plan: Plan, month: Month): void {
  world.agenda.at(plan.on, () => {
    if (!home.isSitting(firstDay(month))) return;
    const payment = receive(
      world,
      home,
      plan.amount,
      plan.on,
      plan.bouncesOn || home.household.tenancy.paymentMethod === "direct-debit" ? month : null,
    );
    const { bouncesOn, reason } = plan;
    if (bouncesOn !== null) world.agenda.at(bouncesOn, () => bounce(world, home, payment, bouncesOn, reason ?? "MS03"));
  });
}

/** After a slip: some notice it themselves. */
function repair(world: World, home: Home, month: Month, wanted: number): void {
  const on = selfRepair(world.chance, home.place, home.household.seat.temper, month);
  if (on === null) return;
  world.agenda.at(on, () => payOff(world, home, on, wanted));
}

/** Pays what is overdue, at most `most`. The named one who always pays late waits for that day, whatever is written to her. */
export function payOff(world: World, home: Home, on: Day, most: number): number {
  const { cast, temper } = home.household.seat;
  const amount = cast && temper.late ? 0 : Math.min(home.overdue, most);
  if (amount <= 0 || !home.isSitting(on)) return 0;
  receive(world, home, amount, on, null);
  return amount;
}

/** Holiday money in the last week of May: some of who are behind, and are not short now, pay it off or pay a large part. */
export function holidayMoney(world: World, today: Day): void {
  for (const home of world.homes) {
    const rent = home.rentOn(today);
    if (!home.isSitting(today) || home.overdue < rent / 2 || home.stateOn(today).kind === "short") continue;
    if (world.chance(home.place, "wakes", 300) < 0.5 * (1.2 - home.household.seat.temper.closed))
      payOff(world, home, today, Math.round(rent * 1.4));
  }
}

/** An extra each month by the household's own doing. */
function repay(world: World, home: Home, month: Month): void {
  const due = firstDay(month);
  const on = bankDayFrom(addDays(due, between(2, 25, world.chance(home.place, "pay-day", 50))));
  if (!keepsMonth(world.chance, home.place, home.household.seat.temper, home.stateOn(due), month)) {
    home.repays = world.chance(home.place, "wakes", Number(month.slice(5))) < 0.4 ? 0 : home.repays;
    return;
  }
  world.agenda.at(on, () => {
    payOff(world, home, on, home.repays);
    if (home.overdue === 0) home.repays = 0;
  });
}

/** Nobody asks, money is back: now and then something extra comes in. */
function drift(world: World, home: Home, month: Month, gross: number): void {
  const { closed } = home.household.seat.temper;
  if (world.chance(home.place, "self-repair", 60 + Number(month.slice(5))) >= 0.22 * (1 - closed)) return;
  const on = bankDayFrom(addDays(firstDay(month), between(3, 26, world.chance(home.place, "pay-day", 60))));
  world.agenda.at(on, () => payOff(world, home, on, Math.round(gross / 2)));
}
