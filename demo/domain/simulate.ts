import { isWorkingDay } from "@/lib/kernel/calendar";
import { addDays, addMonths, type Day, dayOfMonth, firstDay, lastDay, monthOf, weekday } from "@/lib/kernel/day";
import { charge, holidayMoney, payOff, rentRun } from "./account";
import { between, chanceOf } from "./chance";
import { type CourtDesk, summon } from "./courts";
import { Home } from "./home";
import { letterRound } from "./letters";
import { bringForward } from "./opening";
import { Register } from "./register";
import { layOut, type Size } from "./seats";
import { moveIn } from "./tenants";
import { bankDayFrom, chargedOn, type Timeline } from "./timeline";
import { empty, leave, raiseRents, turnover } from "./turnover";
import { World } from "./world";

export function startWorld(seed: number, timeline: Timeline, size: Size): World {
  const chance = chanceOf(seed);
  const register = new Register();
  const world = new World(chance, register, timeline);
  world.empty = (home, endsOn) => empty(world, home, endsOn);
  for (const seat of layOut(chance, register, size, timeline.ends)) {
    const household = moveIn(chance, register, seat, 0, timeline.starts, timeline.starts);
    household.rents.push(
      register.add(register.rents, {
        tenancyId: household.tenancy.id,
        fromDay: household.tenancy.startsOn,
        netCents: seat.net,
        serviceCents: seat.service,
        heatingCents: seat.heating,
        recordedAt: household.tenancy.recordedAt,
      }),
    );
    world.addHome(new Home(household));
  }
  world.today = chargedOn(monthOf(timeline.starts));
  bringForward(world);
  return world;
}

/** What a year with letters only would bring: the months' arrears and the evictions. */
export function playOldWay(world: World, until: Day, desk: CourtDesk, onDay: (day: Day) => void): void {
  for (let today = addDays(chargedOn(monthOf(world.timeline.starts)), 0); today <= until; today = addDays(today, 1)) {
    world.today = today;
    world.morningPost();
    calendarOf(world, today);
    world.agenda.play(today);
    if (weekday(today) === 1)
      for (const home of world.homes) if (home.isSitting(today) && home.overdue > 0) lettersAndCourts(world, home, today, desk);
    onDay(today);
  }
}

function lettersAndCourts(world: World, home: Home, today: Day, desk: CourtDesk): void {
  letterRound(world, home, today);
  if (home.law !== null || home.repays > 0 || home.lettersSent < 3) return;
  if (home.household.seat.dwelling.kind !== "home") return withoutCourt(world, home, today);
  const patience = 3 + 1.5 * world.chance(home.place, "court", 20);
  if (home.overdue >= patience * home.rentOn(today) && isWorkingDay(today)) summon(world, home, today, desk);
}

/** No court for a care home or a garage: the family puts it right, or the contract ends. */
export function withoutCourt(world: World, home: Home, today: Day): void {
  if (home.overdue < 3.5 * home.rentOn(today)) return;
  if (home.household.seat.dwelling.kind === "care") payOff(world, home, bankDayFrom(today), home.overdue);
  else if (home.household.seat.with === null) leave(world, home, lastDay(monthOf(today)));
}

/** The fixed days of the corporation: rent run, rent rise, service-cost settlement, who comes and goes. */
export function calendarOf(world: World, today: Day): void {
  const month = addMonths(monthOf(today), 1);
  if (today.endsWith("-05-02")) raiseRents(world, today.slice(0, 4));
  if (today === chargedOn(month)) for (const home of world.homes) rentRun(world, home, month);
  if (today.endsWith("-05-27")) holidayMoney(world, bankDayFrom(today));
  if (today.endsWith("-06-05")) settlements(world, today);
  if (dayOfMonth(today) === 1) for (const home of [...world.homes]) turnover(world, home, monthOf(today));
}

/** The yearly settlement of service and heating costs: some pay extra. */
function settlements(world: World, today: Day): void {
  for (const home of world.homes) {
    if (!home.isSitting(today) || home.household.seat.dwelling.kind === "parking") continue;
    const draw = world.chance(home.place, "settlement");
    if (draw < 0.4)
      charge(
        world,
        home,
        "settlement",
        between(1_200, 16_500, world.chance(home.place, "settlement-amount")),
        today,
        firstDay(addMonths(monthOf(today), 1)),
        `Afrekening servicekosten ${Number(today.slice(0, 4)) - 1}`,
      );
  }
}
