import type { Day } from "../../kernel/day";
import { add, type Cents, least, most, subtract, ZERO } from "../../kernel/money";
import type { Position } from "../../rules/facts";
import { type Charge, compareCharges, type Designation, type Entry, isCharge } from "./entry";
import { positionOf } from "./position";

/** A charge with what lies on it: `named` was designated by the payer, `open` is still uncovered. */
export interface LaidCharge {
  readonly charge: Charge;
  readonly named: Cents;
  readonly open: Cents;
}

/** Where the receipts of one rent account lie on a day. */
export interface Allocation {
  readonly day: Day;
  /** All charges booked by the day, in the order of allocation. */
  readonly charges: readonly LaidCharge[];
  readonly position: Position;
  /** What each payment or credit still brings in after its reversals, by entry id. */
  readonly net: ReadonlyMap<string, Cents>;
  /** The designations that hold, after caps. */
  readonly designated: readonly Designation[];
  /** What receipts older than the entries still lacked for rents older than them; nought when nothing was left out. */
  readonly opening: Cents;
}

/**
 * Lays the receipts of one account over its charges: first what the payer named, then oldest first.
 * @param entries every entry known; what is booked after `day` is left out here
 * @param designations every designation known and not undone
 * @param opening what older entries that were left out come to, when they were (ledger/sql/accounts): paid rents, and receipts none of which is left over
 */
export function allocate(
  entries: readonly Entry[],
  designations: readonly Designation[],
  day: Day,
  opening: Cents = ZERO,
): Allocation {
  const booked = entries.filter((entry) => entry.bookedOn <= day);
  const charges = booked.filter(isCharge).sort((a, b) => compareCharges(a, b, day));
  const net = netReceipts(booked);
  const designated = capDesignations(designations, charges, net);
  const named = namedPerCharge(designated);

  let rest = add(opening, poolOf(booked));
  for (const charge of charges) rest = subtract(rest, least(charge.amount, named.get(charge.id) ?? ZERO));
  const laid = charges.map((charge) => {
    const onIt = least(charge.amount, named.get(charge.id) ?? ZERO);
    const need = subtract(charge.amount, onIt);
    const covered = most(ZERO, least(need, rest));
    rest = subtract(rest, covered);
    return { charge, named: onIt, open: subtract(need, covered) };
  });
  return { day, charges: laid, position: positionOf(laid, most(ZERO, rest), day), net, designated, opening };
}

/** Payments and credits minus reversals. */
function poolOf(booked: readonly Entry[]): Cents {
  let pool = ZERO;
  for (const entry of booked) {
    if (entry.kind === "payment" || entry.kind === "credit") pool = add(pool, entry.amount);
    else if (entry.kind === "reversal") pool = subtract(pool, entry.amount);
  }
  return pool;
}

function netReceipts(booked: readonly Entry[]): Map<string, Cents> {
  const net = new Map<string, Cents>();
  for (const entry of booked) if (entry.kind === "payment" || entry.kind === "credit") net.set(entry.id, entry.amount);
  for (const entry of booked) {
    const taken = entry.kind === "reversal" && entry.reversesId !== null ? net.get(entry.reversesId) : undefined;
    if (taken !== undefined && entry.reversesId !== null) net.set(entry.reversesId, subtract(taken, entry.amount));
  }
  return net;
}

/** A designation never reaches further than what its payment still holds after reversals. */
function capDesignations(
  all: readonly Designation[],
  charges: readonly Charge[],
  net: ReadonlyMap<string, Cents>,
): Designation[] {
  if (all.length === 0) return [];
  const place = new Map(charges.map((charge, index) => [charge.id, index]));
  const left = new Map(net);
  return all
    .filter((d) => place.has(d.chargeId) && left.has(d.paymentId))
    .sort((a, b) => (place.get(a.chargeId) ?? 0) - (place.get(b.chargeId) ?? 0))
    .map((d) => {
      const available = most(ZERO, left.get(d.paymentId) ?? ZERO);
      const amount = least(d.amount, available);
      left.set(d.paymentId, subtract(available, amount));
      return { ...d, amount };
    });
}

function namedPerCharge(designated: readonly Designation[]): Map<string, Cents> {
  const named = new Map<string, Cents>();
  for (const d of designated) named.set(d.chargeId, add(named.get(d.chargeId) ?? ZERO, d.amount));
  return named;
}
