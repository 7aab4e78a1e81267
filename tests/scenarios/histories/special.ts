import { addMonths, type Month } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { landline, tenant } from "@/tests/factories/facts";
import type { Behaviour } from "../staff";
import type { World } from "../world";
import { stopsInJune } from "./unreached";

const dies = (world: World, id: number) => {
  world.known.people = world.known.people.map((one) => (one.id === id ? { ...one, deceasedOn: world.day } : one));
  world.learned();
};
/** Paid on the 24th of every month so far. */
const habitual24 = (world: World) => {
  for (let month = "2025-05" as Month; month < "2026-06"; month = addMonths(month, 1)) {
    const on = `${month}-22` as never;
    if (month < "2026-05") world.ledger.pay(on, world.rent);
  }
  world.ledger.pay("2026-05-22" as never, world.rent);
};

/** Households to which something happens that stops or turns the ladder. */
export const SPECIAL: readonly Behaviour[] = [
  {
    name: "always on the 24th, spoken with once",
    setup: (world) => {
      habitual24(world);
      const spoke = { channel: "call", direction: "inbound", outcome: "spoke", number: null } as const;
      world.known.attempts = [{ tenancyId: 1, personId: 1, day: "2026-02-10" as never, part: "morning", ...spoke }];
    },
    daily: (world) => {
      if (world.dayOfMonth === 24) world.pay(world.rent);
    },
  },
  {
    name: "always on the 24th, never spoken with",
    setup: habitual24,
    daily: (world) => {
      if (world.dayOfMonth === 24) world.pay(world.rent);
    },
    onCall: () => "spoke",
  },
  {
    name: "one of two tenants dies",
    setup: (world) => {
      stopsInJune(world);
      world.known.people = [tenant(1), tenant(2, { role: "co-tenant" })];
      world.known.phones = [...world.known.phones, landline(2)];
    },
    daily: (world) => {
      if (world.is("2026-06-10")) dies(world, 1);
    },
  },
  {
    name: "the only tenant dies",
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-06-16")) dies(world, 1);
    },
  },
  {
    name: "under a representative",
    setup: (world) => {
      stopsInJune(world);
      world.known.people = [tenant(1), tenant(2, { role: "representative" })];
      world.known.phones = [...world.known.phones, landline(2)];
    },
  },
  {
    name: "a hold on what is open, and new months unpaid",
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-06-11")) world.hold(42);
    },
  },
  {
    name: "a hold on one month, the next ones paid",
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-06-11")) world.hold(42);
      if (world.dayOfMonth === 1 && world.day > "2026-06-30") {
        world.pay(world.rent);
      }
    },
  },
  {
    name: "the bank file stops coming",
    setup: (world) => {
      stopsInJune(world);
      world.bankStopsOn = "2026-06-08" as never;
    },
    daily: (world) => {
      if (world.is("2026-07-20")) world.bankStopsOn = null;
    },
  },
  {
    name: "a receipt in suspense may be theirs",
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-06-08")) world.known.maybePaid = [{ bookedOn: world.day, amount: cents(world.rent) }];
      if (world.is("2026-06-18")) world.known.maybePaid = [];
      if (world.is("2026-06-08") || world.is("2026-06-18")) world.learned();
    },
  },
  {
    name: "rent unknown",
    setup: (world) => {
      stopsInJune(world);
      world.known.tenancy = { ...world.known.tenancy, monthlyRent: null };
      world.known.dataProblems = { contradictory: false, balanceDiffers: null, since: world.day };
    },
  },
  {
    name: "leaves in July",
    setup: (world) => {
      stopsInJune(world);
      world.known.tenancy = { ...world.known.tenancy, endsOn: "2026-07-15" as never };
    },
  },
  {
    name: "a summons is running",
    setup: stopsInJune,
    daily: (world) => {
      if (!world.is("2026-07-01")) return;
      world.known.legal = { kind: "summons", since: world.day };
      world.learned();
    },
  },
  {
    name: "pays every rent on time",
    setup: (world) => void world.paidBefore("2027-01" as Month),
  },
  {
    name: "always nine days late",
    setup: stopsInJune,
    daily: (world) => {
      if (world.dayOfMonth === 10) world.pay(world.rent);
    },
    onCall: () => "spoke",
  },
];
