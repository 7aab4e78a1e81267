import { addDays, type Day } from "../kernel/day";
import { done, type Outcome, refused } from "../kernel/outcome";

/** Why charges wait. `deceased` is used while a death that was only heard of is checked. */
export const HOLD_REASONS = ["dispute", "help-running", "allowance-pending", "deceased", "other"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** A pause always has a day on which somebody looks again, and it is never far away. */
const HOLD_MAX_DAYS = 92;
/** After this many days somebody looks whether a death that was heard of is true. */
export const CHECK_DEATH_DAYS = 7;

/** May a pause over these charges start today? */
export function mayHold(
  today: Day,
  reviewOn: Day,
  charges: readonly string[],
  open: readonly string[],
  held: readonly string[],
): Outcome<null, "day-passed" | "hold-too-long" | "unknown-charge" | "already-held"> {
  if (reviewOn <= today) return refused("day-passed");
  if (reviewOn > addDays(today, HOLD_MAX_DAYS)) return refused("hold-too-long", { days: HOLD_MAX_DAYS });
  if (charges.length === 0 || charges.some((charge) => !open.includes(charge))) return refused("unknown-charge");
  return charges.some((charge) => held.includes(charge)) ? refused("already-held") : done(null);
}
