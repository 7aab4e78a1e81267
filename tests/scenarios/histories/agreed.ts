import type { Behaviour } from "../staff";
import type { World } from "../world";
import { stopsInJune } from "./unreached";

const spoke = () => "spoke" as const;
/** Pays every month's rent on the first from July on. */
const paysRunningRent = (world: World) => {
  if (world.dayOfMonth === 1 && world.day > "2026-06-30") world.pay(world.rent);
};
const once = (world: World, what: (world: World) => void) => {
  if (world.known.arrangements.length === 0) what(world);
};
const paysInstalments = (amount: number, lastMonth: string) => (world: World) => {
  paysRunningRent(world);
  if (world.dayOfMonth === 25 && world.known.arrangements.length > 0 && world.day.slice(0, 7) <= lastMonth) world.pay(amount);
};

/** People who are spoken to, and what comes of it. */
export const AGREED: readonly Behaviour[] = [
  { name: "reached, nothing agreed, pays the next months", setup: stopsInJune, daily: paysRunningRent, onCall: spoke },
  { name: "reached, nothing agreed, pays nothing", setup: stopsInJune, onCall: spoke, onVisit: () => "spoke-door" },
  {
    name: "reached once, then never again",
    setup: stopsInJune,
    daily: paysRunningRent,
    onCall: (world) => (world.known.attempts.length === 0 ? "spoke" : "not-answered"),
  },
  {
    name: "serial promiser",
    setup: stopsInJune,
    daily: paysRunningRent,
    onCall: spoke,
    onVisit: () => "spoke-inside",
    afterTalk: (world) => void (world.known.promises.length < 2 && world.promise(7, world.rent)),
  },
  {
    name: "promises once and keeps it",
    setup: stopsInJune,
    daily: (world) => {
      paysRunningRent(world);
      if (world.known.promises.some((one) => one.promisedOn === world.day)) world.pay(world.rent);
    },
    onCall: spoke,
    afterTalk: (world) => world.promise(10, world.rent),
  },
  {
    name: "arrangement kept",
    setup: stopsInJune,
    daily: paysInstalments(15_000, "2026-10"),
    onCall: spoke,
    afterTalk: (world) => once(world, () => world.arrange(4, 15_000)),
  },
  {
    name: "arrangement kept, but August's rent is late",
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-08-01")) return;
      paysInstalments(15_000, "2026-10")(world);
      if (world.is("2026-08-20")) world.pay(world.rent);
    },
    onCall: spoke,
    afterTalk: (world) => once(world, () => world.arrange(4, 15_000)),
  },
  {
    name: "instalments missed",
    setup: stopsInJune,
    daily: paysRunningRent,
    onCall: spoke,
    onVisit: () => "spoke-inside",
    afterTalk: (world) => once(world, () => world.arrange(4, 15_000)),
  },
  {
    name: "instalments € 0,50 short",
    setup: stopsInJune,
    daily: paysInstalments(14_987, "2026-10"),
    onCall: spoke,
    afterTalk: (world) => once(world, () => world.arrange(4, 15_000)),
  },
  {
    name: "says paid, and it is found",
    setup: stopsInJune,
    daily: (world) => {
      paysRunningRent(world);
      const said = world.known.disclosures.some((one) => one.kind === "already-paid" && one.resolvedOn === null);
      if (said && world.is("2026-06-12")) {
        world.payOn("2026-06-08" as never, world.rent);
        world.resolvePaid("found");
      }
    },
    onCall: spoke,
    afterTalk: (world) => void (world.known.disclosures.length === 0 && world.say("already-paid")),
  },
  {
    name: "says paid, and it is not found",
    setup: stopsInJune,
    daily: (world) => {
      paysRunningRent(world);
      if (world.is("2026-06-12")) world.resolvePaid("not-found");
    },
    onCall: spoke,
    afterTalk: (world) => void (world.known.disclosures.length === 0 && world.say("already-paid")),
  },
  {
    name: "cannot pay, help accepted and a hold",
    setup: stopsInJune,
    daily: paysRunningRent,
    onCall: spoke,
    onVisit: (world) => {
      world.hold(56);
      return "spoke-inside";
    },
    afterTalk: (world) => void (world.known.disclosures.length === 0 && world.say("cannot-pay")),
  },
  {
    name: "cured and back, reached",
    setup: stopsInJune,
    daily: (world) => {
      if (world.is("2026-06-22") || world.is("2026-08-03")) world.pay(world.owed);
    },
    onCall: spoke,
  },
  {
    name: "only the caretaker spoke with them",
    setup: stopsInJune,
    daily: paysRunningRent,
    onRing: () => "spoke",
  },
  {
    name: "an agreed moment passes",
    setup: stopsInJune,
    daily: paysRunningRent,
    onCall: spoke,
    afterTalk: (world) => void (world.known.disclosures.length === 0 && world.say("agreed-moment", "2026-06-26" as never)),
  },
  {
    name: "objects to sharing",
    setup: stopsInJune,
    daily: (world) => {
      paysRunningRent(world);
      if (world.is("2026-06-25")) {
        world.known.objectedToSharingOn = world.day;
        world.learned();
      }
    },
  },
];
