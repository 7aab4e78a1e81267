/** Why charges wait. `deceased` is used while a death that was only heard of is checked. */
export const HOLD_REASONS = ["dispute", "help-running", "allowance-pending", "deceased", "other"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
