import type { Day } from "@/lib/kernel/day";
import type { Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { namesOf, type Payer, plainStreet, plainText } from "../domain/payer";
import { Register } from "../domain/register";
import { lastingWords } from "../domain/words";

interface Row {
  tenancy_id: number;
  number: string;
  kind: string;
  starts_on: Day;
  ends_on: Day | null;
  reference: string | null;
  street: string;
  house_number: string;
  suffix: string;
  postcode: string | null;
  ibans: string[] | null;
  rents: string[] | null;
  overdue: string | null;
  instalments: string[] | null;
  /** Json: pairs of prefix and last name. */
  names: string | null;
}

const NONE: readonly never[] = [];
const amountsOf = (texts: readonly string[] | null): readonly bigint[] => texts?.map(BigInt) ?? NONE;

/** Streets and names come back a thousand times: kept once. */
function interned(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const there = known.get(text);
    if (there === undefined) known.set(text, text);
    return there ?? text;
  };
}

function payerOf(row: Row, once: (text: string) => string): Payer {
  const [rentCents = null, ...earlierRents] = amountsOf(row.rents);
  const people = row.names === null ? [] : (JSON.parse(row.names) as [string | null, string][]);
  return {
    tenancyId: row.tenancy_id,
    number: row.number,
    kind: once(row.kind),
    startsOn: once(row.starts_on) as Day,
    endsOn: row.ends_on,
    reference: row.reference,
    ibans: row.ibans ?? NONE,
    rentCents,
    earlierRents: earlierRents.length > 0 ? earlierRents : NONE,
    openCents: row.overdue === null || row.overdue === "0" ? null : BigInt(row.overdue),
    instalments: amountsOf(row.instalments),
    names: [...new Set(people.flatMap(([prefix, lastName]) => namesOf(prefix, lastName)))].map(once),
    street: once(plainStreet(row.street)) || null,
    houseNumber: once(row.house_number.trim()),
    suffix: once(plainText(row.suffix).replaceAll(" ", "")),
    postcode: row.postcode === null ? null : once(row.postcode.replace(/\s/g, "").toLowerCase()),
  };
}

/** What staff decided before, as long as they did not take it back. */
async function decisions(sql: Sql) {
  const rows = await sql<{ iban: string; remittance: string | null; tenancyId: number }>(
    `SELECT iban, remittance, tenancy_id AS "tenancyId" FROM bank_line
     WHERE disposition = 'posted' AND because = 'staff' AND iban IS NOT NULL AND amount_cents > 0`,
    [],
  );
  return rows.map(({ iban, remittance, tenancyId }) => ({ iban, words: lastingWords(remittance), tenancyId }));
}

/** Accounts whose lines were posted on, or point to, tenancies of different people: whoever learned it, they pay for many. */
async function collective(sql: Sql): Promise<Set<string>> {
  return new Set((await sql<{ iban: string }>(sqlFile("bank/collective"), [])).map((row) => row.iban));
}

/** Everything receipts are recognised by, as known now. */
export async function loadRegister(sql: Sql): Promise<Register> {
  const once = interned();
  const payers = (await sql<Row>(sqlFile("bank/payers"), [])).map((row) => payerOf(row, once));
  const own = await sql<{ iban: string }>("SELECT iban FROM bank_account", []);
  return new Register(payers, new Set(own.map((row) => row.iban)), await decisions(sql), await collective(sql));
}
