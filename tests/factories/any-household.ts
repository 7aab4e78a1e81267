import fc from "fast-check";
import { NO_CLOSED_DAYS, previousBankDay } from "@/lib/kernel/calendar";
import { addDays, addMonths, type Day, monthOf } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import type { AttemptFacts, CaretakerTaskFacts, DisclosureFacts, Facts, PersonFacts, VisitFacts } from "@/lib/rules/facts";
import { Account } from "./account";
import { d, landline, mobile, RENT, tenant } from "./facts";

/** What is known of a household on a day, and the same knowledge looked at on a later day. */
export interface Household {
  readonly day: Day;
  on(later: Day): Facts;
}

const FIRST = d("2026-01-05");
const back = (day: Day, most: number) => fc.integer({ min: 0, max: most }).map((count) => addDays(day, -count));
const ahead = (day: Day, least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((count) => addDays(day, count));
const maybe = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: null, freq: 2 });
const few = <T>(what: fc.Arbitrary<T>, most = 2) => fc.array(what, { maxLength: most });

const attempt = (day: Day): fc.Arbitrary<AttemptFacts> =>
  fc.record({
    tenancyId: fc.constantFrom(1, 2),
    personId: fc.constantFrom(1, 2, null),
    channel: fc.constantFrom("call", "call", "call", "sms", "sms", "door", "card", "visit", "letter", "desk"),
    direction: fc.constantFrom("outbound", "outbound", "inbound"),
    day: back(day, 60),
    part: fc.constantFrom("morning", "afternoon", "evening"),
    outcome: fc.constantFrom(
      ...(["spoke", "not-answered", "not-answered", "voicemail", "wrong-number", "number-dead", "someone-else"] as const),
      ...(["delivered", "undelivered", "queued", "uncertain", "cancelled", "left", "not-home"] as const),
    ),
    number: fc.constantFrom("+31612345678", "+31101234567", null),
  });

const task = (day: Day): fc.Arbitrary<CaretakerTaskFacts> =>
  fc.record({
    id: fc.nat(),
    caseId: fc.constant(1),
    round: fc.constantFrom(1, 2),
    givenOn: back(day, 40),
    rings: few(
      fc.record({ day: back(day, 30), result: fc.constantFrom("not-home", "not-home", "spoke", "family", "moved", "refuses") }),
    ),
    cardLeftOn: maybe(back(day, 30)),
    closedOn: maybe(back(day, 20)),
    withdrawn: fc.boolean(),
  });

const visit = (day: Day): fc.Arbitrary<VisitFacts> =>
  fc
    .record({
      id: fc.nat(),
      round: fc.constantFrom(1, 2),
      ordinal: fc.constantFrom(1, 2),
      purpose: fc.constantFrom("payment-problem" as const, "unreached" as const, "own-plan" as const),
      askedOn: back(day, 80),
      plannedFor: maybe(ahead(day, -20, 10)),
      doneOn: maybe(back(day, 80)),
      outcome: fc.constantFrom(
        "nobody" as const,
        "nobody" as const,
        "spoke-inside" as const,
        "refused" as const,
        "moved" as const,
      ),
      withdrawnOn: maybe(back(day, 20)),
    })
    .map((one) => ({ ...one, caseId: 1, part: "morning" as const, outcome: one.doneOn === null ? null : one.outcome }));

const disclosure = (day: Day): fc.Arbitrary<DisclosureFacts> =>
  fc
    .record({
      kind: fc.constantFrom(
        ...(["cannot-pay", "wants-help", "already-paid", "disputes", "agreed-moment", "other-collection-day"] as const),
      ),
      saidOn: back(day, 40),
      until: maybe(ahead(day, -10, 20)),
      resolvedOn: maybe(back(day, 10)),
    })
    .map((one) => ({ ...one, resolution: one.resolvedOn === null ? null : ("not-found" as const) }));

const person = (id: number, day: Day): fc.Arbitrary<PersonFacts> =>
  fc.record({
    id: fc.constant(id),
    role: fc.constantFrom("tenant", "tenant", "co-tenant", "representative", "contact"),
    deceasedOn: fc.option(back(day, 30), { nil: null, freq: 6 }),
    awayUntil: fc.option(ahead(day, -5, 15), { nil: null, freq: 6 }),
    smsOptOut: fc.boolean(),
    prefers: fc.constantFrom(null, "call", "visit"),
    safetyNote: fc.boolean(),
  });

/** Rent on the first of each month; some paid in full, some in part, some not; some other charges; booked by `day`. */
const ledger = (day: Day): fc.Arbitrary<Account> =>
  fc
    .record({
      paid: fc.array(fc.constantFrom(0, 0.5, 0.93, 1, 1, 1, 1), { minLength: 9, maxLength: 9 }),
      late: fc.array(fc.integer({ min: 0, max: 35 }), { minLength: 9, maxLength: 9 }),
      other: maybe(fc.record({ dueOn: ahead(day, -60, 9), amount: fc.integer({ min: 300, max: 40_000 }) })),
    })
    .map(({ paid, late, other }) => {
      const made = new Account();
      const first = addMonths(monthOf(day), -7);
      for (const [at, share] of paid.entries()) {
        const due = `${addMonths(first, at)}-01` as Day;
        if (addDays(due, -10) > day) break;
        made.rent(addMonths(first, at), RENT);
        const on = addDays(due, late[at] ?? 0);
        if (share > 0 && on <= day) made.pay(on, Math.round(RENT * share));
      }
      if (other) made.charge(other.dueOn, other.amount);
      return made;
    });

