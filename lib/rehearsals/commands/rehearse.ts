import { replayUnder } from "@/lib/cases/queries/replay";
import { type Day } from "@/lib/kernel/day";
import { dateOf, dayOf, now } from "@/lib/platform/clock";
import { type Db, inSnapshot, inTransaction, prisma, type Sql, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { momentAt } from "@/lib/platform/zone";
import { policyOn } from "@/lib/policies/queries/in-force";
import { keptValuesSchema } from "@/lib/policies/schema";
import { type Policy } from "@/lib/rules/policy";
import { policyFrom } from "@/lib/rules/thresholds";
import { type Covered, coveredOf } from "../domain/covered";
import { type ChangeKind, changeOf, type Digest, digestOf, type Work, whyOf, workOf } from "../domain/difference";
import { triedDays } from "../queries/days";

const RUN_HOUR = 5;

/**
 * Works a rehearsal off, day by day; each day is kept when it is done, so that a killed one goes on where it stood. It
 * reads what was known on those days, and writes nothing but its own result.
 */
export async function rehearse(rehearsalId: number): Promise<void> {
  const rehearsal = await prisma().rehearsal.findUnique({ where: { id: rehearsalId } });
  if (!rehearsal || rehearsal.finishedAt) return;
  const { version, name } = await prisma().policyVersion.findUniqueOrThrow({ where: { id: rehearsal.versionId } });
  const draft = policyFrom(name, version, keptValuesSchema.parse(rehearsal.values));
  const today = dayOf(rehearsal.day);
  const done = await prisma().rehearsalDay.findMany({ where: { rehearsalId }, select: { day: true } });
  const kept = new Set(done.map((row) => dayOf(row.day)));
  const days = rehearsal.kind === "shadow" ? [today] : await triedDays(today, draft.graceWorkingDays, rehearsal.knownAt);
  for (const day of days.filter((one) => !kept.has(one))) {
    // A past day is looked at as its own run did, with what was known that morning; today with what is known now.
    const knownAt = day === today ? rehearsal.knownAt : momentAt(day, RUN_HOUR);
    const tried = await inSnapshot((sql) => tryDay(sql, { day, knownAt, draft }));
    await inTransaction((db) => keepDay(db, rehearsalId, day, tried));
  }
  await prisma().rehearsal.update({ where: { id: rehearsalId }, data: { finishedAt: (await now()).moment, failedAt: null } });
}

interface Changed {
  readonly tenancyId: number;
  readonly change: ChangeKind;
  readonly before: Digest;
  readonly after: Digest;
  readonly overdue: bigint;
}
interface Tried {
  readonly baseVersion: number;
  readonly looked: number;
  readonly flagged: number;
  readonly work: { readonly before: Work; readonly after: Work };
  readonly changes: readonly Changed[];
  readonly covered: readonly Covered[];
}

/** Both policies over the same facts of one day: the one that decided it, and the draft. */
async function tryDay(sql: Sql, at: { day: Day; knownAt: Date; draft: Policy }): Promise<Tried> {
  const { day, knownAt, draft } = at;
  const base = await policyOn(sql, day, knownAt);
  const before: Digest[] = [];
  const after: Digest[] = [];
  const changes: Changed[] = [];
  for await (const [real, tried] of replayUnder(sql, { day, knownAt }, [base.policy, draft])) {
    if (!real || !tried) continue;
    const [was, becomes] = [digestOf(real.assessment, day), digestOf(tried.assessment, day)];
    before.push(was);
    after.push(becomes);
    const change = changeOf(was, becomes);
    const { tenancyId, facts } = real;
    if (change) changes.push({ tenancyId, change, before: was, after: becomes, overdue: facts.position.overdue });
  }
  return {
    baseVersion: Number(base.version),
    looked: before.length,
    flagged: before.filter((one) => one.flagged).length,
    work: { before: workOf(before), after: workOf(after) },
    changes,
    covered: coveredOf(before.map((was, place) => [was, after[place] as Digest] as const)),
  };
}

async function keepDay(db: Db, rehearsalId: number, day: Day, tried: Tried): Promise<void> {
  const count = (kind: ChangeKind) => tried.changes.filter((one) => one.change === kind).length;
  await db.rehearsalDay.create({
    data: {
      rehearsalId,
      day: dateOf(day),
      baseVersion: tried.baseVersion,
      looked: tried.looked,
      flagged: tried.flagged,
      added: count("added"),
      dropped: count("dropped"),
      moved: count("moved"),
      work: tried.work as object,
      covered: tried.covered as object[],
    },
  });
  const rows = tried.changes.map(({ tenancyId, change, before, after, overdue }) => ({
    tenancy_id: tenancyId,
    change,
    contact_before: before.contact,
    contact_after: after.contact,
    duty_before: before.duty,
    duty_after: after.duty,
    overdue: String(overdue),
    why: whyOf(change, before, after),
  }));
  if (rows.length > 0) await sqlOf(db)(sqlFile("rehearsals/keep-changes"), [JSON.stringify(rows), rehearsalId, day]);
}
