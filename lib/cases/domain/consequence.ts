import { previousBankDay, workingDayFrom } from "../../kernel/calendar";
import type { Day } from "../../kernel/day";
import type { Assessment } from "../../rules/answer";
import type { AttemptFacts, Facts } from "../../rules/facts";
import type { Consequence } from "./view";

/** Outcomes of a call that end it without a conversation; each can be recorded with one key. */
export const NOT_SPOKEN = ["not-answered", "voicemail", "wrong-number", "number-dead", "someone-else"] as const;
export type NotSpoken = (typeof NOT_SPOKEN)[number];

type Assess = (facts: Facts) => Assessment;
const LOOKS_AHEAD = 4;

/** The same facts with this call made now; a wrong or dead number is no longer called. */
function afterCall(facts: Facts, outcome: NotSpoken, personId: number | null, number: string | null): Facts {
  const call: AttemptFacts = {
    tenancyId: facts.tenancy.id,
    personId,
    channel: "call",
    direction: "outbound",
    day: facts.day,
    part: facts.part,
    outcome,
    number,
  };
  const ends = outcome === "wrong-number" || outcome === "number-dead";
  return {
    ...facts,
    attempts: [...facts.attempts, call],
    phones: ends ? facts.phones.map((phone) => (phone.number === number ? { ...phone, quality: "dead" } : phone)) : facts.phones,
  };
}

/** The same facts on a later morning, nothing having come in and the bank being up to date. */
function onMorning(facts: Facts, day: Day): Facts {
  const through = previousBankDay(day);
  return { ...facts, day, part: "morning", bank: { completeThrough: through, expectedThrough: through } };
}

/**
 * What follows from each way a call can end without a conversation, by asking the ladder itself:
 * its answer now, and its next step when it only waits and nothing else happens.
 */
export function consequencesOf(
  facts: Facts,
  assess: Assess,
  personId: number | null,
  number: string | null,
): Record<NotSpoken, Consequence> {
  const after = (outcome: NotSpoken): Consequence => {
    const then = afterCall(facts, outcome, personId, number);
    const now = assess(then).contact;
    let until = now.until;
    let next = now.step;
    for (let look = 0; look < LOOKS_AHEAD && next.startsWith("wait-") && until; look++) {
      until = workingDayFrom(until, facts.closedDays);
      const answer = assess(onMorning(then, until)).contact;
      next = answer.step;
      if (next.startsWith("wait-")) until = answer.until;
    }
    return { step: now.step, until: now.step === next ? null : until, next: now.step === next ? null : next };
  };
  return Object.fromEntries(NOT_SPOKEN.map((outcome) => [outcome, after(outcome)])) as Record<NotSpoken, Consequence>;
}
