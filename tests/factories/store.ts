import type pg from "pg";
import { reachOf } from "@/lib/bank/domain/read-designation";
import type { Day } from "@/lib/kernel/day";
import type { Designation, Entry } from "@/lib/ledger/domain/entry";

export interface StoredLedger {
  readonly entries: readonly (Entry & { readonly recordedAt?: Date })[];
  readonly designations?: readonly (Designation & { readonly recordedAt?: Date })[];
}
const LONG_AGO = new Date("2020-01-01T00:00:00Z");
let made = 0;

/** A tenancy in a dwelling of its own, with nothing in it. @returns its id */
export async function storeTenancy(
  client: pg.Pool | pg.ClientBase,
  given: {
    number?: string;
    kind?: string;
    startsOn?: string;
    endsOn?: string | null;
    buildingId?: number | null;
    recordedAt?: Date;
  } = {},
): Promise<number> {
  const number = given.number ?? `T${String(++made).padStart(6, "0")}`;
  const { rows } = await client.query<{ id: number }>(
    `WITH home AS (
       INSERT INTO dwelling (building_id, kind, street, house_number, city) VALUES ($1, $2, 'Proefstraat', '1', 'Rotterdam') RETURNING id
     )
     INSERT INTO tenancy (number, dwelling_id, starts_on, ends_on, recorded_at) SELECT $3, id, $4, $5, $6 FROM home RETURNING id`,
    [
      given.buildingId ?? null,
      given.kind ?? "home",
      number,
      given.startsOn ?? "2010-01-01",
      given.endsOn ?? null,
      given.recordedAt ?? LONG_AGO,
    ],
  );
  return (rows[0] as { id: number }).id;
}

/** Writes a rent account's entries and designations. @returns the database's id for each entry's own id */
export async function storeLedger(
  client: pg.Pool | pg.ClientBase,
  tenancyId: number,
  ledger: StoredLedger,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const reversals of [false, true]) {
    const entries = ledger.entries.filter((entry) => (entry.kind === "reversal") === reversals);
    const { rows } = await client.query<{ id: string; key: string }>(
      `INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, reverses_id, source, source_number, recorded_at)
       SELECT $1, kind, category, amount, booked_on, due_on, reverses_id, source, number, recorded_at
       FROM jsonb_to_recordset($2::jsonb) AS e(kind text, category text, amount bigint, booked_on date, due_on date, reverses_id bigint, source text, number text, recorded_at timestamptz)
       RETURNING id::text, source || '/' || source_number AS key`,
      [
        tenancyId,
        JSON.stringify(
          entries.map(({ kind, category, amount, bookedOn, dueOn, reversesId, source, number, recordedAt }) => ({
            ...{ kind, category, amount: String(amount), booked_on: bookedOn, due_on: dueOn, source, number },
            reverses_id: reversesId === null ? null : ids.get(reversesId),
            recorded_at: recordedAt ?? LONG_AGO,
          })),
        ),
      ],
    );
    const byKey = new Map(rows.map((row) => [row.key, row.id]));
    for (const entry of entries) ids.set(entry.id, byKey.get(`${entry.source}/${entry.number}`) as string);
  }
  for (const named of ledger.designations ?? []) {
    const on = ledger.entries.find((one) => one.id === named.receiptId)?.bookedOn ?? ("2020-01-01" as Day);
    await client.query(
      "INSERT INTO designation (tenancy_id, payment_id, amount_cents, because, said, reaches, recorded_at) VALUES ($1, $2, $3, 'erp', $4, $5, $6)",
      [
        ...[tenancyId, ids.get(named.receiptId), named.amount, JSON.stringify(named.said)],
        ...[reachOf(named.said, on), named.recordedAt ?? LONG_AGO],
      ],
    );
  }
  return ids;
}
