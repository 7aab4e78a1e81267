import { addDays, type Day } from "../kernel/day";
import { done, type Outcome, refused } from "../kernel/outcome";
import type { Policy } from "../rules/policy";

/** Why charges wait. `deceased` is used while a death that was only heard of is checked. */
export const HOLD_REASONS = ["dispute", "help-running", "allowance-pending", "deceased", "other"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Whether a pause covers the whole account, also what falls due later; others cover the charges chosen. */
export const coversAccount = (reason: HoldReason): boolean => reason === "help-running" || reason === "deceased";

/** May a pause over these charges start today? It always has a day on which somebody looks again, and that is never far away. */
export function mayHold(
  today: Day,
  reviewOn: Day,
  charges: readonly string[],
  open: readonly string[],
  held: readonly string[],
  policy: Policy,
): Outcome<null, "day-passed" | "hold-too-long" | "unknown-charge" | "already-held"> {
  if (reviewOn <= today) return refused("day-passed");
  if (reviewOn > addDays(today, policy.holdMaxDays)) return refused("hold-too-long", { days: policy.holdMaxDays });
  if (charges.length === 0 || charges.some((charge) => !open.includes(charge))) return refused("unknown-charge");
  return charges.some((charge) => held.includes(charge)) ? refused("already-held") : done(null);
}
