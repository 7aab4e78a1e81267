import { addDays, type Day, daysBetween } from "../kernel/day";
import { arrangementState, promiseWaits } from "./agreement";
import { callsEnough, callsTried } from "./calls";
import { counted, graceOver, monthsOf } from "./charges";
import { capDays, cardLeftOn, smsTried, tasksSince, visitsMade } from "./contacts";
import { type Context, contextOf } from "./context";
import { deliveredOn, reported, sentLetter } from "./duties";
import type { Facts } from "./facts";
import { shortfalls } from "./flag";
import { habitOf } from "./habit";
import { dueAbove } from "./history";
import { Look } from "./look";
import { livingTenants } from "./people";
import type { Policy, ThresholdName } from "./policy";

/** Where a fact comes from. */
export type FactSource = "ledger" | "bank" | "contract" | "people" | "building" | "desk" | "door" | "letters" | "rules";
/** How a value reads: `day` is a date, `yes-no` a boolean, `code` a word of the program. */
export type FactUnit = "cents" | "hundredths" | "percent" | "days" | "times" | "day" | "yes-no" | "code";

/** One fact as the ladder saw it: its value, where it comes from, and the threshold it is held against. */
export interface ExplainedFact {
  /** Words: `explain.facts.<fact>`. */
  readonly fact: string;
  readonly unit: FactUnit;
  /** Amounts as whole cents, months in hundredths, days as ISO text; null: none, or unknown when `unknown` says so. */
  readonly value: number | string | boolean | null;
  readonly unknown: boolean;
  readonly source: FactSource;
  readonly threshold: ThresholdName | null;
  /** What the value is held against: the threshold itself, or the day that follows from it. */
  readonly limit: number | string | null;
  /** Whether the value is beyond its limit, or its day has come; null when there is nothing to hold it against. */
  readonly beyond: boolean | null;
}

interface More {
  readonly threshold?: ThresholdName;
  readonly limit?: number | string | null;
  readonly beyond?: boolean | null;
  readonly unknown?: boolean;
}
const fact = (
  name: string,
  unit: FactUnit,
  value: ExplainedFact["value"],
  source: FactSource,
  more: More = {},
): ExplainedFact => ({
  ...{ fact: name, unit, value, unknown: more.unknown ?? false, source },
  ...{ threshold: more.threshold ?? null, limit: more.limit ?? null, beyond: more.beyond ?? null },
});

/** Every fact an answer can rest on, with its threshold, whether or not it decided anything. */
export function explainedFacts(facts: Facts, policy: Policy): readonly ExplainedFact[] {
  const context = contextOf(facts, policy, new Look(facts.day));
  return [
    ...ofTenancy(facts, context),
    ...ofDebt(facts, context),
    ...ofMoneyUnderWay(facts, context),
    ...ofAgreements(facts, context),
    ...ofRound(facts, context),
    ...ofDuties(facts, context),
  ];
}

const held = (name: ThresholdName, value: number, policy: Policy): More => ({
  threshold: name,
  limit: Number(policy[name]),
  beyond: value >= Number(policy[name]),
});

function ofTenancy(facts: Facts, { look, phones, addressees }: Context): ExplainedFact[] {
  const { monthlyRent, endsOn } = facts.tenancy;
  return [
    fact("monthlyRent", "cents", monthlyRent === null ? null : Number(monthlyRent), "contract", {
      unknown: monthlyRent === null,
    }),
    fact("endsOn", "day", endsOn, "contract", endsOn === null ? {} : { beyond: endsOn < facts.day }),
    fact("livingTenants", "times", livingTenants(facts, look).length, "people"),
    fact("inPlace", "code", addressees.inPlace, "people"),
    fact("usablePhones", "times", phones.length, "people"),
    fact("caretakerPresent", "yes-no", facts.caretakerPresent, "building"),
    fact("dataProblem", "yes-no", facts.dataProblems.since !== null, "contract"),
    fact("balanceDiffers", "yes-no", facts.dataProblems.balanceDiffers, "ledger", {
      unknown: facts.dataProblems.balanceDiffers === null,
    }),
  ];
}

