import { addDays, addMonthsToDay, type Day, day, firstDay, monthOf } from "@/lib/kernel/day";
import { between, type Chance, pick } from "./chance";
import { amsterdam } from "./moments";
import { inventPerson } from "./names";
import { ibanOf, landlineOf, mobileOf, paymentReferenceOf } from "./numbers";
import type { Register } from "./register";
import type { PersonRow, RentRow, TenancyRow } from "./rows";
import type { Seat } from "./seats";
import type { Reach } from "./temper";

/** A tenancy with the people in it, as the simulation knows them. */
export interface Household {
  readonly seat: Seat;
  readonly tenancy: TenancyRow;
  readonly people: readonly PersonRow[];
  readonly representative: PersonRow | null;
  readonly rents: RentRow[];
  readonly iban: string;
  readonly reach: Reach;
  /** How many lived at this place before them. */
  readonly nth: number;
}

/** Rent rise on 1 July, in thousandths of the net rent, by year. Invented, near what was customary. */
const RISES: Readonly<Record<string, number>> = { 2014: 25, 2015: 15, 2016: 10, 2024: 53, 2025: 45, 2026: 41 };
export const riseOf = (year: string): number => RISES[year] ?? 20;

const FIRMS = ["Maasbewind", "De Vaste Hand Bewind", "Budgetzorg Rijnmond", "Van Dalen Bewindvoering", "Het Huishoudboekje"];
const KNOW_BEFORE = [
  "Laat lang overgaan",
  "Liever bellen dan bezoek",
  "Liefst rustig en duidelijk praten",
  "Dochter regelt de post",
  "Loopt moeilijk, komt laat aan de deur",
  "Belt liever ’s middags",
];

/** Moves somebody into a place from a day on: with the first tenancy of a place the day lies years back. */
export function moveIn(chance: Chance, register: Register, seat: Seat, nth: number, since: Day, ledgerStarts: Day): Household {
  const owner = seat.with ? householdsByPlace(register).get(seat.with.place) : undefined;
  const startsOn = nth > 0 ? since : firstDay(monthOf(addDays(ledgerStarts, -between(40, 9_000, chance(seat.place, "starts")))));
  const known = nth > 0 ? amsterdam(addDays(since, -14), 11) : amsterdam(addDays(ledgerStarts, -30), 11);
  const serial = register.tenancies.length + 1;
  const tenancy = register.add(register.tenancies, {
    number: String(104_000 + serial),
    dwellingId: seat.dwelling.id,
    startsOn,
    endsOn: null,
    paymentMethod: seat.temper.pays,
    paymentReference: paymentReferenceOf(10_400_000_000 + serial * 17),
    recordedAt: known,
  });
  const shared = owner && owner.tenancy.endsOn === null ? owner : null;
  const place = seat.place * 16 + nth;
  const people = shared ? shared.people : tenantsOf(chance, register, seat, place, known);
  const representative = shared ? shared.representative : representativeOf(chance, register, seat, place, known);
  people.forEach((person, index) => {
    register.add(register.roles, {
      tenancyId: tenancy.id,
      personId: person.id,
      role: index === 0 ? "tenant" : "co-tenant",
      recordedAt: known,
    });
  });
  if (representative) {
    register.add(register.roles, {
      tenancyId: tenancy.id,
      personId: representative.id,
      role: "representative",
      recordedAt: known,
    });
  }
  const iban = shared ? shared.iban : ibanOf(4_000_000 + serial * 7);
  register.add(register.ibans, { tenancyId: tenancy.id, iban, recordedAt: known });
  const household: Household = {
    seat,
    tenancy,
    people,
    representative,
    rents: [],
    iban,
    reach: shared ? shared.reach : (seat.cast?.reach ?? reachOf(chance, place)),
    nth,
  };
  if (!shared) addPoints(chance, register, household, place, known);
  if (!shared && !representative && !seat.cast && chance(place, "contact") < 0.04)
    addContact(chance, register, household, place, known);
  householdsByPlace(register).set(seat.place, household);
  return household;
}

const kept = new WeakMap<Register, Map<number, Household>>();
/** Who lives where now. */
export function householdsByPlace(register: Register): Map<number, Household> {
  let map = kept.get(register);
  if (!map) {
    map = new Map();
    kept.set(register, map);
  }
  return map;
}

