import type { Facts } from "./facts";
import type { Policy } from "./policy";

/**
 * Is nothing of weight overdue any more? An open case is not cured on the day on which rent falls due that is still open: who is a
 * month behind and pays on the first has no debt less, and the case would close and come back every month.
 */
export const isCured = ({ position, cases }: Facts, policy: Policy): boolean =>
  position.overdue <= policy.smallAmount && (position.debtSince === null || !cases.some((one) => one.closedOn === null));
