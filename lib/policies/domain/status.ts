import type { Day } from "../../kernel/day";

/** A version as it stands on a day: being written, waiting for its day, deciding, followed by another, or taken back. */
export type Status = "draft" | "coming" | "in-force" | "past" | "withdrawn";

/** The dates from which a version's status follows. */
export interface Dated {
  readonly version: number;
  readonly effectiveFrom: Day | null;
  readonly activatedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/**
 * Which version decides on a day, of those known: the one that starts last, and of two for the same day the one that was
 * activated last.
 */
export function inForce<Version extends Dated>(
  versions: readonly Version[],
  day: Day,
  knownAt: Date | null = null,
): Version | null {
  const known = (moment: Date | null) => moment !== null && (knownAt === null || moment <= knownAt);
  return versions
    .filter((one) => known(one.activatedAt) && !known(one.withdrawnAt) && one.effectiveFrom !== null && one.effectiveFrom <= day)
    .reduce<Version | null>((last, one) => (last === null || later(one, last) ? one : last), null);
}

function later(one: Dated, other: Dated): boolean {
  if (one.effectiveFrom !== other.effectiveFrom) return (one.effectiveFrom ?? "") > (other.effectiveFrom ?? "");
  const [mine, theirs] = [one.activatedAt?.getTime() ?? 0, other.activatedAt?.getTime() ?? 0];
  return mine > theirs || (mine === theirs && one.version > other.version);
}

/** What a version is on a day, among all there are. */
export function statusOf(version: Dated, all: readonly Dated[], day: Day): Status {
  if (version.withdrawnAt) return "withdrawn";
  if (version.effectiveFrom === null) return "draft";
  if (version.effectiveFrom > day) return "coming";
  return inForce(all, day)?.version === version.version ? "in-force" : "past";
}

/** The last day on which a version decided; null while nothing follows it. */
export function endsOn(version: Dated, all: readonly Dated[]): Day | null {
  const { effectiveFrom } = version;
  if (effectiveFrom === null || version.withdrawnAt) return null;
  const next = all.filter((one) => !one.withdrawnAt && one.effectiveFrom !== null && later(one, version));
  return next.map((one) => one.effectiveFrom as Day).sort()[0] ?? null;
}
