import { addWorkingDays, workingDayFrom } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import { charge, payOff } from "./account";
import { between } from "./chance";
import type { Home } from "./home";
import { bankDayFrom } from "./timeline";
import type { World } from "./world";

/** What the court case writes down, and the chance that a household wakes up at each of its steps. */
export interface CourtDesk {
  step(
    home: Home,
    kind: "summons" | "judgment" | "eviction-notice" | "eviction-averted" | "keys-returned" | "stopped",
    day: Day,
  ): void;
  evict(home: Home, day: Day): void;
  /** Chance that it is still settled before this step, besides what the household does by itself. */
  settles(home: Home, step: "summons" | "judgment" | "notice", day: Day): number;
}

const WAKES = { summons: 0.4, judgment: 0.42, notice: 0.42 } as const;

/** Goes to court with a tenancy: summons now, judgment after two to three months, eviction one to two months later. */
export function summon(world: World, home: Home, today: Day, desk: CourtDesk): void {
  home.law = "summons";
  home.legalSince = today;
  desk.step(home, "summons", today);
  charge(
    world,
    home,
    "costs",
    between(24_500, 32_000, world.chance(home.place, "costs", 1)),
    today,
    addDays(today, 14),
    "Kosten dagvaarding",
  );
  if (settled(world, home, today, "summons", desk)) return;
  const on = workingDayFrom(addDays(today, between(56, 98, world.chance(home.place, "court", 1))));
  world.agenda.at(on, () => judge(world, home, on, desk));
}

function judge(world: World, home: Home, today: Day, desk: CourtDesk): void {
  if (!goesOn(home, today)) return stop(home, today, desk, "stopped");
  home.law = "judgment";
  desk.step(home, "judgment", today);
  charge(
    world,
    home,
    "costs",
    between(19_000, 26_000, world.chance(home.place, "costs", 2)),
    today,
    addDays(today, 14),
    "Proceskosten vonnis",
  );
  if (settled(world, home, today, "judgment", desk)) return;
  const on = workingDayFrom(addDays(today, between(21, 42, world.chance(home.place, "court", 2))));
  world.agenda.at(on, () => notice(world, home, on, desk));
}

function notice(world: World, home: Home, today: Day, desk: CourtDesk): void {
  if (!goesOn(home, today)) return stop(home, today, desk, "eviction-averted");
  home.law = "notice";
  desk.step(home, "eviction-notice", today);
  if (settled(world, home, today, "notice", desk)) return;
  const on = workingDayFrom(addDays(today, between(16, 28, world.chance(home.place, "court", 3))));
  world.agenda.at(on, () => {
    if (!goesOn(home, on)) return stop(home, on, desk, "eviction-averted");
    if (world.chance(home.place, "court", 4) < 0.14) {
      desk.step(home, "keys-returned", on);
      home.household.tenancy.endsOn = on;
      return world.empty(home, on);
    }
    desk.evict(home, on);
    home.household.tenancy.endsOn = on;
    world.empty(home, on);
  });
}

const goesOn = (home: Home, today: Day) => home.isSitting(today) && home.law !== null && home.overdue >= 2 * home.rentOn(today);

function stop(home: Home, today: Day, desk: CourtDesk, kind: "stopped" | "eviction-averted"): void {
  if (home.law !== null && home.isSitting(today)) desk.step(home, kind, today);
  home.law = null;
}

/** Now it is real: some pay with what family lends, some pay extra each month; then the case rests. */
function settled(world: World, home: Home, today: Day, step: "summons" | "judgment" | "notice", desk: CourtDesk): boolean {
  const { closed } = home.household.seat.temper;
  const wakes = WAKES[step] * (1.3 - closed) + desk.settles(home, step, today);
  if (world.chance(home.place, "wakes", 100 + { summons: 1, judgment: 2, notice: 3 }[step]) >= wakes) return false;
  const on = bankDayFrom(addWorkingDays(today, between(3, 9, world.chance(home.place, "wakes", 110))));
  const whole = world.chance(home.place, "wakes", 120) < 0.25;
  world.agenda.at(on, () => {
    payOff(world, home, on, whole ? home.overdue : Math.round(home.rentOn(on)));
    if (home.law !== null) desk.step(home, step === "notice" ? "eviction-averted" : "stopped", on);
    home.law = null;
    if (!whole) home.repays = Math.round((home.rentOn(on) * 0.4) / 500) * 500;
    home.lettersSent = 2;
  });
  return true;
}
