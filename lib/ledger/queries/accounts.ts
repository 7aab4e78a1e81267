import { type Day, dayFromNumber } from "../../kernel/day";
import { cents } from "../../kernel/money";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { AccountFacts, Covering, Designation, Entry, Said } from "../domain/entry";

export interface AccountsAt {
  readonly day: Day;
  readonly knownAt: Date;
  readonly tenancyIds: readonly number[];
  /** From which day on every entry is wanted; null, or absent: the whole account. */
  readonly since?: (tenancyId: number) => Day | null;
}

type DesignationRow = [receiptId: string, said: Said, amount: string | null];
interface Row {
  readonly kind: "entries" | "designations" | "arrangements";
  readonly tenancyId: number;
  readonly opening: string | null;
  readonly before: Day | null;
  readonly rows: string | null;
}

export const NO_ACCOUNT: AccountFacts = { entries: [], designations: [], arrangements: [] };

/** The rent accounts of these tenancies as of a day and known at a moment, to lay out (`allocate`). */
export async function accounts(sql: Sql, { day, knownAt, tenancyIds, since }: AccountsAt): Promise<Map<number, AccountFacts>> {
  const found = new Map<number, AccountFacts>();
  const from = tenancyIds.map((id) => since?.(id) ?? "-infinity");
  for (const row of await sql<Row>(sqlFile("ledger/accounts"), [day, knownAt, tenancyIds, from]))
    found.set(row.tenancyId, { ...(found.get(row.tenancyId) ?? NO_ACCOUNT), ...partOf(row) });
  return found;
}

function partOf({ kind, opening, before, rows }: Row): Partial<AccountFacts> {
  if (kind === "designations") return { designations: designationsOf(rows ?? "[]") };
  if (kind === "arrangements") return { arrangements: JSON.parse(rows ?? "[]") as Covering[] };
  return {
    entries: rows === null ? [] : rows.split(BETWEEN_ENTRIES).map(entryOf),
    opening: before === null ? null : { on: before, free: cents(BigInt(opening ?? 0)) },
  };
}

const BETWEEN_ENTRIES = "\u001e";
const days = new Map<string, Day>();

/** Days come as numbers, and the same few again and again. */
function dayOfText(text: string): Day {
  let known = days.get(text);
  if (known === undefined) {
    if (days.size > 20_000) days.clear();
    known = dayFromNumber(Number(text));
    days.set(text, known);
  }
  return known;
}

/** Entries are many: they travel as one text, fields in this order; the source's own number is last, because it may hold anything. */
function entryOf(text: string): Entry {
  let from = 0;
  const field = (): string => {
    const end = text.indexOf("|", from);
    const found = text.slice(from, end);
    from = end + 1;
    return found;
  };
  const id = field();
  const kind = field() as Entry["kind"];
  const category = field();
  const amount = cents(Number(field()));
  const bookedOn = dayOfText(field());
  const dueOn = field();
  const reversesId = field();
  const source = field();
  const more = field();
  return {
    id,
    kind,
    category: (category || null) as Entry["category"],
    amount,
    bookedOn,
    dueOn: dueOn ? dayOfText(dueOn) : null,
    reversesId: reversesId || null,
    source,
    number: text.slice(from),
    ...(more === "" ? {} : kind === "reversal" ? { returnReason: more } : { overYear: Number(more) }),
  };
}

const designationsOf = (json: string): Designation[] =>
  (JSON.parse(json) as DesignationRow[]).map(([receiptId, said, amount]) => ({
    ...{ receiptId, said, amount: amount === null ? null : cents(BigInt(amount)) },
  }));