function ofDebt(facts: Facts, context: Context): ExplainedFact[] {
  const { policy, look, months } = context;
  const past = counted(facts, policy, look);
  const first = facts.position.openSince;
  const counts = first === null ? null : graceOver(first, facts, policy);
  const overdue = Number(facts.position.overdue);
  const old = dueAbove(facts, policy.flagOldAmount);
  const all = monthsOf(past, facts);
  const short = shortfalls(facts, policy).filter((one) => one.missing > policy.flagShortBy).length;
  return [
    fact("overdue", "cents", overdue, "ledger", held("smallAmount", overdue, policy)),
    fact("oldestDueOn", "day", facts.position.oldestOverdueDue, "ledger"),
    fact("openSince", "day", first, "ledger", {
      threshold: "graceWorkingDays",
      limit: counts,
      beyond: counts && counts <= facts.day,
    }),
    fact("monthsInArrears", "hundredths", all, "ledger", held("flagMonthsInArrears", all, policy)),
    fact("otherOverdue", "cents", Number(facts.position.otherOverdue), "ledger"),
    fact("dueAboveSince", "day", old, "ledger", {
      threshold: "flagOldDays",
      limit: policy.flagOldDays,
      beyond: old !== null && addDays(old, policy.flagOldDays) <= facts.day,
    }),
    fact("shortMonths", "times", short, "ledger", held("flagShortMonths", short, policy)),
    fact("actingMonths", "hundredths", months, "ledger", held("seriousMonths", months, policy)),
    fact("proposalMonths", "hundredths", months, "ledger", held("proposalMonths", months, policy)),
    fact("smallDebt", "yes-no", context.small, "rules"),
    fact("caseOpenedOn", "day", context.case?.openedOn ?? null, "rules"),
  ];
}

function ofMoneyUnderWay(facts: Facts, { policy, look }: Context): ExplainedFact[] {
  const { completeThrough, expectedThrough } = facts.bank;
  const said = facts.disclosures.filter((one) => one.kind === "already-paid" && one.resolvedOn === null).at(-1)?.saidOn ?? null;
  const habit = habitOf(facts, policy, look);
  return [
    fact("bankThrough", "day", completeThrough, "bank", {
      limit: expectedThrough,
      beyond: completeThrough === null ? null : completeThrough >= expectedThrough,
      unknown: completeThrough === null,
    }),
    fact("maybePaid", "cents", Number(facts.maybePaid.reduce((sum, one) => sum + one.amount, 0n)), "bank"),
    ...ofReturn(facts),
    fact("saysPaidOn", "day", said, "desk", { threshold: "alreadyPaidWorkingDays", limit: policy.alreadyPaidWorkingDays }),
    fact(
      "habitDay",
      "times",
      habit?.dayOfMonth ?? null,
      habit?.named ? "desk" : "ledger",
      habit?.named ? {} : { threshold: "habitMonths", limit: policy.habitMonths },
    ),
  ];
}

/** Why the last collection came back: whoever calls knows whether to ask for another day, an account, or what is the matter. */
const ofReturn = ({ lastReturn }: Facts): ExplainedFact[] =>
  lastReturn === undefined
    ? []
    : [
        fact("returnedOn", "day", lastReturn?.bookedOn ?? null, "bank"),
        // The rent administration tells that a debit came back, not why.
        lastReturn?.reason === "unknown"
          ? fact("returnReason", "code", null, "bank", { unknown: true })
          : fact("returnReason", "code", lastReturn?.reason ?? null, "bank"),
      ];

