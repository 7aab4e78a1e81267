import type { Facts } from "./standing";

/** How facts are shown in a sentence: days and moments as the reader writes them. */
export interface Shown {
  day(day: string): string;
  moment(at: Date): string;
}

interface Known extends Facts {
  readonly runAt: Date | null;
  readonly backupAt: Date | null;
}
const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1).replace(".", ",");

/** What the sentences of `health.said` are filled with. */
export const valuesOf = (facts: Known, { day, moment }: Shown): Record<string, string | number> => ({
  bankThrough: facts.bankThrough ? day(facts.bankThrough) : "none",
  runDay: facts.runDay ? day(facts.runDay) : "none",
  runAt: facts.runAt ? moment(facts.runAt) : "none",
  backupAt: facts.backupAt ? moment(facts.backupAt) : "none",
  jobsWaiting: facts.jobsWaiting,
  jobsFailed: facts.jobsFailed,
  smsWaiting: facts.smsWaiting,
  smsUncertain: facts.smsUncertain,
  smsUndelivered: facts.smsUndelivered,
  fieldWaiting: facts.fieldWaiting,
  signInsFailed: facts.signInsFailed,
  diskFree: gigabytes(facts.diskFree),
  size: gigabytes(facts.databaseBytes),
  days: facts.certificateDays ?? -1,
  tls: facts.certificateDays === null ? "none" : "tls",
});
