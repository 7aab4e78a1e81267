import type { Month } from "@/lib/kernel/day";
import { landline, mobile } from "@/tests/factories/facts";
import type { Behaviour } from "../staff";
import type { World } from "../world";

const JUNE = "2026-06" as Month;
/** Paid everything before June, nothing since. */
export const stopsInJune = (world: World) => void world.paidBefore(JUNE);
const noPhone = (world: World) => {
  stopsInJune(world);
  world.known.phones = [];
};

/** People nobody gets to speak with. */
export const UNREACHED: readonly Behaviour[] = [
  { name: "silent, with phone, mobile and caretaker", setup: stopsInJune },
  {
    name: "silent, owes one month and pays every next one",
    setup: stopsInJune,
    daily: (world) => {
      if (world.dayOfMonth === 1 && world.day > "2026-06-30") world.pay(world.rent);
    },
  },
  { name: "no phone at all", setup: noPhone },
  {
    name: "landline only",
    setup: (world) => {
      stopsInJune(world);
      world.known.phones = [landline()];
    },
  },
  {
    name: "no caretaker in the building",
    setup: (world) => {
      stopsInJune(world);
      world.known.caretakerPresent = false;
    },
  },
  {
    name: "no phone and no caretaker",
    setup: (world) => {
      noPhone(world);
      world.known.caretakerPresent = false;
    },
  },
  { name: "SMS is never delivered", setup: stopsInJune, onSms: () => "undelivered" },
  {
    name: "opted out of SMS",
    setup: (world) => {
      stopsInJune(world);
      world.known.people = world.known.people.map((one) => ({ ...one, smsOptOut: true }));
    },
  },
  { name: "the number is dead", setup: stopsInJune, onCall: () => "number-dead" },
  {
    name: "the first number is dead, the second works",
    setup: (world) => {
      stopsInJune(world);
      world.known.phones = [mobile(1, "+31600000001"), mobile(1, "+31600000002")];
    },
    onCall: (world) => (world.known.phones[0]?.quality === "dead" ? "not-answered" : "number-dead"),
  },
  { name: "a child answers the phone", setup: stopsInJune, onCall: () => "someone-else" },
  { name: "family opens the door to the caretaker", setup: stopsInJune, onRing: () => "family" },
  { name: "the caretaker is worried", setup: stopsInJune, onRing: () => "worried" },
  { name: "moved away, found by the consultant", setup: stopsInJune, onVisit: () => "moved" },
  {
    name: "cured and back, never reached",
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-06-29") || world.is("2026-07-27") || world.is("2026-08-31"))
        world.pay(world.owed + world.rent - world.rent);
    },
  },
  {
    name: "half payer",
    setup: stopsInJune,
    daily: (world) => {
      if (world.dayOfMonth === 2) world.pay(world.rent / 2);
    },
  },
  {
    name: "short € 40 every month",
    setup: stopsInJune,
    daily: (world) => {
      if (world.dayOfMonth === 1) world.pay(world.rent - 4_000);
    },
  },
  {
    name: "parking only",
    setup: (world) => {
      stopsInJune(world);
      world.known.tenancy = { ...world.known.tenancy, kind: "parking" };
    },
  },
  {
    name: "commercial space",
    setup: (world) => {
      stopsInJune(world);
      world.known.tenancy = { ...world.known.tenancy, kind: "commercial" };
    },
  },
  {
    name: "first seen with three months open",
    setup: (world) => void world.paidBefore("2026-03" as Month),
  },
  {
    name: "only the settlement is open",
    setup: (world) => {
      world.ledger.charge("2026-05-20" as never, 18_000);
      stopsInJune(world);
    },
    daily: (world) => {
      if (world.dayOfMonth === 1) world.pay(world.rent);
    },
  },
  { name: "€ 1 paid of € 600", setup: stopsInJune, daily: (world) => void (world.is("2026-06-03") && world.pay(100)) },
  {
    name: "away until August",
    setup: (world) => {
      stopsInJune(world);
      world.known.people = world.known.people.map((one) => ({ ...one, awayUntil: "2026-08-02" as never }));
    },
  },
  {
    name: "garage, while the home leads",
    setup: (world) => {
      stopsInJune(world);
      world.known.tenancy = { ...world.known.tenancy, id: 7, kind: "parking" };
      world.known.siblings = [{ tenancyId: 9, kind: "home", worked: true }];
    },
  },
  {
    name: "home with a garage beside it",
    setup: (world) => {
      stopsInJune(world);
      world.known.tenancy = { ...world.known.tenancy, id: 9 };
      world.known.siblings = [{ tenancyId: 7, kind: "parking", worked: true }];
    },
  },
];