function ofAgreements(facts: Facts, { policy, look, held: onHold, broken }: Context): ExplainedFact[] {
  const promise = facts.promises.filter((one) => promiseWaits(one, facts, policy, look)).at(-1);
  const arrangement = facts.arrangements
    .map((one) => arrangementState(one, facts, policy, look))
    .findLast((state) => state !== "ended");
  const review = facts.holds.filter((one) => one.endedOn === null).at(-1)?.reviewOn ?? null;
  const times = broken.length;
  return [
    fact("heldCharges", "times", onHold.size, "desk"),
    fact("reviewOn", "day", review, "desk"),
    fact("promisedOn", "day", promise?.promisedOn ?? null, "desk", {
      threshold: "promiseToleranceWorkingDays",
      limit: policy.promiseToleranceWorkingDays,
    }),
    fact("arrangement", "code", arrangement ?? null, "desk"),
    fact("broken", "times", times, "rules", held("promisesBrokenMax", times, policy)),
    fact("legal", "code", facts.legal?.kind ?? null, "desk"),
  ];
}

/** A day on which something was tried, and the working days it is given. */
const waited = (name: string, on: Day | null, source: FactSource, threshold: ThresholdName, policy: Policy): ExplainedFact =>
  fact(name, "day", on, source, { threshold, limit: Number(policy[threshold]) });

function ofRound(facts: Facts, context: Context): ExplainedFact[] {
  const { round, policy, spoken } = context;
  if (round === null) return [];
  const from = round.startedOn;
  const calls = callsTried(facts, context).days.length;
  const enough = callsEnough(context);
  const visits = visitsMade(facts, from).length;
  const contacts = capDays(facts).filter((on) => addDays(on, policy.contactCapDays) > facts.day).length;
  const planned = facts.visits.find((one) => one.doneOn === null && one.withdrawnOn === null && one.plannedFor !== null);
  return [
    fact("roundStartedOn", "day", from, "rules"),
    fact("roundBecause", "code", round.because, "rules"),
    fact("reached", "yes-no", round.reached, "desk"),
    fact("restUntil", "day", context.restUntil, "rules", { threshold: "restDays", limit: policy.restDays }),
    fact("callsUnanswered", "times", calls, "desk", {
      threshold: enough === policy.callsUnanswered ? "callsUnanswered" : "callsUnansweredLandlineOnly",
      limit: enough,
      beyond: calls >= enough,
    }),
    waited("smsSentOn", smsTried(facts, from).at(-1)?.day ?? null, "desk", "smsWaitWorkingDays", policy),
    waited("caretakerAskedOn", tasksSince(facts, from).at(-1)?.givenOn ?? null, "door", "caretakerWaitWorkingDays", policy),
    waited("cardLeftOn", cardLeftOn(facts, from), "door", "cardWaitWorkingDays", policy),
    waited("spokenOn", spoken.filter((on) => on >= from).at(-1) ?? null, "desk", "spokenWaitWorkingDays", policy),
    fact("visitPlannedFor", "day", planned?.plannedFor ?? null, "door"),
    fact("visitsMade", "times", visits, "door", held("visitsUnreached", visits, policy)),
    fact("contacts", "times", contacts, "desk", held("contactCap", contacts, policy)),
  ];
}

function ofDuties(facts: Facts, context: Context): ExplainedFact[] {
  const { policy } = context;
  const { debtSince, rentDebtSince } = facts.position;
  const days = (since: Day | null) => (since === null ? 0 : daysBetween(since, facts.day));
  const letter = sentLetter(facts, context);
  const report = reported(facts, context);
  return [
    fact("debtSince", "day", debtSince, "ledger"),
    fact("daysPastDue", "days", days(debtSince), "ledger", held("letterDays", days(debtSince), policy)),
    fact("daysToReport", "days", days(rentDebtSince), "ledger", held("reportDays", days(rentDebtSince), policy)),
    waited("letterDeliveredOn", letter && deliveredOn(letter, facts, policy), "letters", "letterAnswerDays", policy),
    fact("objectedOn", "day", facts.objectedToSharingOn, "desk"),
    waited("reportedOn", report?.reportedOn ?? null, "letters", "municipalityDays", policy),
    fact("answeredOn", "day", report?.answeredOn ?? null, "letters"),
  ];
}
