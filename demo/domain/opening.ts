import { addMonths, addMonthsToDay, dayNumber, firstDay, monthOf } from "@/lib/kernel/day";
import { charge, receive } from "./account";
import { chargedOn } from "./timeline";
import type { World } from "./world";

const MONTHS = 9;
/** Of who fell short before the first day, this share had not caught up by then. */
const STILL_OPEN = 0.95;

/** The open months that came along when the ledger starts: households that were short in the months before. */
export function bringForward(world: World): void {
  const start = monthOf(world.timeline.starts);
  const on = chargedOn(start);
  for (const home of world.homes) {
    if (world.chance(home.place, "starts", 5) >= STILL_OPEN) continue;
    for (let back = MONTHS; back >= 1; back--) {
      const month = addMonths(start, -back);
      const due = firstDay(month);
      const state = home.stateOn(due);
      const rent = home.household.rents[0];
      if (state.kind !== "short" || !rent || home.household.tenancy.startsOn > addMonthsToDay(due, -1)) continue;
      const gross = rent.netCents + rent.serviceCents + rent.heatingCents;
      charge(world, home, "rent", rent.netCents, on, due, "Openstaand, huur");
      charge(world, home, "service", rent.serviceCents + rent.heatingCents, on, due, "Openstaand, servicekosten");
      home.coming.delete(due);
      home.due += gross;
      home.oldestOpenDue ??= due;
      if (state.share > 0) receive(world, home, Math.round(gross * state.share), on, null);
      home.lettersSent = Math.min(3, MONTHS - back + 1);
      home.lastLetterOn = dayNumber(on) - 10;
    }
  }
}
