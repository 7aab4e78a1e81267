import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { type Facts, standings } from "./standing";

const well: Facts = {
  today: day("2026-11-30"),
  bankThrough: day("2026-11-27"),
  runDay: day("2026-11-30"),
  ...{ runStuck: 0, jobsWaiting: 3, jobsOldest: 20, jobsFailed: 0, smsWaiting: 1, smsUncertain: 0, smsUndelivered: 0 },
  ...{ smsProblem: null, fieldWaiting: 0, signInsFailed: 4, diskFree: 50e9, diskWhole: 100e9, backupAge: 3_600 },
  ...{ certificateDays: 60, databaseBytes: 1e9 },
};
const wrong = (more: Partial<Facts>) =>
  standings({ ...well, ...more })
    .filter(({ good }) => !good)
    .map(({ subject, code }) => `${subject}.${code}`);

describe("how the program stands", () => {
  it("is well over a weekend, and says of everything that it was looked at", () => {
    expect(wrong({})).toEqual([]);
    expect(standings(well)).toHaveLength(9);
  });

  it.each([
    ["bank.old", { bankThrough: day("2026-11-24") }],
    ["bank.never", { bankThrough: null }],
    ["run.missed", { runDay: day("2026-11-28") }],
    ["run.stuck", { runStuck: 1 }],
    ["jobs.late", { jobsOldest: 3_601 }],
    ["jobs.failed", { jobsFailed: 1 }],
    ["sms.problem-missing", { smsProblem: "missing" }],
    ["sms.uncertain", { smsUncertain: 1 }],
    ["field.waiting", { fieldWaiting: 1 }],
    ["signIn.many", { signInsFailed: 101 }],
    ["disk.nearly", { diskFree: 1e9, diskWhole: 100e9 }],
    ["disk.full", { diskFree: 4e8 }],
    ["backup.never", { backupAge: null }],
    ["backup.old", { backupAge: 200_000 }],
    ["certificate.soon", { certificateDays: 20 }],
    ["certificate.over", { certificateDays: -1 }],
  ] as const)("says %s", (said, more) => {
    expect(wrong(more)).toEqual([said]);
  });
});
