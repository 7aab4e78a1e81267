import { describe, expect, it } from "vitest";
import { daysBetween } from "@/lib/kernel/day";
import { isCall } from "@/lib/rules/steps";
import { AGREED } from "./histories/agreed";
import { LIVES } from "./histories/lives";
import { SPECIAL } from "./histories/special";
import { UNREACHED } from "./histories/unreached";
import { type Play, play } from "./play";
import { counted, sequence } from "./told";

const ALL = [...UNREACHED, ...AGREED, ...SPECIAL, ...LIVES];
const plays = new Map<string, Play>();
function life(name: string): Play {
  const tenant = ALL.find((one) => one.name === name);
  if (!tenant) throw new Error(`nobody is called ${name}`);
  const made = plays.get(name) ?? play(tenant);
  plays.set(name, made);
  return made;
}

const DOORS = ["caretaker", "ring", "card", "plan-unreached", "plan-payment-problem", "visit-unreached", "visit-payment-problem"];
const doorsOf = (name: string) => life(name).acts.filter(({ kind }) => DOORS.includes(kind)).length;
const callsOf = (name: string) => life(name).acts.filter(({ kind }) => isCall(kind)).length;
const daysOf = (name: string, kind: string) =>
  life(name)
    .acts.filter((act) => act.kind === kind)
    .map(({ day }) => day);

/** Written down to be read: a person judged each of these for decency. */
it("every life has the contacts, letters, reports and reviews that are written down", async () => {
  const told = ALL.map(({ name }) => [`== ${name}`, ...sequence(life(name)).map((line) => `  ${line}`)].join("\n"));
  expect(told.length).toBeGreaterThanOrEqual(50);
  await expect(`${told.join("\n\n")}\n`).toMatchFileSnapshot("lives.txt");
}, 60_000);

describe("what is decent", () => {
  it("of a silent tenant with every channel: three calls, one message, two rings and one card in a round", () => {
    const acts = life("silent, owes one month and pays every next one").acts.filter(({ round }) => round === 1);
    const count = (...kinds: string[]) => acts.filter(({ kind }) => kinds.includes(kind)).length;
    expect([count("call", "call-again"), count("sms"), count("ring"), count("card")]).toEqual([3, 1, 2, 1]);
  });

  it("of somebody twelve euros short every month: one call, one letter, no door", () => {
    const name = "twelve euros short every month, answers";
    expect([callsOf(name), counted(life(name))["letter"], doorsOf(name)]).toEqual([1, 1, 0]);
    expect(doorsOf("twelve euros short every month")).toBe(0);
  });

  it.each(["only a settlement, never paid", "only a large settlement, never paid", "one euro short every month"])(
    "of %s: no door and no report",
    (name) => expect([doorsOf(name), daysOf(name, "report")]).toEqual([0, []]),
  );

  it("of one who refuses: no second ladder within ninety days", () => {
    const { acts } = life("refuses at every door and on every call");
    expect(
      new Set(acts.filter(({ kind }) => kind === "sms" || kind === "caretaker").map(({ round }) => round)).size,
    ).toBeLessThan(2);
  });

  it("of one who promises and never pays: at most five calls in three hundred days", () =>
    expect(callsOf("promises on every call and never pays")).toBeLessThanOrEqual(5));

  it("of a month behind for a year: a report, and again each time half a year has gone by", () => {
    const reports = daysOf("a month behind for a year, pays every next one", "report");
    expect(reports).toHaveLength(3);
    expect(reports.slice(1).every((day, at) => daysBetween(reports[at] ?? day, day) >= 180)).toBe(true);
  });
});