function tenantsOf(chance: Chance, register: Register, seat: Seat, place: number, known: Date): PersonRow[] {
  if (seat.dwelling.kind === "commercial") {
    const owner = inventPerson(chance, place, 3);
    const trade = pick(
      ["Kapsalon", "Bakkerij", "Fysiotherapie", "Apotheek", "Bloemen", "Slijterij", "Toko"],
      chance(place, "name", 9),
    );
    return [
      addPerson(
        register,
        {
          initials: null,
          prefix: null,
          lastName: `${trade} ${owner.lastName}`,
          salutation: "firm",
          bornOn: null,
          language: null,
        },
        known,
      ),
    ];
  }
  const cast = place % 16 === 0 ? seat.cast : null;
  const first = cast?.person ?? inventPerson(chance, place, 0);
  const born = bornOn(chance, place, 0);
  const tenant = addPerson(
    register,
    { ...first, bornOn: born, knowBefore: cast ? cast.knowBefore : knowBefore(chance, place) },
    known,
  );
  if (cast ? cast.partner === null : chance(place, "couple") >= 0.25) return [tenant];
  const second = cast?.partner ?? inventPerson(chance, place, 1);
  const other = {
    ...second,
    salutation: first.salutation === "mw" ? ("dhr" as const) : ("mw" as const),
    bornOn: addDays(born, between(-1_800, 1_800, chance(place, "age", 1))),
  };
  return [tenant, addPerson(register, other, known)];
}

type Invented = Pick<PersonRow, "initials" | "prefix" | "lastName" | "salutation" | "bornOn" | "language"> & {
  readonly knowBefore?: readonly string[];
};

function addPerson(register: Register, person: Invented, known: Date): PersonRow {
  const { knowBefore: know = [], ...rest } = person;
  return register.add(register.people, {
    ...rest,
    number: `R${String(50_000 + register.people.length + 1)}`,
    deceasedOn: null,
    deceasedKnownAt: null,
    awayUntil: null,
    smsOptOut: false,
    prefers: null,
    safetyNote: null,
    knowBefore: know,
    recordedAt: known,
  });
}

const knowBefore = (chance: Chance, place: number): string[] =>
  chance(place, "know-before") < 0.16 ? [pick(KNOW_BEFORE, chance(place, "know-before", 1))] : [];

/** Mostly 65 and older: 12 % from 50, 33 % from 65, 35 % from 75, 20 % from 85 years. */
function bornOn(chance: Chance, place: number, nth: number): Day {
  const group = chance(place, "age", nth);
  const [low, high] = group < 0.12 ? [50, 64] : group < 0.45 ? [65, 74] : group < 0.8 ? [75, 84] : [85, 96];
  const age = between(low, high, chance(place, "age", nth + 10));
  return addDays(addMonthsToDay(day("2015-07-01"), -12 * age), -between(0, 364, chance(place, "age", nth + 20)));
}

/** 25 % only a landline, 4 % no number at all. */
function reachOf(chance: Chance, place: number): Reach {
  const draw = chance(place, "phone");
  return draw < 0.25 ? "landline" : draw < 0.29 ? "none" : draw < 0.62 ? "both" : "mobile";
}

function addPoints(chance: Chance, register: Register, household: Household, place: number, known: Date): void {
  const person = household.people[0];
  if (!person) return;
  const point = (personId: number, kind: "mobile" | "landline" | "email", value: string) =>
    register.add(register.points, { personId, kind, value, quality: "plausible", recordedAt: known, deadAt: null });
  const serial = person.id;
  if (household.reach === "landline" || household.reach === "both") point(serial, "landline", landlineOf(24_000 + serial * 5));
  if (household.reach === "mobile" || household.reach === "both") point(serial, "mobile", mobileOf(2_000_000 + serial * 11));
  const partner = household.people[1];
  if (partner && chance(place, "phone", 1) < 0.5) point(partner.id, "mobile", mobileOf(2_000_000 + partner.id * 11));
  if (household.representative) point(household.representative.id, "landline", landlineOf(90_000 + (serial % 5)));
}

/** Bewindvoerders: about 2 %; each file has its own person at the office. */
function representativeOf(chance: Chance, register: Register, seat: Seat, place: number, known: Date): PersonRow | null {
  if (seat.dwelling.kind === "commercial" || !(seat.cast ? seat.cast.bewind : chance(place, "bewind") < 0.02)) return null;
  const firm = pick(FIRMS, chance(place, "bewind", 1));
  return addPerson(
    register,
    { initials: null, prefix: null, lastName: firm, salutation: "firm", bornOn: null, language: null },
    known,
  );
}

function addContact(chance: Chance, register: Register, household: Household, place: number, known: Date): void {
  const parent = household.people[0];
  const child = inventPerson(chance, place, 5);
  const person = addPerson(
    register,
    { ...child, prefix: parent?.prefix ?? null, lastName: parent?.lastName ?? child.lastName, bornOn: null, language: null },
    known,
  );
  register.add(register.roles, { tenancyId: household.tenancy.id, personId: person.id, role: "contact", recordedAt: known });
  register.add(register.points, {
    personId: person.id,
    kind: "mobile",
    value: mobileOf(8_000_000 + person.id * 11),
    quality: "plausible",
    recordedAt: known,
    deadAt: null,
  });
}
