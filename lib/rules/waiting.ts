import type { Day } from "../kernel/day";
import type { Reason } from "./answer";
import type { Context } from "./context";
import type { Facts, UnitKind } from "./facts";
import { awayUntil } from "./people";
import { reason } from "./reason";

/** Something that is under way: why, and the first day on which it is over (null: only a new fact ends it). */
export interface Wait {
  readonly reason: Reason;
  readonly until: Day | null;
}

/** A wait until `until`, unless that day has come. */
export function waitUntil(context: Context, until: Day, code: string, values: Record<string, string | number> = {}): Wait[] {
  return context.look.come(until) ? [] : [{ reason: reason(code, { ...values, until }), until }];
}

/** Does somebody live there? A ring at a garage finds nobody ever. */
export const hasDoor = (kind: UnitKind): boolean => kind !== "parking";
/** Do people live there? A home or a home with care; not a garage or a shop. */
export const isDwelling = (kind: UnitKind): boolean => kind === "home" || kind === "care";

/** Is a door of this tenancy one to ring at for this debt? Never for little, nor at a garage, nor past who stands in their place. */
export const mayRing = (facts: Facts, { small, addressees }: Context): boolean =>
  !small && addressees.inPlace === null && hasDoor(facts.tenancy.kind);

/** After a conversation a case that comes back gets one call, and no ladder. */
export const oneCallOnly = ({ round }: Context): boolean => round?.because === "reopened";

/** Home and garage are one call: the tenancy that leads the contact with these people, when it is another one. */
function leadingTenancyOf(facts: Facts): number | null {
  const me = { tenancyId: facts.tenancy.id, kind: facts.tenancy.kind };
  let lead = me;
  for (const one of facts.siblings) if (one.worked && before(one, lead)) lead = one;
  return lead === me ? null : lead.tenancyId;
}

const rank = (kind: UnitKind) => (kind === "home" ? 0 : 1);
const before = (a: { tenancyId: number; kind: UnitKind }, b: { tenancyId: number; kind: UnitKind }) =>
  rank(a.kind) < rank(b.kind) || (rank(a.kind) === rank(b.kind) && a.tenancyId < b.tenancyId);

/** Why nobody of this tenancy is to be contacted at all now, not even for a serious problem. */
export function leaveAlone(facts: Facts, context: Context): Wait[] {
  const found: Wait[] = [];
  const lead = leadingTenancyOf(facts);
  if (lead !== null) found.push({ reason: reason("together", { tenancyId: lead }), until: null });
  const away = awayUntil(context.addressees.people, context.look);
  if (away !== null) found.push({ reason: reason("away", { until: away }), until: away });
  return found;
}
