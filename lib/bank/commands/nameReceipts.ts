import type { Day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { accounts } from "@/lib/ledger/queries/accounts";
import type { Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { type NamedAccount, type Naming, namingsOf, type ToldReceipt } from "../domain/naming";

/** Receipts whose text may name what they are for; of this transaction only. */
export const TOLD =
  "CREATE TEMP TABLE IF NOT EXISTS told_receipt (line_id int, tenancy_id int, entry_id bigint, amount bigint) ON COMMIT DROP";

/** Accounts looked at together: few enough to keep memory flat. */
const AT_ONCE = 400;

interface At {
  readonly today: Day;
  readonly moment: Date;
}

interface TextRow {
  readonly tenancyId: number;
  readonly entryId: string;
  readonly amount: string;
  readonly bookedOn: Day;
  readonly text: string;
}

interface NameableRow {
  readonly tenancyId: number;
  readonly own: string[];
  readonly descriptions: string;
  readonly arrangements: string;
}
type Agreed = { agreedOn: Day; endedOn: Day | null; instalments: { ordinal: number; amount: string }[] };

/**
 * Keeps what the receipts in `told_receipt` name, where that makes a difference: with the payer's words, to be taken back by a person.
 * Only accounts on which something is open are looked at. Answers how many receipts.
 */
export async function nameReceipts(sql: Sql, { today, moment }: At): Promise<number> {
  const concerned = (await sql<{ id: number }>(sqlFile("bank/told-where-it-matters"), [today])).map((row) => row.id);
  let named = 0;
  for (let from = 0; from < concerned.length; from += AT_ONCE) {
    const tenancyIds = concerned.slice(from, from + AT_ONCE);
    const receipts = await toldBy(sql, tenancyIds);
    const looked = await nameable(sql, { today, moment }, tenancyIds);
    const found = tenancyIds.flatMap((tenancyId) => {
      const account = looked.get(tenancyId);
      const namings = account ? namingsOf(account, receipts.get(tenancyId) ?? []) : new Map<string, Naming>();
      return [...namings].map(([paymentId, naming]) => ({ tenancyId, paymentId, naming }));
    });
    named += found.length;
    await keep(sql, found, moment);
  }
  return named;
}

async function toldBy(sql: Sql, tenancyIds: readonly number[]): Promise<Map<number, ToldReceipt[]>> {
  const all = new Map<number, ToldReceipt[]>();
  for (const { tenancyId, amount, ...row } of await sql<TextRow>(sqlFile("bank/told-texts"), [tenancyIds])) {
    const receipt = { ...row, amount: cents(BigInt(amount)) };
    const known = all.get(tenancyId);
    if (known) known.push(receipt);
    else all.set(tenancyId, [receipt]);
  }
  return all;
}

async function nameable(sql: Sql, { today, moment }: At, tenancyIds: readonly number[]): Promise<Map<number, NamedAccount>> {
  const ledgers = await accounts(sql, { day: today, knownAt: moment, tenancyIds });
  const rows = await sql<NameableRow>(sqlFile("bank/nameable"), [tenancyIds]);
  return new Map(
    rows.flatMap(({ tenancyId, own, descriptions, arrangements }) => {
      const ledger = ledgers.get(tenancyId);
      if (!ledger) return [];
      const agreed = (JSON.parse(arrangements) as Agreed[]).map((one) => ({
        ...one,
        instalments: one.instalments.map(({ ordinal, amount }) => ({ ordinal, amount: cents(BigInt(amount)) })),
      }));
      const account: NamedAccount = {
        ...{ entries: ledger.entries, designations: ledger.designations, own, arrangements: agreed },
        descriptions: new Map(JSON.parse(descriptions) as [string, string][]),
      };
      return [[tenancyId, account] as const];
    }),
  );
}

interface Found {
  readonly tenancyId: number;
  readonly paymentId: string;
  readonly naming: Naming;
}

async function keep(sql: Sql, found: readonly Found[], moment: Date): Promise<void> {
  const rows = found.flatMap(({ tenancyId, paymentId, naming }) =>
    naming.parts.map((part) => ({ tenancyId, paymentId, ...part, because: naming.because, words: naming.words })),
  );
  if (rows.length === 0) return;
  await sql(
    `INSERT INTO designation (tenancy_id, payment_id, charge_id, amount_cents, because, words, recorded_at)
     SELECT n.*, $7::timestamptz(3) FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[]) n`,
    [
      rows.map((row) => row.tenancyId),
      rows.map((row) => row.paymentId),
      rows.map((row) => row.chargeId),
      rows.map((row) => String(row.amount)),
      rows.map((row) => row.because),
      rows.map((row) => row.words.slice(0, 200)),
      moment.toISOString(),
    ],
  );
}
