import { describe, expect, it } from "vitest";
import { AGREED } from "./histories/agreed";
import { LIVES } from "./histories/lives";
import { SPECIAL } from "./histories/special";
import { UNREACHED } from "./histories/unreached";
import { againstTheGate, changedTooEarly, repeats, silences } from "./invariants";
import { type Play, play } from "./play";
import type { Behaviour } from "./staff";

const HISTORIES = [...UNREACHED, ...AGREED, ...SPECIAL, ...LIVES];

/** Each household is played once; every test reads the same play. */
const plays = new Map<string, Play>();
function played(tenant: Behaviour): Play {
  const known = plays.get(tenant.name) ?? play(tenant);
  plays.set(tenant.name, known);
  return known;
}

describe("half a year or more of every household", () => {
  it("plays at least fifty different histories", () => {
    expect(new Set(HISTORIES.map((one) => one.name)).size).toBe(HISTORIES.length);
    expect(HISTORIES.length).toBeGreaterThanOrEqual(50);
  });

  it.each(HISTORIES.map((one) => [one.name, one] as const))(
    "%s: no repeats, no silence, nobody against the gate",
    (_, tenant) => {
      const made = played(tenant);
      if (process.env.PLAY_SHOW) console.log(shown(made));
      expect([...repeats(made), ...silences(made), ...againstTheGate(made)]).toEqual([]);
    },
  );

  it.each(HISTORIES.map((one) => [one.name, one] as const))(
    "%s: no answer changes before the day it said to look again",
    (_, tenant) => {
      expect(changedTooEarly(played(tenant))).toEqual([]);
    },
  );
});

const shown = (played: Play) =>
  [
    `== ${played.name}`,
    ...played.acts.map((act) => `${act.day} r${act.round} ${act.kind} ${act.detail}`),
    ...played.nights
      .filter((one, at) => at === 0 || one.answer.contact.step !== played.nights[at - 1]?.answer.contact.step)
      .map(
        (one) =>
          `   ${one.facts.day} ${one.answer.contact.step} until ${one.answer.contact.until} duty ${one.answer.duty.step} round ${one.answer.round?.ordinal} ${one.answer.round?.because}`,
      ),
  ].join("\n");
