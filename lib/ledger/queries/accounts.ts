import { type Day, dayFromNumber } from "../../kernel/day";
import { type Cents, cents, ZERO } from "../../kernel/money";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Designation, Entry } from "../domain/entry";

export interface Account {
  readonly entries: readonly Entry[];
  readonly designations: readonly Designation[];
  /** What the entries that were left out come to: receipts less the rents they lie on; never above nought. */
  readonly opening: Cents;
}
export interface AccountsAt {
  readonly day: Day;
  readonly knownAt: Date;
  readonly tenancyIds: readonly number[];
  /** From which day on every entry is wanted; null, or absent: the whole account. */
  readonly since?: (tenancyId: number) => Day | null;
}

type DesignationRow = [paymentId: string, chargeId: string, amount: string];
interface Row {
  readonly kind: "entries" | "designations";
  readonly tenancyId: number;
  readonly opening: string;
  readonly rows: string;
}

const EMPTY: Account = { entries: [], designations: [], opening: ZERO };

/** The rent accounts of these tenancies as of a day and known at a moment, to lay out charge by charge (`allocate`). */
export async function accounts(sql: Sql, { day, knownAt, tenancyIds, since }: AccountsAt): Promise<Map<number, Account>> {
  const found = new Map<number, Account>();
  const from = tenancyIds.map((id) => since?.(id) ?? "-infinity");
  for (const { kind, tenancyId, opening, rows } of await sql<Row>(sqlFile("ledger/accounts"), [day, knownAt, tenancyIds, from])) {
    const account = found.get(tenancyId) ?? EMPTY;
    const part =
      kind === "entries"
        ? { entries: rows.split(BETWEEN_ENTRIES).map(entryOf), opening: cents(BigInt(opening)) }
        : { designations: designationsOf(rows) };
    found.set(tenancyId, { ...account, ...part });
  }
  return found;
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
  };
}

const designationsOf = (json: string): Designation[] =>
  (JSON.parse(json) as DesignationRow[]).map(([paymentId, chargeId, amount]) => ({
    ...{ paymentId, chargeId, amount: cents(BigInt(amount)) },
  }));
