import { type Evidence, has, NAMING } from "./evidence";
import { hasEnded } from "./payer";
import type { Received } from "./register";

const MOST = 12;
const rentOf = ({ payer }: Evidence): bigint => payer.rentCents ?? 0n;

/** Every choice of two or three. */
function* choices(some: readonly Evidence[]): Generator<Evidence[]> {
  for (const [at, one] of some.entries())
    for (const [next, two] of some.slice(at + 1).entries()) {
      yield [one, two];
      for (const three of some.slice(at + next + 2)) yield [one, two, three];
    }
}

/**
 * Two or more tenancies for which a line pays at once: the line names them or it is their account, at least one by more than a
 * name, and their rents make its amount. Null when that is so of none, or of several choices.
 */
export function together(found: readonly Evidence[], line: Received): Evidence[] | null {
  const named = found.filter(
    ({ payer, facts }) => has(facts, [...NAMING, "name"]) && payer.rentCents !== null && !hasEnded(payer, line.bookedOn),
  );
  const sum = (some: readonly Evidence[]) => some.reduce((total, one) => total + rentOf(one), 0n);
  const sure = named.filter(({ facts }) => has(facts, [...NAMING]));
  if (sure.length >= 2 && sum(sure) === line.amountCents) return sure;
  const fitting = [...choices(named.slice(0, MOST))].filter(
    (some) => sum(some) === line.amountCents && some.some(({ facts }) => has(facts, [...NAMING])),
  );
  const best = fitting.filter((some) => some.every(({ facts }) => has(facts, [...NAMING])));
  const [only, another] = best.length > 0 ? best : fitting;
  return only && !another ? only : null;
}
