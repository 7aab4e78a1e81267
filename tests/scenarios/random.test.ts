import { expect, it } from "vitest";
import { monthOf } from "@/lib/kernel/day";
import type { AttemptFacts, CaretakerResult, VisitFacts } from "@/lib/rules/facts";
import { dice } from "@/tests/factories/dice";
import { landline, mobile, tenant } from "@/tests/factories/facts";
import { againstTheGate, changedTooEarly, repeats, silences } from "./invariants";
import { play } from "./play";
import type { Behaviour } from "./staff";
import type { World } from "./world";

/** A sample here; `LIVES=3000` plays as many as were asked for once. */
const LIVES = Number(process.env.LIVES ?? 120);
const DAYS = 120;

const CALLS: readonly AttemptFacts["outcome"][] = [
  ...(["not-answered", "not-answered", "not-answered", "voicemail", "spoke", "spoke", "someone-else", "number-dead"] as const),
];
const RINGS: readonly CaretakerResult[] = ["not-home", "not-home", "not-home", "spoke", "family", "refuses", "worried"];
const VISITS: readonly VisitFacts["outcome"][] = ["nobody", "nobody", "spoke-inside", "spoke-door", "refused"];

function household(seed: number): Behaviour {
  const roll = dice(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)] as T;
  const payDay = pick([1, 1, 1, 3, 24, 27]);
  const pays = roll();
  return {
    name: `seed ${seed}`,
    setup: (world) => {
      world.paidBefore((roll() < 0.7 ? "2026-06" : "2026-04") as never);
      const home = roll();
      if (home < 0.1) world.known.tenancy = { ...world.known.tenancy, kind: "parking" };
      world.known.caretakerPresent = roll() < 0.8;
      if (roll() < 0.25) world.known.phones = pick([[], [landline()], [mobile(1, "+31600000001"), mobile(1, "+31600000002")]]);
      if (roll() < 0.1) world.known.people = [tenant(1), tenant(2, { role: "co-tenant" })];
      if (roll() < 0.05) world.ledger.charge("2026-07-01" as never, Math.ceil(roll() * 400) * 100);
    },
    daily: (world) => {
      payments(world);
      happenings(world);
    },
    onCall: () => pick(CALLS),
    onSms: () => (roll() < 0.9 ? "delivered" : "undelivered"),
    onRing: () => pick(RINGS),
    onVisit: () => pick(VISITS),
    afterTalk: agree,
  };

  function payments(world: World): void {
    if (world.dayOfMonth === payDay && roll() < pays) {
      const part = roll() < 0.85 ? 1 : roll();
      if (roll() < 0.6) world.payFor(monthOf(world.day), Math.max(1, Math.round(world.rent * part)));
      else world.pay(Math.max(1, Math.round(world.rent * part)));
    }
    if (world.owed > 0 && roll() < 0.006) world.pay(Math.max(1, Math.round(world.owed * (roll() < 0.5 ? 1 : roll()))));
    if (world.dayOfMonth === 6 && world.ledger.receipts.length > 0 && roll() < 0.05) {
      world.ledger.bounce(world.day);
      world.learned();
    }
    if (world.known.arrangements.some((one) => one.endedOn === null) && world.dayOfMonth === 25 && roll() < 0.7) world.pay(5_000);
  }

  function happenings(world: World): void {
    const { known } = world;
    for (const hold of known.holds) if (hold.endedOn === null && hold.reviewOn === world.day) world.endHolds();
    if (world.owed > 0 && roll() < 0.003) world.hold(14 + Math.floor(roll() * 40));
    if (roll() < 0.0008 && known.people[0]?.deceasedOn === null) {
      known.people = known.people.map((one, at) => (at === 0 ? { ...one, deceasedOn: world.day } : one));
      world.learned();
    }
    if (roll() < 0.001 && known.people.every((one) => one.role !== "representative")) {
      known.people = [...known.people, tenant(9, { role: "representative" })];
      world.learned();
    }
  }

  function agree(world: World): void {
    const what = roll();
    if (world.owed === 0) return;
    if (what < 0.3) world.promise(3 + Math.floor(roll() * 10), world.owed);
    else if (what < 0.45 && world.known.arrangements.every((one) => one.endedOn !== null)) world.arrange(6, 5_000);
  }
}

it("nobody is contacted against the gate, nothing repeats without a new fact, nobody ends in silence, in any life", () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= LIVES && wrong.length < 20; seed++) {
    const made = play(household(seed), DAYS);
    wrong.push(...repeats(made), ...silences(made), ...againstTheGate(made), ...changedTooEarly(made));
  }
  expect(wrong).toEqual([]);
}, 600_000);
