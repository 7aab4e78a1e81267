import { describe, expect, it } from "vitest";
import { dossierWith, on, paymentOf, rentOf } from "../../../tests/factories/dossier";
import { addDays, day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { allocate } from "../../ledger/domain/allocate";
import type { Entry } from "../../ledger/domain/entry";
import { rentCharged, rentMonths } from "../../ledger/domain/receipts";
import { PERSONAL_CONTACT_1 as POLICY } from "../../rules/policy";
import { rentCard } from "./account";
import { decide } from "./decide";
import type { CaseRow } from "./dossier";

describe("a case that was closed", () => {
  const entries = [rentOf("2026-02-01"), paymentOf("2026-02-02", 600), rentOf("2026-03-01")];
  const closed = (closedOn: string, closedReason: CaseRow["closedReason"] = "cured"): CaseRow => ({
    ...{ id: 5, openedOn: day("2026-01-12"), reopened: [] },
    ...{ closedOn: day(closedOn), closedReason },
  });
  // Flagged on 10 March: 45 days after 24 January.
  it.each([
    ["45 days before", closed("2026-01-24"), "reopen"],
    ["46 days before", closed("2026-01-23"), "open"],
    ["45 days before, because they left", closed("2026-01-24", "departed"), "open"],
  ])("%s the new flag: %j", (_, row, kind) => {
    expect(decide(dossierWith({ entries, cases: [row] }), on("2026-03-10"), POLICY).changes.caseChange).toMatchObject({ kind });
  });
});

describe("the grace on the rent card", () => {
  const blank = { reversesId: null, source: "erp", dueOn: null } as const;
  const rent = { ...blank, id: "1", number: "1", kind: "charge", category: "rent", amount: cents(60_000) } as const;
  const paid = (bookedOn: string): Entry => ({
    ...{ ...blank, id: "2", number: "2", kind: "payment", category: null, amount: cents(60_000) },
    bookedOn: day(bookedOn),
  });
  // The fifth working day after Thursday 1 October is Thursday the 8th.
  it.each([
    ["2026-10-08", false],
    ["2026-10-09", true],
  ])("rent of 1 October that came in on %s was late: %s", (bookedOn, late) => {
    const entries: Entry[] = [{ ...rent, bookedOn: day("2026-09-20"), dueOn: day("2026-10-01") }, paid(bookedOn)];
    const allocation = allocate({ entries, designations: [], arrangements: [] }, day("2026-10-20"));
    expect(rentCard(rentMonths(allocation, 12), allocation, 5).map((month) => month.late)).toEqual([late]);
  });

  it("rent counts as charged on its due day, and from the first day that is looked at", () => {
    const due = day("2026-10-01");
    const entries: Entry[] = [{ ...rent, bookedOn: day("2026-09-20"), dueOn: due }];
    const account = { entries, designations: [], arrangements: [] };
    expect(rentCharged(allocate(account, due), due)).toHaveLength(1);
    expect(rentCharged(allocate(account, day("2026-09-30")), null)).toHaveLength(0);
    // The ladder looks 400 days back, and further when a case began before that.
    const lastSeen = addDays(due, 400);
    expect(rentCharged(allocate(account, lastSeen), null)).toHaveLength(1);
    expect(rentCharged(allocate(account, addDays(lastSeen, 1)), null)).toHaveLength(0);
    expect(rentCharged(allocate(account, addDays(lastSeen, 30)), due)).toHaveLength(1);
  });
});
