import type { Assessment, Reason } from "../../rules/answer";
import type { DutyStep } from "../../rules/steps";
import type { Explanation } from "./explanation";

/** The duty's step; null when no row of the duty ladder matched (its first days pass before it asks for anything). */
export const dutyStep = ({ duty }: Pick<Assessment, "duty">): DutyStep | null =>
  duty.reasons.some((one) => one.code === "duty-not-yet") ? null : duty.step;

/**
 * A reason as it leaves the program: cents as whole numbers, keys in the order of the alphabet, and another tenancy by
 * its number, because ids mean nothing outside this database.
 */
export function exportedReason({ code, values }: Reason, numberOf: (tenancyId: number) => string): Reason {
  const shown: Record<string, string | number> = {};
  for (const key of Object.keys(values).sort()) {
    const value = values[key] as string | number;
    if (key === "tenancyId") shown.tenancy = numberOf(Number(value));
    else shown[key] = key.endsWith("Cents") ? Number(value) : value;
  }
  return { code, values: shown };
}

/** One line of the list of a day: always the same keys in the same order, so that two lists can be compared as text. */
export function lineOf(tenancy: string, assessment: Assessment, numberOf: (tenancyId: number) => string): string {
  const { contact, duty, reassessOn, policy } = assessment;
  const step = dutyStep(assessment);
  const reasons = [...contact.reasons, ...(step === null ? [] : duty.reasons)].map((one) => exportedReason(one, numberOf));
  return JSON.stringify({ tenancy, contact: contact.step, duty: step, reasons, lookAgainOn: reassessOn, policy });
}

/** An explanation as it leaves the program: the same keys in the same order, whoever asks. */
export function explainedJson(found: Explanation & Where): object {
  const { assessment, facts, blocked, alsoContact, alsoDuty, inList, later } = found;
  const numberOf = (id: number) => found.numbers.get(id) ?? "";
  const reasons = (all: readonly Reason[]) => all.map((one) => exportedReason(one, numberOf));
  const { contact, duty, flagged, flagReasons, round, reassessOn, policy } = assessment;
  return {
    tenancy: found.number,
    asOf: found.day,
    knownAt: found.knownAt.toISOString(),
    policy,
    inList,
    contact: { step: contact.step, reasons: reasons(contact.reasons), until: contact.until },
    duty: { step: dutyStep(assessment), reasons: reasons(duty.reasons), until: duty.until },
    flagged,
    flagReasons: reasons(flagReasons),
    round: round && { ordinal: round.ordinal, startedOn: round.startedOn, because: round.because, reached: round.reached },
    also: { contact: alsoContact, duty: alsoDuty },
    blocked: blocked && { step: blocked.step, by: blocked.by.step, reasons: reasons(blocked.by.reasons) },
    whyNot: inList ? null : reasons(contact.reasons),
    lookAgainOn: reassessOn,
    facts,
    later: later.map(({ amount, recordedAt, ...entry }) => ({
      ...entry,
      amount: Number(amount),
      recordedAt: recordedAt.toISOString(),
    })),
  };
}

/** Where and when an explanation holds, and what became known later. */
interface Where {
  readonly number: string;
  readonly day: string;
  readonly knownAt: Date;
  readonly numbers: ReadonlyMap<number, string>;
  readonly later: readonly { readonly amount: string; readonly recordedAt: Date }[];
}
