import { NO_CLOSED_DAYS, previousBankDay } from "@/lib/kernel/calendar";
import { addMonths, day as asDay, type Day, monthOf } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import type { AttemptFacts, DisclosureFacts, Facts, PersonFacts, PhoneFacts, VisitFacts } from "@/lib/rules/facts";
import { Account } from "./account";

export const d = asDay;
export const RENT = 60_000;

export const tenant = (id = 1, over: Partial<PersonFacts> = {}): PersonFacts => ({
  id,
  role: "tenant",
  deceasedOn: null,
  awayUntil: null,
  smsOptOut: false,
  prefers: null,
  safetyNote: false,
  ...over,
});
export const mobile = (personId = 1, number = "+31612345678"): PhoneFacts => ({
  personId,
  number,
  kind: "mobile",
  quality: "plausible",
});
export const landline = (personId = 1): PhoneFacts => ({
  personId,
  number: "+31101234567",
  kind: "landline",
  quality: "plausible",
});

/** A year of rent due on the first of the month, all paid on the first, except the last `unpaid` months. */
export function account(day: Day, unpaid: number, rent = RENT): Account {
  const made = new Account();
  const last = addMonths(monthOf(day), 1);
  for (let month = addMonths(last, -13); month <= last; month = addMonths(month, 1)) {
    made.rent(month, rent);
    if (month <= addMonths(monthOf(day), -unpaid)) made.pay(`${month}-01` as Day, rent);
  }
  return made;
}

/** Since when the case that matters runs. */
const sinceOf = ({ cases = [] }: Partial<Facts>): Day | null => cases.map((one) => one.openedOn).sort()[0] ?? null;

/** A home with one tenant, a mobile number and a caretaker; nothing else known. One month's rent is unpaid. */
export function facts(day: Day, over: Partial<Facts> = {}, ledger: Account = account(day, 1)): Facts {
  const through = previousBankDay(day);
  return {
    day,
    part: "morning",
    closedDays: NO_CLOSED_DAYS,
    tenancy: { id: 1, kind: "home", startsOn: d("2010-01-01"), endsOn: null, monthlyRent: cents(RENT) },
    people: [tenant()],
    phones: [mobile()],
    siblings: [],
    caretakerPresent: true,
    bank: { completeThrough: through, expectedThrough: through },
    maybePaid: [],
    dataProblems: { contradictory: false, balanceDiffers: null, since: null },
    legal: null,
    legalProposals: [],
    cases: [],
    holds: [],
    promises: [],
    arrangements: [],
    disclosures: [],
    attempts: [],
    caretakerTasks: [],
    visits: [],
    letters: [],
    referrals: [],
    objectedToSharingOn: null,
    reviews: [],
    ...ledger.facts(day, sinceOf(over), over.arrangements ?? []),
    ...over,
  };
}

export const caseFrom = (openedOn: Day) => [{ id: 1, openedOn, closedOn: null, reopened: [] }];

export const callMade = (day: Day, part: AttemptFacts["part"], outcome: AttemptFacts["outcome"]): AttemptFacts => ({
  tenancyId: 1,
  personId: 1,
  channel: "call",
  direction: "outbound",
  day,
  part,
  outcome,
  number: "+31612345678",
});
export const smsMade = (day: Day, outcome: AttemptFacts["outcome"]): AttemptFacts => ({
  ...callMade(day, "morning", outcome),
  channel: "sms",
});
export const visitMade = (
  id: number,
  doneOn: Day,
  outcome: VisitFacts["outcome"],
  over: Partial<VisitFacts> = {},
): VisitFacts => ({
  id,
  caseId: 1,
  round: 1,
  ordinal: id,
  purpose: "unreached",
  askedOn: doneOn,
  plannedFor: doneOn,
  part: "morning",
  doneOn,
  outcome,
  withdrawnOn: null,
  ...over,
});

/** What a tenant said, not looked up yet. */
export const said = (kind: DisclosureFacts["kind"], saidOn: Day, over: Partial<DisclosureFacts> = {}): DisclosureFacts => ({
  kind,
  saidOn,
  until: null,
  resolvedOn: null,
  resolution: null,
  ...over,
});
/** A month's rent, promised. */
export const promise = (id: number, madeOn: Day, promisedOn: Day) => ({
  id,
  madeOn,
  promisedOn,
  amount: cents(RENT),
  withdrawnOn: null,
});
