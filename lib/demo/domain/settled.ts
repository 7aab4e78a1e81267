import { addDays, type Day } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import { isMonthlyRent } from "../../ledger/domain/entry";
import type { LedgerRow } from "./rows";

/** The rules look 400 days back; what is older and settled only costs time. */
const DAYS_BACK = 410;

/**
 * An account without the rent paid long ago and the receipts that paid it. Rent comes before everything else, oldest
 * first, so the oldest months and the oldest receipts of the same sum can go together without any answer changing; of
 * the receipt that reaches over the edge the rest stays.
 */
export function withoutSettled(entries: readonly LedgerRow[], today: Day): LedgerRow[] {
  const before = addDays(today, -DAYS_BACK);
  const taken = new Map<string, Cents>();
  for (const entry of entries) {
    if (entry.kind === "reversal" && entry.reversesId)
      taken.set(entry.reversesId, ((taken.get(entry.reversesId) ?? 0n) + entry.amount) as Cents);
  }
  const receipts = entries.filter((entry) => (entry.kind === "payment" || entry.kind === "credit") && entry.bookedOn < before);
  let pool = receipts.reduce((sum, entry) => sum + entry.amount - (taken.get(entry.id) ?? 0n), 0n);
  const gone = new Set<LedgerRow>();
  let covered = 0n;
  for (const entry of [...entries].sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1))) {
    if (entry.dueOn === null || entry.dueOn >= before || !isMonthlyRent(entry)) continue;
    if (entry.amount > pool) break;
    pool -= entry.amount;
    covered += entry.amount;
    gone.add(entry);
  }
  if (covered === 0n) return [...entries];
  let rest: LedgerRow | null = null;
  for (const receipt of receipts.sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1))) {
    const net = receipt.amount - (taken.get(receipt.id) ?? 0n);
    if (covered <= 0n && net > 0n) break;
    gone.add(receipt);
    covered -= net;
    if (covered < 0n) rest = { ...receipt, amount: -covered as Cents };
  }
  const kept = entries.filter((entry) => !gone.has(entry) && !(entry.kind === "reversal" && isGone(gone, entry.reversesId)));
  return rest ? [rest, ...kept] : kept;
}

const isGone = (gone: ReadonlySet<LedgerRow>, id: string | null): boolean => [...gone].some((entry) => entry.id === id);
