import { addDays, addMonths, type Day, firstDay, lastDay, type Month, monthOf } from "@/lib/kernel/day";
import { between } from "./chance";
import { Home } from "./home";
import { bookedMoment } from "./moments";
import { householdsByPlace, moveIn, riseOf } from "./tenants";
import type { World } from "./world";

const DEATHS_PER_YEAR = 0.038;
const MOVES_PER_YEAR = 0.026;
const absolute = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** Who dies or moves in a month. Knows nothing of money. Garages follow the home they go with. */
export function turnover(world: World, home: Home, month: Month): void {
  const { seat, tenancy, people } = home.household;
  if (tenancy.endsOn !== null || seat.with !== null || !home.isSitting(firstDay(month))) return;
  if (seat.cast) return castTurns(world, home, month);
  const living = people.filter((person) => person.deceasedOn === null);
  if (seat.dwelling.kind !== "commercial" && seat.dwelling.kind !== "parking") {
    if (world.chance(home.place, "death", absolute(month)) < DEATHS_PER_YEAR / 12) {
      const on = addDays(firstDay(month), between(1, 24, world.chance(home.place, "death", absolute(month) + 9_999)));
      const person = living[0];
      if (!person) return;
      world.agenda.at(on, () => {
        person.deceasedOn = on;
        person.deceasedKnownAt = bookedMoment(addDays(on, 3));
        if (living.length === 1) leave(world, home, lastDay(addMonths(month, 2)));
      });
      return;
    }
  }
  if (world.chance(home.place, "turnover", absolute(month)) < MOVES_PER_YEAR / 12)
    leave(world, home, lastDay(addMonths(month, 1)));
}

/** The tenancy ends; a garage rented with it ends on the same day. */
export function leave(world: World, home: Home, endsOn: Day): void {
  if (home.household.tenancy.endsOn !== null) return;
  home.household.tenancy.endsOn = endsOn;
  world.agenda.at(endsOn, () => empty(world, home, endsOn));
}

/** After one to three empty months somebody else comes to live there. */
export function empty(world: World, home: Home, endsOn: Day): void {
  const { seat, nth } = home.household;
  for (const other of world.homes) {
    if (other.household.seat.with !== seat || other.household.tenancy.endsOn !== null) continue;
    if (other.household.people !== home.household.people) continue;
    other.household.tenancy.endsOn = endsOn;
    letAgain(world, other, endsOn, nth);
  }
  letAgain(world, home, endsOn, nth);
}

function letAgain(world: World, home: Home, endsOn: Day, nth: number): void {
  const { seat } = home.household;
  const months = 1 + between(0, 2, world.chance((seat.with ?? seat).place, "vacancy", nth));
  const since = firstDay(addMonths(endsOn.slice(0, 7) as Month, months + 1));
  // Homes before garages: the garage asks who lives in the home.
  world.agenda.at(since, () => {
    if (since <= world.timeline.ends) settle(world, home, since);
  });
}

function settle(world: World, before: Home, since: Day): void {
  const { seat, nth } = before.household;
  const household = moveIn(world.chance, world.register, seat, nth + 1, since, world.timeline.starts);
  const last = before.household.rents.at(-1);
  if (last)
    household.rents.push(
      world.register.add(world.register.rents, {
        ...rentParts(last),
        tenancyId: household.tenancy.id,
        fromDay: since,
        recordedAt: bookedMoment(addDays(since, -14)),
      }),
    );
  world.addHome(new Home(household));
  householdsByPlace(world.register).set(seat.place, household);
}

const rentParts = ({
  netCents,
  serviceCents,
  heatingCents,
}: {
  netCents: number;
  serviceCents: number;
  heatingCents: number;
}) => ({ netCents, serviceCents, heatingCents });

/** The yearly rise on 1 July, known since May. */
export function raiseRents(world: World, year: string): void {
  const fromDay = `${year}-07-01` as Day;
  for (const home of world.homes) {
    const { rents, tenancy } = home.household;
    const last = rents.at(-1);
    if (!last || tenancy.endsOn !== null || tenancy.startsOn > addDays(fromDay, -180)) continue;
    const netCents = Math.round((last.netCents * (1000 + riseOf(year))) / 1000);
    rents.push(
      world.register.add(world.register.rents, {
        ...rentParts(last),
        netCents,
        tenancyId: tenancy.id,
        fromDay,
        recordedAt: bookedMoment(`${year}-05-01` as Day),
      }),
    );
  }
}

/** Nobody of the cast moves out; of one couple one dies. */
function castTurns(world: World, { household }: Home, month: Month): void {
  const on = household.seat.cast?.script.partnerDiedOn ?? null;
  const partner = household.people[1];
  if (on === null || !partner || monthOf(on) !== month) return;
  world.agenda.at(on, () => {
    partner.deceasedOn = on;
    partner.deceasedKnownAt = bookedMoment(addDays(on, 3));
  });
}
