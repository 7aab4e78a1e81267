import type { Day } from "@/lib/kernel/day";
import type { Said } from "@/lib/kernel/refusal";

/** A staged storno beside what it says to take back. */
export interface ReversalCandidate {
  readonly line: number;
  readonly amount: bigint;
  readonly bookedOn: Day;
  /** The same text for reversals of the same entry. */
  readonly target: string;
  readonly targetKind: string;
  readonly targetAmount: bigint;
  readonly targetBookedOn: Day;
  /** What earlier reversals took back of it. */
  readonly reversed: bigint;
  /** Reversals of the same entry and amount that the bank already reported, closest day first. */
  readonly duplicates: readonly string[];
}

export type Judged =
  | { readonly disposition: "good" }
  | { readonly disposition: "duplicate"; readonly entryId: string }
  | { readonly disposition: "rejected"; readonly field: string; readonly said: Said };

const rejected = (field: string, code: string, values: Said["values"]): Judged => ({
  disposition: "rejected",
  field,
  said: { code, values },
});

/**
 * Judges reversals in the order they were booked: each takes back a payment or credit, not before it and never more than
 * what is left of it.
 */
export function judgeReversals(candidates: readonly ReversalCandidate[]): Map<number, Judged> {
  const judged = new Map<number, Judged>();
  const taken = new Map<string, bigint>();
  const paired = new Set<string>();
  const inOrder = [...candidates].sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : a.line - b.line));
  const judge = (it: ReversalCandidate): Judged => {
    if (it.targetKind !== "payment" && it.targetKind !== "credit")
      return rejected("tegenmutatie", "counter-entry-not-receipt", {});
    const duplicate = it.duplicates.find((id) => !paired.has(id));
    if (duplicate) {
      paired.add(duplicate);
      return { disposition: "duplicate", entryId: duplicate };
    }
    if (it.bookedOn < it.targetBookedOn) {
      return rejected("boekdatum", "reversal-too-early", { bookedOn: it.bookedOn, targetBookedOn: it.targetBookedOn });
    }
    const left = it.targetAmount - it.reversed - (taken.get(it.target) ?? 0n);
    if (it.amount > left)
      return rejected("bedrag", "reversal-too-much", { amountCents: String(it.amount), leftCents: String(left) });
    taken.set(it.target, (taken.get(it.target) ?? 0n) + it.amount);
    return { disposition: "good" };
  };
  for (const it of inOrder) judged.set(it.line, judge(it));
  return judged;
}
