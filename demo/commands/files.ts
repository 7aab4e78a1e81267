import type { Offered } from "@/lib/intake/commands/offered";
import { isBankDay } from "@/lib/kernel/calendar";
import { addDays, addMonths, type Day, firstDay, type Month, monthOf } from "@/lib/kernel/day";
import type { Sql } from "@/lib/platform/db";
import { sqlAt } from "@/lib/platform/sqlfile";
import { statementXml } from "../domain/camt";
import type { Chance } from "../domain/chance";
import { type Account, linesOf } from "../domain/coming";
import { CORPORATION_IBAN } from "../domain/office-tables";
import { chargedOn } from "../domain/timeline";

const bytes = (name: string, text: string): Offered => ({ name, bytes: new TextEncoder().encode(text) });
const amount = (value: number) => `${Math.floor(value / 100)},${String(value % 100).padStart(2, "0")}`;

/** The statement of the bank days from `from` up to and including `to`; null when the bank was closed. */
export async function bankFile(
  sql: Sql,
  chance: Chance,
  accounts: readonly Account[],
  from: Day,
  to: Day,
): Promise<Offered | null> {
  const days: Day[] = [];
  for (let at = from; at <= to; at = addDays(at, 1)) if (isBankDay(at)) days.push(at);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const lines = accounts
    .flatMap((account) => linesOf(chance, account, from, to))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const [before] = await sql<{ closing: string }>(
    "SELECT closing_cents::text AS closing FROM bank_statement ORDER BY to_day DESC, id DESC LIMIT 1",
    [],
  );
  return bytes(`bank-${last}.xml`, statementXml(CORPORATION_IBAN, first, last, Number(before?.closing ?? 41_200_000), lines));
}

interface RentRow {
  readonly number: string;
  readonly net: number;
  readonly service: number;
  readonly heating: number;
}

/** The rent run, when its day lies in these days; null when it does not. */
export async function rentFile(sql: Sql, from: Day, to: Day): Promise<Offered | null> {
  const month = [monthOf(from), addMonths(monthOf(to), 1)].find((each) => chargedOn(each) >= from && chargedOn(each) <= to);
  if (!month) return null;
  const rows = await sql<RentRow>(sqlAt("demo/sql/next-rent.sql"), [firstDay(month)]);
  const on = chargedOn(month);
  const lines = rows.flatMap((row) => chargesOf(row, month, on));
  const header = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving";
  return bytes(`huren-${month}.csv`, `${[header, ...lines].join("\n")}\n`);
}

const PARTS = [
  ["net", "huur", "Huur", 1],
  ["service", "servicekosten", "Servicekosten", 2],
  ["heating", "stookkosten", "Stookkosten", 3],
] as const;

function chargesOf(row: RentRow, month: Month, on: Day): string[] {
  return PARTS.flatMap(([part, category, word, nth]) =>
    row[part] > 0
      ? [
          `${row.number};${month.replace("-", "")}${nth}${row.number};${on};${firstDay(month)};vordering;${category};${amount(row[part])};;${word} ${month}`,
        ]
      : [],
  );
}
