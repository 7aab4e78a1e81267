import { addDays } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { dayOf, now } from "../../platform/clock";
import { prisma, sqlOf } from "../../platform/db";
import { policyOn } from "../../policies/queries/in-force";
import { promiseState } from "../../rules/agreement";
import type { Assessment } from "../../rules/answer";
import { assess } from "../../rules/assess";
import type { Facts } from "../../rules/facts";
import { Look } from "../../rules/look";
import type { Policy } from "../../rules/policy";
import { isCall } from "../../rules/steps";
import { consequencesOf, type NotSpoken } from "../domain/consequence";
import { usualDay } from "../domain/habits";
import type { CaseView, Consequence, TimelineItem } from "../domain/view";
import { accountOf } from "./account";
import { loadFacts } from "./facts";
import { peopleOf, tenancyOf } from "./household";
import { correctableOf, timelineOf } from "./timeline";
import { underWayOf } from "./under-way";

/** The stored answer of the rules: the latest of an open case. */
async function latestAssessment(tenancyId: number): Promise<Assessment | null> {
  const row = await prisma().assessment.findFirst({ where: { tenancyId }, orderBy: { id: "desc" }, select: { answer: true } });
  return (row?.answer ?? null) as unknown as Assessment | null;
}

/** Promises that came true or did not, as lines of what happened; derived on reading, stored nowhere. */
function promiseLines(facts: Facts, policy: Policy): TimelineItem[] {
  return facts.promises.flatMap((promise): TimelineItem[] => {
    const state = promiseState(promise, facts, policy, new Look(facts.day));
    if (state !== "kept" && state !== "broken") return [];
    const values = { promisedOn: promise.promisedOn, promisedCents: promise.amount.toString() };
    return [{ day: promise.promisedOn, at: null, staffId: null, firstName: null, code: `promise-${state}`, values }];
  });
}

const newestFirst = (a: TimelineItem, b: TimelineItem) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);

/** What each way of not being spoken with leads to; only for a case in which a call is the step. */
function consequences(
  facts: Facts | undefined,
  answer: Assessment | null,
  policy: Policy,
  personId: number | null,
  number: string | null,
) {
  if (!facts || !isCall(answer?.contact.step)) return {};
  return consequencesOf(facts, (then) => assess(then, policy), personId, number) satisfies Record<NotSpoken, Consequence>;
}

/** Other tenancies of the same people that are behind too: home and garage are one conversation. */
async function togetherWith(tenancyIds: readonly number[]): Promise<CaseView["together"]> {
  if (tenancyIds.length === 0) return [];
  const rows = await prisma().tenancy.findMany({ where: { id: { in: [...tenancyIds] } }, include: { dwelling: true } });
  const answers = await prisma().assessment.findMany({
    where: { tenancyId: { in: [...tenancyIds] } },
    orderBy: { id: "desc" },
    distinct: ["tenancyId"],
    select: { tenancyId: true, overdueCents: true },
  });
  return rows.map(({ id, dwelling }) => ({
    ...(dwelling as CaseView["place"]),
    tenancyId: id,
    overdue: cents(answers.find((answer) => answer.tenancyId === id)?.overdueCents ?? 0n),
  }));
}

/** Everything the case page shows of one tenancy, today. Null when there is no such tenancy. */
export async function caseView(tenancyId: number): Promise<CaseView | null> {
  const db = prisma();
  const clock = await now(db);
  const tenancy = await tenancyOf(tenancyId, clock.day, db);
  if (!tenancy) return null;
  const { policy } = await policyOn(sqlOf(db), clock.day, clock.moment);
  const [household, account, underWay, timeline, correctable, answer, openCase, [facts]] = await Promise.all([
    peopleOf(tenancyId, clock.day, db),
    accountOf(tenancyId, clock.day, db),
    underWayOf(tenancyId, db),
    timelineOf(tenancyId, db),
    correctableOf(tenancyId, db),
    latestAssessment(tenancyId),
    db.arrearsCase.findFirst({ where: { tenancyId, closedOn: null } }),
    loadFacts(sqlOf(db), { day: clock.day, part: clock.part, knownAt: clock.moment, tenancyIds: [tenancyId] }, policy),
  ]);
  const { number, startsOn, endsOn, place, building, method, ibanTail, rent } = tenancy;
  const { last, ...money } = account;
  const assessment = openCase ? answer : null;
  const worked = (facts?.siblings ?? []).filter((sibling) => sibling.worked).map((sibling) => sibling.tenancyId);
  const [first] = household.phones.filter((phone) => phone.personId === household.addresseeId);
  return {
    day: clock.day,
    part: clock.part,
    shownAt: clock.moment.toISOString(),
    tenancyId,
    number,
    startsOn,
    endsOn,
    place,
    building,
    ...household,
    ...money,
    together: await togetherWith(worked),
    openCase: openCase && { id: openCase.id, openedOn: dayOf(openCase.openedOn), ownerId: openCase.ownerId },
    assessment,
    timeline: facts ? [...timeline, ...promiseLines(facts, policy)].sort(newestFirst) : timeline,
    payment: { method, usualDay: usualDay(account.months), ibanTail, last, rent },
    underWay,
    correctable,
    consequences: consequences(facts, assessment, policy, household.addresseeId, first?.number ?? null),
    bankThrough: facts?.bank.completeThrough ?? null,
    until: {
      promise: addDays(clock.day, policy.promiseMaxDays),
      income: addDays(clock.day, policy.promiseIncomeDayMaxDays),
      hold: addDays(clock.day, policy.holdMaxDays),
    },
  };
}
