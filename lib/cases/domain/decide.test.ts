import { describe, expect, it } from "vitest";
import { dossierWith, on, paymentOf, rentOf } from "../../../tests/factories/dossier";
import { day } from "../../kernel/day";
import { PERSONAL_CONTACT_1 as POLICY } from "../../rules/policy";
import { decide, isWorkedOn } from "./decide";
import type { CaseRow, Dossier, TaskRow } from "./dossier";
import { factsFrom } from "./facts";

const openCase: CaseRow = { id: 5, openedOn: day("2026-03-10"), closedOn: null, closedReason: null, reopened: [] };
const marchOpen = [rentOf("2026-02-01"), paymentOf("2026-02-02", 600), rentOf("2026-03-01")];
const changesOn = (text: string, dossier: Dossier) => decide(dossier, on(text), POLICY).changes;
const ring: TaskRow = {
  ...{ id: 9, caseId: 5, round: 1, ordinal: 1, givenOn: day("2026-03-20"), rings: [], cardLeftOn: null },
  ...{ closedOn: null, closedReason: null },
};

describe("what an answer changes", () => {
  it("opens a case with the flag, once the grace is over", () => {
    expect(changesOn("2026-03-06", dossierWith({ entries: marchOpen })).caseChange).toBeNull();
    expect(changesOn("2026-03-10", dossierWith({ entries: marchOpen })).caseChange).toEqual({ kind: "open" });
  });

  it("gives the same answer when asked again after the case was opened, and changes nothing more", () => {
    const first = decide(dossierWith({ entries: marchOpen }), on("2026-03-10"), POLICY);
    const again = decide(dossierWith({ entries: marchOpen, cases: [openCase] }), on("2026-03-10"), POLICY);
    expect(again.assessment).toEqual(first.assessment);
    expect(again.changes.caseChange).toBeNull();
  });

  it("closes the case as cured when it is paid, with its tasks, and says so again when asked again", () => {
    const entries = [...marchOpen, paymentOf("2026-03-24", 600)];
    const first = decide(dossierWith({ entries, cases: [openCase], tasks: [ring] }), on("2026-03-25"), POLICY);
    expect(first.changes.caseChange).toEqual({ kind: "close", caseId: 5, reason: "cured" });
    expect(first.changes.withdraw).toEqual([{ kind: "caretaker", id: 9, because: "cured" }]);
    const closed = { ...openCase, closedOn: day("2026-03-25"), closedReason: "cured" as const };
    const gone = { ...ring, closedOn: day("2026-03-25"), closedReason: "withdrawn" };
    const again = decide(dossierWith({ entries, cases: [closed], tasks: [gone] }), on("2026-03-25"), POLICY);
    expect(again.assessment).toEqual(first.assessment);
    expect(again.changes).toMatchObject({ caseChange: null, withdraw: [] });
  });

  it("reopens a case cured a short while ago, and opens a new one after that", () => {
    const closed = (on: string): CaseRow => ({
      ...openCase,
      openedOn: day("2026-01-12"),
      closedOn: day(on),
      closedReason: "cured",
    });
    const recent = changesOn("2026-03-10", dossierWith({ entries: marchOpen, cases: [closed("2026-02-02")] }));
    expect(recent.caseChange).toEqual({ kind: "reopen", caseId: 5, closedOn: "2026-02-02" });
    const longAgo = changesOn("2026-03-10", dossierWith({ entries: marchOpen, cases: [closed("2026-01-20")] }));
    expect(longAgo.caseChange).toEqual({ kind: "open" });
  });

  it("asks for one home visit, however often it is asked", () => {
    const entries = ["2026-01-01", "2026-02-01", "2026-03-01"].map((due) => rentOf(due));
    const changes = changesOn("2026-03-10", dossierWith({ entries }));
    const visit = { kind: "visit", round: 1, ordinal: 1, purpose: "payment-problem", visitBefore: "2026-03-17" };
    expect(changes.create).toContainEqual(visit);
    const asked = {
      ...({ id: 3, caseId: 5, round: 1, ordinal: 1, purpose: "payment-problem", askedOn: day("2026-03-10") } as const),
    };
    const visits = [{ ...asked, plannedFor: null, part: null, doneOn: null, outcome: null, withdrawnOn: null }];
    const again = changesOn("2026-03-11", dossierWith({ entries, cases: [openCase], visits }));
    expect(again.create.filter(({ kind }) => kind === "visit")).toEqual([]);
  });

  it("keeps the caretaker step on the day the task is given, and waits from the next day on", () => {
    const missed = (on: string, part: "morning" | "afternoon") =>
      ({
        tenancyId: 1,
        personId: 1,
        channel: "call",
        direction: "outbound",
        day: day(on),
        part,
        outcome: "not-answered",
        number: "+31610000001",
      }) as const;
    const sms = { ...missed("2026-03-13", "morning"), channel: "sms", outcome: "delivered" } as const;
    const attempts = [missed("2026-03-10", "morning"), missed("2026-03-11", "afternoon"), sms];
    const dossier = dossierWith({ entries: marchOpen, cases: [openCase], attempts });
    const first = decide(dossier, on("2026-03-20"), POLICY);
    expect(first.assessment.contact.step).toBe("caretaker");
    expect(first.changes.create).toContainEqual({ kind: "caretaker", round: 1, ordinal: 1, buildingId: 7, dueOn: "2026-03-31" });
    const given = { ...dossier, tasks: [ring] };
    const again = decide(given, on("2026-03-20"), POLICY);
    expect(again.assessment).toEqual(first.assessment);
    expect(again.changes.create.filter(({ kind }) => kind === "caretaker")).toEqual([]);
    expect(decide(given, on("2026-03-23"), POLICY).assessment.contact.step).toBe("wait-for-contact");
  });

  it("calls the caretaker off once the office has spoken with them", () => {
    const spoke = {
      tenancyId: 1,
      personId: 1,
      channel: "call",
      direction: "inbound",
      day: day("2026-03-23"),
      part: "morning",
      outcome: "spoke",
      number: null,
    } as const;
    const changes = changesOn(
      "2026-03-23",
      dossierWith({ entries: marchOpen, cases: [openCase], tasks: [ring], attempts: [spoke] }),
    );
    expect(changes.withdraw).toEqual([{ kind: "caretaker", id: 9, because: "reached" }]);
  });

  it("calls the visit off while a promise is pending, also one with a day: nobody goes where nothing is asked", () => {
    const asked = {
      ...({
        id: 3,
        caseId: 5,
        round: 1,
        ordinal: 1,
        purpose: "payment-problem",
        askedOn: day("2026-03-11"),
        part: null,
      } as const),
      ...{ doneOn: null, outcome: null, withdrawnOn: null },
    };
    const promise = { id: 1, madeOn: day("2026-03-16"), promisedOn: day("2026-03-24"), amount: rentOf("2026-03-01").amount };
    const dossier = (plannedFor: string | null) =>
      dossierWith({
        ...{ entries: marchOpen, cases: [openCase], promises: [{ ...promise, withdrawnOn: null }] },
        visits: [{ ...asked, plannedFor: plannedFor === null ? null : day(plannedFor) }],
      });
    expect(changesOn("2026-03-17", dossier(null)).withdraw).toEqual([{ kind: "visit", id: 3, because: "agreed" }]);
    expect(changesOn("2026-03-17", dossier("2026-03-19")).withdraw).toEqual([{ kind: "visit", id: 3, because: "agreed" }]);
  });

  it("calls the caretaker off when an administrator becomes known, and the office is called instead", () => {
    const people = [
      ...dossierWith().people,
      { ...dossierWith().people[0], id: 2, role: "representative", since: day("2026-03-23") },
    ] as Dossier["people"];
    const phones = [
      ...dossierWith().phones,
      { personId: 2, number: "+31101234567", kind: "landline", quality: "plausible" },
    ] as Dossier["phones"];
    const decision = decide(
      dossierWith({ entries: marchOpen, cases: [openCase], tasks: [ring], people, phones }),
      on("2026-03-23"),
      POLICY,
    );
    expect(decision.changes.withdraw).toEqual([{ kind: "caretaker", id: 9, because: "representative" }]);
    expect(decision.assessment.contact.step).toBe("call");
  });

  it("keeps a visit that was asked for as long as the answer without it asks for it", () => {
    const entries = ["2026-01-01", "2026-02-01", "2026-03-01"].map((due) => rentOf(due));
    const asked = { id: 3, caseId: 5, round: 1, ordinal: 1, purpose: "payment-problem", askedOn: day("2026-03-10") } as const;
    const visits = [
      { ...asked, plannedFor: day("2026-03-16"), part: "morning", doneOn: null, outcome: null, withdrawnOn: null },
    ] as Dossier["visits"];
    const keeps = dossierWith({ entries, cases: [openCase], visits });
    expect(changesOn("2026-03-12", keeps).withdraw).toEqual([]);
    const paid = { ...keeps, entries: [...entries, paymentOf("2026-03-11", 1_300)] };
    expect(changesOn("2026-03-12", paid).withdraw).toEqual([{ kind: "visit", id: 3, because: "not-asked" }]);
  });

  it("stops all work when the tenant has died, and closes the case only when nothing is owed", () => {
    const people = dossierWith().people.map((person) => ({ ...person, deceasedOn: day("2026-03-18") }));
    const dead = dossierWith({ entries: marchOpen, cases: [openCase], tasks: [ring], people });
    expect(changesOn("2026-03-23", dead)).toMatchObject({ caseChange: null, withdraw: [{ because: "deceased" }] });
    const paid = { ...dead, entries: [...marchOpen, paymentOf("2026-03-22", 600)] };
    expect(changesOn("2026-03-23", paid).caseChange).toEqual({ kind: "close", caseId: 5, reason: "deceased" });
  });

  it("notes what is missing while there is something to collect, and drops it when there is not", () => {
    const bare = dossierWith({ entries: marchOpen, phones: [] });
    expect(changesOn("2026-03-10", bare).problems.found).toEqual(["no-phone"]);
    const noted = { ...bare, problems: [{ kind: "no-phone" as const, since: day("2026-03-10") }] };
    expect(changesOn("2026-03-11", noted).problems).toEqual({ found: [], gone: [] });
    const paid = { ...noted, entries: [...marchOpen, paymentOf("2026-03-12", 600)] };
    expect(changesOn("2026-03-13", paid).problems.gone).toEqual(["no-phone"]);
  });
});

