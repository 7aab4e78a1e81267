import type { Day } from "@/lib/kernel/day";
import type { Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { type Payer, Register } from "../domain/match";

interface Row {
  tenancy_id: number;
  number: string;
  kind: string;
  starts_on: Day;
  ends_on: Day | null;
  reference: string | null;
  ibans: string[];
  rent: string | null;
}

const payerOf = (row: Row): Payer => ({
  tenancyId: row.tenancy_id,
  number: row.number,
  kind: row.kind,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  reference: row.reference,
  ibans: row.ibans,
  rentCents: row.rent === null ? null : BigInt(row.rent),
});

/** Everything receipts are recognised by, as known now. */
export async function loadRegister(sql: Sql): Promise<Register> {
  const payers = (await sql<Row>(sqlFile("bank/payers"), [])).map(payerOf);
  const own = await sql<{ iban: string }>("SELECT iban FROM bank_account", []);
  return new Register(payers, new Set(own.map((row) => row.iban)));
}
