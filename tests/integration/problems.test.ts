import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { dueDay, ownerOf } from "@/lib/cases/domain/owner";
import { problemCounts, problemsOfKind } from "@/lib/cases/queries/problems";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { pool } from "@/lib/platform/db";
import { queueList } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { charge, erp } from "../factories/erp";

const TODAY = day("2026-11-20");
const counts = async () => Object.fromEntries((await problemCounts(TODAY)).map(({ kind, count }) => [kind, count]));

const openCase = (number: string) =>
  pool().query(
    "INSERT INTO arrears_case (tenancy_id, opened_on, recorded_at) SELECT id, '2026-11-02', now() FROM tenancy WHERE number = $1",
    [number],
  );

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp("contracten", [{ contractnummer: "1" }, { contractnummer: "2" }, { contractnummer: "3", einddatum: "2026-01-31" }]),
    erp("huurders", [
      { contractnummer: "1", relatienummer: "R1", telefoon: "vraag de buren" },
      { contractnummer: "2", relatienummer: "R2", mobiel: "06-12345678" },
      { contractnummer: "3", relatienummer: "R3", telefoon: "geen" },
    ]),
    erp("mutaties", [charge("77", "M1", "1,00"), charge("77", "M2", "1,00"), charge("88", "M1", "1,00")]),
  ]);
  await pool().query(
    `INSERT INTO data_problem (tenancy_id, kind, since, recorded_at, ended_on) SELECT id, 'no-phone', date '2026-11-02', now(), NULL::date FROM tenancy WHERE number = '1'
     UNION ALL SELECT id, 'balance-differs', date '2026-11-03', now(), date '2026-11-04' FROM tenancy WHERE number = '2'`,
  );
  await openCase("1");
});

describe("what is to be found out", () => {
  it("is counted by kind: open problems, numbers nobody can be called on, contracts nobody knows", async () => {
    expect(await counts()).toEqual({ "no-phone": 1, "unusable-number": 1, "unknown-contract": 2 });
  });

  it("is listed with who it is about, the number as it was typed, and the file that named the contract", async () => {
    expect(await problemsOfKind(TODAY, "unusable-number", 10)).toMatchObject([
      { number: "1", value: "vraag de buren", lastName: "Jansen" },
    ]);
    const unknown = await problemsOfKind(TODAY, "unknown-contract", 10);
    expect(unknown).toMatchObject([
      { tenancyId: null, value: "77" },
      { tenancyId: null, value: "88" },
    ]);
    expect(unknown[0]?.fileId).toBeGreaterThan(0);
  });

  it("goes away as soon as a file brings what was missing", async () => {
    await importFiles(SYSTEM, [
      erp("contracten", [{ contractnummer: "77" }]),
      erp("huurders", [{ contractnummer: "1", relatienummer: "R1", telefoon: "010-4123456" }]),
    ]);
    expect(await counts()).toEqual({ "no-phone": 1, "unknown-contract": 1 });
  });

  it("leaves the list when nobody needs it, and is back when the case is", async () => {
    await pool().query(
      `INSERT INTO data_problem (tenancy_id, kind, since, recorded_at) SELECT id, k.kind, date '2026-11-05', now()
       FROM tenancy CROSS JOIN (VALUES ('no-phone'), ('balance-differs')) k (kind) WHERE number IN ('2', '3')`,
    );
    // Contract 2 runs without arrears, contract 3 ended: only what concerns the running one by itself is left.
    expect(await counts()).toEqual({ "no-phone": 1, "balance-differs": 1, "unknown-contract": 1 });
    await pool().query("UPDATE arrears_case SET closed_on = '2026-11-10'");
    expect(await counts()).toEqual({ "balance-differs": 1, "unknown-contract": 1 });
    await pool().query("UPDATE arrears_case SET closed_on = NULL");
    await openCase("3");
    expect(await counts()).toEqual({ "no-phone": 2, "balance-differs": 2, "unknown-contract": 1 });
  });

  it("always has an owner", () => {
    expect([ownerOf("no-phone").role, ownerOf("balance-differs").role, ownerOf("something-new").role]).toEqual([
      "consultant",
      "finance",
      "finance",
    ]);
  });

  it("has a day: what is about somebody's safety the next working day, the rest within five", () => {
    const friday = day("2026-11-06");
    expect([dueDay("worried", friday), dueDay("deceased-unverified", friday), dueDay("no-phone", friday)]).toEqual([
      "2026-11-09",
      "2026-11-09",
      "2026-11-13",
    ]);
  });

  it("stands in the work list too, one row for each tenancy, and counts there", async () => {
    const list = await queueList(readFilter({ tab: "klopt-niet" }), day("2026-11-20"));
    expect(list.counts.problems).toBe(list.rows.length);
    expect(list.rows.map(({ doing, since }) => [doing, since])).toEqual([
      // Two cases that no run has looked at yet, and a tenancy without a case.
      ["check-data", undefined],
      ["check-data", undefined],
      ["balance-differs", "2026-11-05"],
    ]);
    expect(list.counts.all, "a tenancy without arrears is no open case").toBe(2);
  });
});
