import type { Day } from "@/lib/kernel/day";
import { type DemoBuilding, demoBuildings, doorOf } from "./buildings";
import { type CastMember, castOf } from "./cast";
import { between, type Chance } from "./chance";
import type { Register } from "./register";
import type { DwellingRow } from "./rows";
import { ALL_FINE, type Temper, temperOf } from "./temper";

/** A place to live or to park. It outlives its tenants; habits and shocks belong to it. */
export interface Seat {
  readonly place: number;
  readonly dwelling: DwellingRow;
  readonly building: DemoBuilding;
  readonly temper: Temper;
  /** Rent on the first day of the ledger, in cents. */
  readonly net: number;
  readonly service: number;
  readonly heating: number;
  /** A named household lives here. */
  readonly cast: CastMember | null;
  /** A garage rented together with this home. */
  readonly with: Seat | null;
}

export type Size = "full" | "small";

/** The dwellings of all buildings; `small` keeps two buildings, cut short. */
export function layOut(chance: Chance, register: Register, size: Size, ends: Day): Seat[] {
  const cast = castOf(ends);
  const seats: Seat[] = [];
  for (const building of demoBuildings(chance)) {
    if (size === "small" && building.id > 2) break;
    const cut =
      size === "small" ? { ...building, homes: building.id === 1 ? building.homes : 40, garages: 10, shops: 1 } : building;
    register.buildings.push(cut);
    seats.push(...seatsOf(chance, register, cut, seats.length, cast));
  }
  return seats;
}

function seatsOf(
  chance: Chance,
  register: Register,
  building: DemoBuilding,
  before: number,
  cast: readonly CastMember[],
): Seat[] {
  const homes: Seat[] = [];
  for (let i = 0; i < building.homes; i++)
    homes.push(
      home(
        chance,
        register,
        building,
        before + i,
        i,
        cast.find((each) => each.building === building.id && each.index === i) ?? null,
      ),
    );
  const others: Seat[] = [];
  for (let i = 0; i < building.garages + building.shops; i++) {
    const place = before + building.homes + i;
    const garage = i < building.garages;
    // Most garages go with a home of the same building, spread over its doors.
    const owner =
      garage && (owned(building, i) || chance(place, "household", 1) < 0.85) ? (homes[(i * 3 + 2) % homes.length] ?? null) : null;
    const dwelling = register.add(register.dwellings, {
      buildingId: building.id,
      kind: garage ? "parking" : "commercial",
      street: building.street,
      houseNumber: garage ? String(i + 1) : String(2 * (i - building.garages) + 2),
      houseLetter: null,
      addition: garage ? "garage" : "winkel",
      postcode: building.postcode,
      city: "Rotterdam",
    });
    const net = garage ? between(5_500, 8_800, chance(place, "rent")) : between(85_000, 190_000, chance(place, "rent"));
    const temper = owner && !others.some((seat) => seat.with === owner) ? owner.temper : temperOf(chance, place);
    others.push({
      place,
      dwelling,
      building,
      temper,
      net,
      service: garage ? 0 : building.serviceCents,
      heating: 0,
      cast: temper === owner?.temper ? owner.cast : null,
      with: temper === owner?.temper ? owner : null,
    });
  }
  return [...homes, ...others];
}

function home(
  chance: Chance,
  register: Register,
  building: DemoBuilding,
  place: number,
  index: number,
  cast: CastMember | null,
): Seat {
  const dwelling = register.add(register.dwellings, {
    buildingId: building.id,
    kind: building.kind,
    street: building.street,
    ...doorOf(building, index),
    postcode: building.postcode,
    city: "Rotterdam",
  });
  return {
    place,
    dwelling,
    building,
    temper: { ...temperOf(chance, place), ...(cast ? { ...cast.temper, months: ALL_FINE } : {}) },
    net: building.baseRent + between(0, 9_500, chance(place, "rent")),
    service: building.serviceCents + (building.kind === "care" ? 6_500 : 0),
    heating: building.heatingCents && building.heatingCents + between(0, 1_500, chance(place, "rent", 1)),
    cast,
    with: null,
  };
}

/** The first garages of the first building go with its homes in every portfolio. */
const owned = (building: DemoBuilding, index: number): boolean => building.id === 1 && index < 3;