/** Every kind of fact the ladder knows on a day, in any combination. */
const partsOn = (day: Day) =>
  fc.record({
    account: ledger(day),
    people: fc.oneof(
      { weight: 3, arbitrary: fc.constant([tenant()]) },
      { weight: 2, arbitrary: fc.tuple(person(1, day), person(2, day)) },
    ),
    phones: fc.constantFrom([mobile()], [mobile()], [landline()], [], [mobile(), landline(2)]),
    kind: fc.constantFrom("home" as const, "home" as const, "care" as const, "parking" as const, "commercial" as const),
    endsOn: fc.option(ahead(day, -3, 20), { nil: null, freq: 8 }),
    monthlyRent: fc.constantFrom(cents(RENT), cents(RENT), cents(RENT), null),
    siblings: few(
      fc.record({
        tenancyId: fc.constantFrom(0, 5),
        kind: fc.constantFrom("home" as const, "parking" as const),
        worked: fc.boolean(),
      }),
      1,
    ),
    caretakerPresent: fc.boolean(),
    bankLate: fc.constantFrom(0, 0, 0, 0, 3),
    legal: fc.option(fc.record({ kind: fc.constant("summons" as const), since: back(day, 20) }), { nil: null, freq: 8 }),
    opened: maybe(back(day, 90)),
    closed: fc.option(back(day, 60), { nil: null, freq: 4 }),
    holds: few(
      fc.record({
        id: fc.nat(),
        from: ahead(day, -40, 5),
        reviewOn: ahead(day, -10, 20),
        endedOn: maybe(ahead(day, -5, 20)),
        charges: fc.subarray(["6", "7", "8", "9"]),
      }),
      1,
    ),
    promises: few(
      fc.record({
        id: fc.nat(),
        madeOn: back(day, 30),
        promisedOn: ahead(day, -25, 14),
        amount: fc.constant(cents(RENT)),
        incomeDay: fc.boolean(),
        withdrawnOn: maybe(ahead(day, -20, 5)),
      }),
    ),
    arrangements: few(
      fc.record({
        id: fc.nat(),
        agreedOn: back(day, 60),
        startsOn: back(day, 60),
        endedOn: maybe(ahead(day, -10, 20)),
        instalments: few(fc.record({ dueOn: ahead(day, -50, 60), amount: fc.constant(cents(15_000)) }), 3),
      }),
      1,
    ),
    disclosures: few(disclosure(day)),
    attempts: few(attempt(day), 6),
    caretakerTasks: few(task(day)),
    visits: few(visit(day)),
    sentOn: maybe(back(day, 50)),
    reportedOn: maybe(back(day, 40)),
    objectedToSharingOn: maybe(back(day, 20)),
    decidedOn: maybe(back(day, 50)),
    reviews: few(back(day, 40), 1),
  });
type Parts = ReturnType<typeof partsOn> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Any household on any day. */
export const anyHousehold: fc.Arbitrary<Household> = fc
  .integer({ min: 0, max: 400 })
  .map((count) => addDays(FIRST, count))
  .chain((day) => partsOn(day).map((one): Household => ({ day, on: (later) => factsOf(one, day, later) })));

function factsOf(one: Parts, day: Day, later: Day): Facts {
  const through = previousBankDay(later);
  const opened: Day | null = one.opened;
  const closedOn = one.closed !== null && opened !== null && one.closed > opened ? one.closed : null;
  return {
    ...one.account.facts(later, opened, one.arrangements),
    day: later,
    part: "morning",
    closedDays: NO_CLOSED_DAYS,
    tenancy: { id: 1, kind: one.kind, startsOn: d("2010-01-01"), endsOn: one.endsOn, monthlyRent: one.monthlyRent },
    people: one.people,
    phones: one.phones,
    siblings: one.siblings,
    caretakerPresent: one.caretakerPresent,
    bank: { completeThrough: one.bankLate === 0 ? through : addDays(day, -one.bankLate - 5), expectedThrough: through },
    maybePaid: [],
    dataProblems: { contradictory: false, balanceDiffers: null, since: one.monthlyRent === null ? addDays(day, -3) : null },
    legal: one.legal,
    legalProposals: one.decidedOn === null ? [] : [{ proposedOn: addDays(one.decidedOn, -5), decidedOn: one.decidedOn }],
    cases: opened === null ? [] : [{ id: 1, openedOn: opened, closedOn, reopened: [] }],
    holds: one.holds,
    promises: one.promises,
    arrangements: one.arrangements,
    disclosures: one.disclosures,
    attempts: one.attempts,
    caretakerTasks: one.caretakerTasks,
    visits: one.visits.map((visit, at) => ({ ...visit, id: at + 1 })),
    letters: one.sentOn === null ? [] : [{ caseId: 1, askedOn: one.sentOn, sentOn: one.sentOn, deliveredOn: null }],
    referrals:
      one.reportedOn === null
        ? []
        : [{ caseId: 1, askedOn: one.reportedOn, reportedOn: one.reportedOn, answeredOn: null, result: null }],
    objectedToSharingOn: one.objectedToSharingOn,
    reviews: one.reviews,
  };
}