describe("facts from a dossier", () => {
  it("take the earliest known rent for the time before it", () => {
    const tenancy = { ...dossierWith().tenancy, rents: [{ fromDay: day("2026-07-01"), gross: rentOf("2026-07-01").amount }] };
    expect(factsFrom(dossierWith({ tenancy }), on("2026-03-10")).tenancy.monthlyRent).toBe(60_000n);
    expect(factsFrom(dossierWith({ tenancy: { ...tenancy, rents: [] } }), on("2026-03-10")).tenancy.monthlyRent).toBeNull();
  });

  it("know how the garage's home stands, so that one of them leads the contact", () => {
    const home = dossierWith({ entries: marchOpen });
    expect(isWorkedOn(home, on("2026-03-10"), POLICY)).toBe(true);
    expect(isWorkedOn(home, on("2026-03-06"), POLICY)).toBe(false);
    const held = { id: 1, from: day("2026-03-08"), reviewOn: day("2026-04-08"), endedOn: null, charges: ["c2026-03-01"] };
    expect(isWorkedOn({ ...home, holds: [held] }, on("2026-03-10"), POLICY)).toBe(false);
  });

  it("end a running legal step when the eviction is averted", () => {
    const notice = { kind: "eviction-notice", day: day("2026-03-02"), endedOn: null };
    const averted = { kind: "eviction-averted", day: day("2026-03-09"), endedOn: null };
    const legal = (steps: Dossier["legalSteps"]) => factsFrom(dossierWith({ legalSteps: steps }), on("2026-03-10")).legal;
    expect(legal([notice])).toEqual({ kind: "eviction-day", since: "2026-03-02" });
    expect(legal([notice, averted])).toBeNull();
  });
});
