import { type Day, daysBetween } from "@/lib/kernel/day";

/** What is known of how the program stands; times in seconds, sizes in bytes. */
export interface Facts {
  readonly today: Day;
  readonly bankThrough: Day | null;
  readonly runDay: Day | null;
  readonly runStuck: number;
  readonly jobsWaiting: number;
  readonly jobsOldest: number | null;
  readonly jobsFailed: number;
  readonly smsWaiting: number;
  readonly smsUncertain: number;
  readonly smsUndelivered: number;
  readonly smsProblem: string | null;
  readonly fieldWaiting: number;
  readonly signInsFailed: number;
  readonly diskFree: number;
  readonly diskWhole: number;
  /** Of the newest backup that was made and checked; null when none is known. */
  readonly backupAge: number | null;
  /** Of the certificate of the address people use; null without TLS, or when it could not be asked. */
  readonly certificateDays: number | null;
  readonly databaseBytes: number;
}

export type Subject = "bank" | "run" | "jobs" | "sms" | "field" | "signIn" | "disk" | "backup" | "certificate";
/** One thing to look at: how it stands, and the key of the sentence that says what to do. */
export interface Standing {
  readonly subject: Subject;
  readonly good: boolean;
  readonly code: string;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
const GIGABYTE = 1_000_000_000;

/** How each thing stands. Good is said too, so that nobody has to guess what was looked at. */
export function standings(facts: Facts): readonly Standing[] {
  const rule = (subject: Subject, wrong: readonly (readonly [string, boolean])[]): Standing => {
    const found = wrong.find(([, holds]) => holds);
    return { subject, good: !found, code: found ? found[0] : "good" };
  };
  const share = facts.diskWhole > 0 ? facts.diskFree / facts.diskWhole : 1;
  return [
    // A weekend and a holiday lie between two bank days at most.
    rule("bank", [
      ["never", facts.bankThrough === null],
      ["old", facts.bankThrough !== null && daysBetween(facts.bankThrough, facts.today) > 5],
    ]),
    rule("run", [
      ["never", facts.runDay === null],
      ["stuck", facts.runStuck > 0],
      ["missed", facts.runDay !== null && daysBetween(facts.runDay, facts.today) > 1],
    ]),
    rule("jobs", [
      ["late", (facts.jobsOldest ?? 0) > HOUR],
      ["failed", facts.jobsFailed > 0],
    ]),
    rule("sms", [
      [`problem-${facts.smsProblem}`, facts.smsProblem !== null],
      ["uncertain", facts.smsUncertain > 0],
      ["undelivered", facts.smsUndelivered > 0],
    ]),
    rule("field", [["waiting", facts.fieldWaiting > 0]]),
    rule("signIn", [["many", facts.signInsFailed > 100]]),
    rule("disk", [
      ["full", facts.diskFree < GIGABYTE / 2],
      ["nearly", facts.diskFree < 2 * GIGABYTE && share < 0.1],
    ]),
    rule("backup", [
      ["never", facts.backupAge === null],
      ["old", facts.backupAge !== null && facts.backupAge > 2 * DAY],
    ]),
    rule("certificate", [
      ["over", facts.certificateDays !== null && facts.certificateDays < 0],
      ["soon", facts.certificateDays !== null && facts.certificateDays < 21],
    ]),
  ];
}
