import { addMonths, firstDay, type Month, monthOf } from "@/lib/kernel/day";
import { tenant } from "@/tests/factories/facts";
import type { Behaviour } from "../staff";
import type { World } from "../world";
import { stopsInJune } from "./unreached";

const first = (world: World) => world.dayOfMonth === 1;
const paid = (world: World) => void world.paidBefore("2026-06" as Month);
/** Pays this month's rent, less what is short, and says for which month it is. */
const payMonth = (world: World, short = 0) => world.payFor(monthOf(world.day), world.rent - short);
const settlement = (world: World, cents: number) => world.ledger.charge(firstDay("2026-07" as Month), cents);

/** Whole years: what becomes of a debt that stays, comes back, or is small. */
export const LIVES: readonly Behaviour[] = [
  { name: "silent for a year, pays nothing", days: 365, setup: stopsInJune },
  {
    name: "a month behind for a year, pays every next one",
    days: 400,
    setup: stopsInJune,
    daily: (world) => void (first(world) && world.day > "2026-06-30" && payMonth(world)),
  },
  {
    name: "a month behind for a year, answers and agrees nothing",
    days: 400,
    setup: stopsInJune,
    daily: (world) => void (first(world) && world.day > "2026-06-30" && payMonth(world)),
    onCall: () => "spoke",
  },
  {
    name: "twelve euros short every month",
    days: 365,
    setup: paid,
    daily: (world) => void (first(world) && payMonth(world, 1_200)),
  },
  {
    name: "twelve euros short every month, answers",
    days: 365,
    setup: paid,
    daily: (world) => void (first(world) && payMonth(world, 1_200)),
    onCall: () => "spoke",
  },
  {
    name: "one euro short every month",
    days: 365,
    setup: paid,
    daily: (world) => void (first(world) && payMonth(world, 100)),
  },
  {
    name: "only a settlement, never paid",
    days: 365,
    setup: (world) => {
      paid(world);
      settlement(world, 18_000);
    },
    daily: (world) => void (first(world) && payMonth(world)),
  },
  {
    name: "only a large settlement, never paid",
    days: 365,
    setup: (world) => {
      paid(world);
      settlement(world, 90_000);
    },
    daily: (world) => void (first(world) && payMonth(world)),
  },
  {
    name: "three euros left of an old month",
    days: 365,
    setup: (world) => void world.paidBefore("2026-06" as Month),
    daily: (world) => void (first(world) && payMonth(world, world.is("2026-06-01") ? 300 : 0)),
  },
  {
    name: "refuses at every door and on every call",
    days: 300,
    setup: stopsInJune,
    daily: (world) => void (first(world) && world.day > "2026-06-30" && payMonth(world)),
    onCall: () => "spoke",
    onRing: () => "refuses",
    onVisit: () => "refused",
    afterTalk: (world) => world.say("nothing-agreed" as never),
  },
  {
    name: "promises on every call and never pays",
    days: 300,
    setup: stopsInJune,
    daily: (world) => void (first(world) && world.day > "2026-06-30" && payMonth(world)),
    onCall: () => "spoke",
    afterTalk: (world) => world.promise(10, world.owed),
  },
  {
    name: "promises and pays half",
    days: 300,
    setup: stopsInJune,
    daily: (world) => {
      if (first(world) && world.day > "2026-06-30") payMonth(world);
      const due = world.known.promises.find((one) => one.promisedOn === world.day);
      if (due) world.pay(Math.floor(world.owed / 2));
    },
    onCall: () => "spoke",
    afterTalk: (world) => world.promise(10, world.owed),
  },
  {
    name: "every debit of the last quarter bounces, and is paid a fortnight later",
    days: 365,
    setup: paid,
    daily: (world) => {
      if (first(world)) payMonth(world);
      if (world.dayOfMonth === 4 && [0, 1, 2].includes(Number(world.day.slice(5, 7)) % 12)) {
        world.ledger.bounce(world.day);
        world.learned();
      }
      if (world.dayOfMonth === 18 && world.owed > 0) world.pay(world.owed);
    },
  },
  {
    name: "one month every quarter, silent, paid when the next is due",
    days: 400,
    setup: paid,
    daily: (world) => {
      const skips = Number(world.day.slice(5, 7)) % 3 === 0;
      if (first(world) && world.owed > 0) world.pay(world.owed);
      if (first(world) && !skips) payMonth(world);
    },
  },
  {
    name: "falls behind again half a year after a cure",
    days: 365,
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-07-20")) world.pay(world.owed);
      if (first(world) && world.day > "2026-07-31" && world.day < "2027-02-01") payMonth(world);
    },
  },
  {
    name: "an arrangement of a year, kept",
    days: 400,
    setup: stopsInJune,
    daily: (world) => {
      if (first(world) && world.day > "2026-06-30") payMonth(world);
      if (world.dayOfMonth === 25 && world.known.arrangements.length > 0) world.pay(5_000);
    },
    onCall: () => "spoke",
    afterTalk: (world) => void (world.known.arrangements.length === 0 && world.arrange(12, 5_000)),
  },
  {
    name: "an arrangement that breaks after three terms",
    days: 300,
    setup: stopsInJune,
    daily: (world) => {
      if (first(world) && world.day > "2026-06-30") payMonth(world);
      if (world.dayOfMonth === 25 && world.day < "2026-10-01" && world.known.arrangements.length > 0) world.pay(5_000);
    },
    onCall: () => "spoke",
    afterTalk: (world) => void (world.known.arrangements.length === 0 && world.arrange(12, 5_000)),
  },
  {
    name: "help accepted at the table, paused for months",
    days: 300,
    setup: stopsInJune,
    daily: (world) => {
      for (const hold of world.known.holds)
        if (hold.endedOn === null && hold.reviewOn === world.day) {
          world.endHolds();
          if (world.day < "2026-11-01") world.hold(28);
        }
    },
    onVisit: () => "spoke-inside",
    afterTalk: (world) => world.hold(28),
  },
  {
    name: "a garage, unpaid for a year",
    days: 365,
    setup: (world) => {
      stopsInJune(world);
      world.known.tenancy = { ...world.known.tenancy, kind: "parking" };
    },
  },
  {
    name: "an administrator comes in the middle of it",
    days: 300,
    setup: stopsInJune,
    daily: (world) => {
      if (!world.is("2026-06-24")) return;
      world.known.people = [tenant(1), tenant(2, { role: "representative" })];
      world.learned();
    },
  },
  {
    name: "pays half of every month",
    days: 300,
    setup: paid,
    daily: (world) => void (first(world) && payMonth(world, world.rent / 2)),
  },
  {
    name: "pays a month ahead of everybody, then stops",
    days: 300,
    setup: (world) => void world.paidBefore("2026-08" as Month),
    daily: (world) => {
      if (world.dayOfMonth === 20 && world.day < "2026-10-01") world.payFor(addMonths(monthOf(world.day), 2), world.rent);
    },
  },
];
