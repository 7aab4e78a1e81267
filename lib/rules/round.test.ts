import { describe, expect, it } from "vitest";
import { account, callMade, caseFrom, d, facts, RENT } from "@/tests/factories/facts";
import type { Day } from "../kernel/day";
import { assess } from "./assess";
import type { Facts } from "./facts";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

const OPENED = d("2026-06-09");
const spoke = (day: string) => callMade(d(day), "morning", "spoke");
const round = (day: Day, over: Partial<Facts> = {}, ledger = account(day, 1)) =>
  assess(facts(day, { cases: caseFrom(OPENED), ...over }, ledger), policy).round;
const told = (kind: "agreed-moment" | "already-paid", over: object) => ({
  ...{ kind, saidOn: d("2026-06-10"), until: null, resolvedOn: null, resolution: null },
  ...over,
});

describe("a round", () => {
  it("is there only for a flagged tenancy, and starts with the case", () => {
    expect(assess(facts(d("2026-06-05")), policy).round).toBeNull();
    expect(assess(facts(OPENED), policy).round).toEqual({ ordinal: 1, startedOn: OPENED, because: "flagged", reached: false });
  });

  it("is reached by a call, a ring or a visit in which somebody spoke, and not by an older one", () => {
    const day = d("2026-06-20");
    expect(round(day, { attempts: [spoke("2026-06-08")] })?.reached).toBe(false);
    expect(round(day, { attempts: [spoke("2026-06-09")] })?.reached).toBe(true);
    expect(round(day, { attempts: [{ ...spoke("2026-06-12"), outcome: "someone-else" }] })?.reached).toBe(false);
    expect(round(day, { attempts: [{ ...spoke("2026-06-12"), direction: "inbound" }] })?.reached).toBe(true);
  });

  it("starts anew for a further month, only when somebody was spoken to before it", () => {
    const day = d("2026-07-09");
    expect(round(day, {}, account(day, 2))).toMatchObject({ ordinal: 1, reached: false });
    expect(round(day, { attempts: [spoke("2026-06-12")] }, account(day, 2))).toEqual({
      ordinal: 2,
      startedOn: day,
      because: "further-month",
      reached: false,
    });
  });

  it("does not start anew when July's rent was paid in time and covered June: the debt moved, it did not grow", () => {
    const day = d("2026-07-09");
    expect(round(day, { attempts: [spoke("2026-06-12")] }, account(day, 2).pay(d("2026-07-01"), RENT))).toMatchObject({
      ordinal: 1,
    });
  });

  it("stays where it was when the month that began it is paid later", () => {
    const day = d("2026-07-20");
    const over = { attempts: [spoke("2026-06-12")] };
    const before = round(day, over, account(day, 2));
    expect(round(day, over, account(day, 2).pay(d("2026-07-15"), RENT))).toEqual(before);
  });

  it("starts anew when an agreed moment has passed, and when a payment was not found", () => {
    const attempts = [spoke("2026-06-10")];
    const moment = [told("agreed-moment", { until: d("2026-06-15") })];
    expect(round(d("2026-06-15"), { attempts, disclosures: moment })).toMatchObject({ ordinal: 1 });
    expect(round(d("2026-06-16"), { attempts, disclosures: moment })).toMatchObject({
      ordinal: 2,
      because: "agreed-moment-passed",
    });
    const paid = [told("already-paid", { resolvedOn: d("2026-06-12"), resolution: "not-found" })];
    expect(round(d("2026-06-12"), { attempts, disclosures: paid })).toMatchObject({ ordinal: 2, because: "payment-not-found" });
    const found = paid.map((one) => ({ ...one, resolution: "found" as const }));
    expect(round(d("2026-06-12"), { attempts, disclosures: found })).toMatchObject({ ordinal: 1 });
  });

  it("does not start anew twice before somebody is spoken to again", () => {
    const disclosures = [
      told("agreed-moment", { until: d("2026-06-15") }),
      told("already-paid", { resolvedOn: d("2026-06-18"), resolution: "not-found" }),
    ];
    expect(round(d("2026-06-20"), { attempts: [spoke("2026-06-10")], disclosures })).toMatchObject({
      ordinal: 2,
      startedOn: "2026-06-16",
    });
    expect(round(d("2026-06-20"), { attempts: [spoke("2026-06-10"), spoke("2026-06-17")], disclosures })).toMatchObject({
      ordinal: 3,
    });
  });

  it("goes on when a case reopens within 45 days unreached, and starts anew when reached or later", () => {
    const cases = (closedOn: string) => [{ id: 1, openedOn: OPENED, closedOn: d(closedOn), reopened: [] }];
    const day = d("2026-08-10");
    expect(round(day, { cases: cases("2026-06-26") })).toMatchObject({ ordinal: 1, startedOn: OPENED });
    expect(round(day, { cases: cases("2026-06-26"), attempts: [spoke("2026-06-12")] })).toMatchObject({
      ordinal: 2,
      startedOn: day,
      because: "reopened",
    });
    expect(round(day, { cases: cases("2026-06-25") })).toMatchObject({ ordinal: 1, startedOn: day });
  });

  it("starts at most three times by rule in half a year; then the review is due on the day of the reason", () => {
    const day = d("2026-08-20");
    const moments = ["2026-06-15", "2026-06-22", "2026-06-29", "2026-07-06"].map((until) =>
      told("agreed-moment", { until: d(until) }),
    );
    const attempts = ["2026-06-10", "2026-06-17", "2026-06-24", "2026-07-01", "2026-07-08"].map(spoke);
    const answer = assess(
      facts(day, { cases: caseFrom(OPENED), disclosures: moments, attempts, reviews: [d("2026-07-06")] }),
      policy,
    );
    expect(answer.round).toMatchObject({ ordinal: 3, startedOn: "2026-06-23" });
    expect(answer.contact).toMatchObject({ step: "consultant-review", until: null });
  });

  it("is not rewritten by a rest of € 3 of an old month, nor by ending an arrangement on the day of a missed term", () => {
    const day = d("2026-08-10");
    const attempts = [spoke("2026-06-12")];
    const paid = (rest: number) => account(day, 3).pay(d("2026-07-15"), RENT - rest);
    expect(round(day, { attempts }, paid(300))).toEqual(round(day, { attempts }, paid(0)));
    const instalments = [{ dueOn: d("2026-07-24"), amount: RENT as never }];
    const arrangement = {
      id: 1,
      agreedOn: d("2026-06-15"),
      startsOn: d("2026-06-15"),
      instalments: instalments.map((one) => ({ ...one, amount: BigInt(RENT) as never })),
    };
    const missedOn = d("2026-07-30");
    const of = (endedOn: Day | null) => round(day, { attempts, arrangements: [{ ...arrangement, endedOn }] }, account(day, 2));
    expect(of(missedOn)?.because).toBe(of(null)?.because);
  });

  it("starts when somebody else becomes the one to speak with, also before anybody was reached", () => {
    const people = [
      { ...facts(OPENED).people[0], id: 1 },
      { ...facts(OPENED).people[0], id: 2, role: "representative" as const, since: d("2026-06-18") },
    ] as Facts["people"];
    expect(round(d("2026-06-20"), { people })).toMatchObject({
      ordinal: 2,
      because: "another-addressee",
      startedOn: "2026-06-18",
    });
  });
});
