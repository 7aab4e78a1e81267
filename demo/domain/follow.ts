import { addDays, addMonthsToDay, type Day, dayNumber, monthOf } from "@/lib/kernel/day";
import { payOff } from "./account";
import { keepsMonth } from "./behaviour";
import type { CaseFile } from "./casefile";
import type { ArrangementRow, PromiseRow } from "./paper-rows";
import { bankDayFrom } from "./timeline";
import type { World } from "./world";

/** Does what was promised, or does not; some of who broke it pay a week later after all. */
export function followPromise(world: World, file: CaseFile, promise: PromiseRow, kept: boolean): void {
  const { home } = file;
  // Who always pays late does so anyway, on the day that was promised.
  if (home.household.seat.temper.late) return;
  const late = world.chance(home.place, "keeps", -dayNumber(promise.madeOn)) < 0.3;
  if (!kept && !late) return;
  const on = bankDayFrom(addDays(promise.promisedOn, kept ? 0 : 8));
  world.agenda.at(later(world, on), () => payOff(world, home, later(world, on), Number(promise.amount)));
}

/** Pays the instalments, month by month, as long as the arrangement runs. */
export function followArrangement(world: World, file: CaseFile, arrangement: ArrangementRow): void {
  const { home } = file;
  home.repays = 0;
  for (const instalment of arrangement.instalments) {
    const on = bankDayFrom(instalment.dueOn);
    if (on > addMonthsToDay(world.timeline.ends, 1)) break;
    world.agenda.at(later(world, on), () => {
      if (arrangement.endedOn !== null || !home.isSitting(on)) return;
      const { temper } = home.household.seat;
      const helped = home.helpedUntil !== null && home.helpedUntil >= on;
      if (helped || keepsMonth(world.chance, home.place, temper, home.stateOn(on), monthOf(on)))
        payOff(world, home, on, Number(instalment.amount));
    });
  }
}

/** Nothing can be put down for an earlier day than today. */
const later = (world: World, on: Day): Day => (on < world.today ? world.today : on);
