import { beforeEach, describe, expect, it } from "vitest";
import { loadFacts } from "@/lib/cases/queries/facts";
import { day } from "@/lib/kernel/day";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { policyOn } from "@/lib/policies/queries/in-force";
import { policyVersions } from "@/lib/policies/queries/versions";
import { PERSONAL_CONTACT_1 } from "@/lib/rules/policy";
import { FIRST_VALUES } from "@/lib/rules/thresholds";
import { asOwner } from "./database";

const sql = () => sqlOfClient(pool());

describe("the first version of the policy", () => {
  it("is in force on every day of every account, with the numbers of the design", async () => {
    for (const on of ["2013-01-01", "2020-12-31", "2026-11-27"]) {
      expect(await policyOn(sql(), day(on))).toEqual({ version: "1", policy: PERSONAL_CONTACT_1 });
    }
  });

  it("leaves days before it without an answer, instead of inventing one", async () => {
    await expect(policyOn(sql(), day("1899-12-31"))).rejects.toMatchObject({ code: "no-policy" });
    const scope = { day: day("1899-12-31"), part: "morning", knownAt: new Date("2026-01-01"), tenancyIds: [] } as const;
    await expect(loadFacts(sql(), scope)).rejects.toMatchObject({ code: "no-policy" });
  });
});

describe("versions of the policy", () => {
  beforeEach(() =>
    asOwner(
      "ALTER TABLE policy_version DISABLE TRIGGER USER; DELETE FROM policy_version WHERE version > 1; ALTER TABLE policy_version ENABLE TRIGGER USER",
    ),
  );

  const made = {
    recordedAt: new Date("2026-03-01T09:00:00Z"),
    changedAt: new Date("2026-03-01T09:00:00Z"),
    name: "persoonlijk-contact",
    reason: "proef",
  };
  const activate = (version: number, at: string, from: string) =>
    prisma().policyVersion.create({
      data: {
        ...made,
        version,
        values: { ...FIRST_VALUES, reviewDays: 20 + version },
        activatedAt: new Date(at),
        effectiveFrom: new Date(from),
      },
    });

  it("decide from their day on, and only for whoever knew of them", async () => {
    await activate(2, "2026-03-02T09:00:00Z", "2026-03-09");
    const version = async (on: string, knownAt?: string) =>
      (await policyOn(sql(), day(on), knownAt ? new Date(knownAt) : undefined)).version;
    expect(await version("2026-03-08")).toBe("1");
    expect(await version("2026-03-09")).toBe("2");
    expect(await version("2026-03-09", "2026-03-02T08:59:59Z")).toBe("1");
    expect(await version("2026-03-09", "2026-03-02T09:00:00Z")).toBe("2");
  });

  it("never start before the day on which they were activated, whoever asks", async () => {
    await expect(activate(2, "2026-03-02T09:00:00Z", "2026-03-01")).rejects.toThrow(/policy_version_never_back/);
    // 23:30 in London is already the next day in Amsterdam.
    await expect(activate(2, "2026-03-02T23:30:00Z", "2026-03-02")).rejects.toThrow(/policy_version_never_back/);
  });

  it("cannot be changed or removed once activated, not even by the owner of the tables", async () => {
    await activate(2, "2026-03-02T09:00:00Z", "2026-03-09");
    for (const change of ["values = '{}'", "effective_from = '2026-04-01'", "reason = 'anders'", "activated_at = now()"]) {
      await expect(asOwner(`UPDATE policy_version SET ${change} WHERE version = 2`)).rejects.toThrow(/make a new one/);
    }
    await expect(asOwner("DELETE FROM policy_version WHERE version = 2")).rejects.toThrow(/withdrawn, not deleted/);
    await expect(asOwner("TRUNCATE policy_version CASCADE")).rejects.toThrow(/append-only/);
  });

  it("can be withdrawn before their day and never after it, and the days then have the version before", async () => {
    await activate(2, "2026-03-02T09:00:00Z", "2026-03-09");
    const withdraw = (on: string) =>
      asOwner("UPDATE policy_version SET withdrawn_on = $1, withdrawn_at = $2 WHERE version = 2", [on, `${on}T10:00:00Z`]);
    await expect(withdraw("2026-03-09")).rejects.toThrow(/withdrawn_before/);
    await withdraw("2026-03-05");
    expect((await policyOn(sql(), day("2026-03-10"))).version).toBe("1");
    expect((await policyOn(sql(), day("2026-03-10"), new Date("2026-03-04T00:00:00Z"))).version).toBe("2");
    await expect(asOwner("UPDATE policy_version SET withdrawn_on = NULL, withdrawn_at = NULL WHERE version = 2")).rejects.toThrow(
      /was withdrawn/,
    );
  });

  it("with values that no rule can work with are not answered with", async () => {
    await prisma().policyVersion.create({
      data: {
        ...made,
        version: 2,
        values: { ...FIRST_VALUES, graceWorkingDays: 500 },
        activatedAt: new Date("2026-03-02T09:00:00Z"),
        effectiveFrom: new Date("2026-03-09"),
      },
    });
    await expect(policyOn(sql(), day("2026-03-09"))).rejects.toThrow("too-high");
  });

  it("made before a threshold existed, or with one that is gone, go on deciding", async () => {
    const { municipalityDays: _, ...older } = { ...FIRST_VALUES, graceWorkingDays: 3, callsOnSunday: 0 };
    await prisma().policyVersion.create({
      data: {
        ...made,
        version: 2,
        values: older,
        activatedAt: new Date("2026-03-02T09:00:00Z"),
        effectiveFrom: new Date("2026-03-09"),
      },
    });
    const { policy } = await policyOn(sql(), day("2026-03-09"));
    expect(policy).toEqual({ ...PERSONAL_CONTACT_1, version: 2, graceWorkingDays: 3 });
    expect((await policyVersions())[0]?.values).toEqual({ ...FIRST_VALUES, graceWorkingDays: 3 });
  });
});
