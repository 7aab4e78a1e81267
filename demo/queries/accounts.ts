import { addMonths, type Day, firstDay, monthOf } from "@/lib/kernel/day";
import { positions } from "@/lib/ledger/queries/positions";
import type { Sql } from "@/lib/platform/db";
import { sqlAt } from "@/lib/platform/sqlfile";
import { type Chance, chanceOf } from "../domain/chance";
import type { Account } from "../domain/coming";
import { Register } from "../domain/register";
import { layOut, type Seat } from "../domain/seats";
import { SHIPPED_END } from "../domain/timeline";

interface Row {
  readonly tenancyId: number;
  readonly number: string;
  readonly dwellingId: number;
  readonly reference: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly iban: string | null;
  readonly rent: number | null;
  readonly name: string | null;
  readonly lookedAfter: boolean;
  readonly promises: string;
  readonly instalments: string;
  readonly messagedOn: string;
}

/** The seats of the portfolio in this database, by dwelling: habits follow from the seed alone. */
export async function seatsOf(sql: Sql, seed: number): Promise<{ chance: Chance; seats: Seat[] }> {
  const [count] = await sql<{ n: number; end: Day }>(
    "SELECT count(*)::int AS n, (SELECT value ->> 'end' FROM setting WHERE key = 'demo') AS \"end\" FROM building",
    [],
  );
  const chance = chanceOf(seed);
  return { chance, seats: layOut(chance, new Register(), (count?.n ?? 0) > 2 ? "full" : "small", count?.end ?? SHIPPED_END) };
}

/** Who reacts to nothing in the story pays nothing after it either, so that the whole ladder can be walked with them. */
const NOTHING_COMES: Account["temper"]["months"] = Array.from({ length: 12 }, () => ({ kind: "short", share: 0 }));

/** Every running tenancy of the demo with what it owes and agreed, known at a moment. */
export async function accountsOf(sql: Sql, seats: readonly Seat[], day: Day, knownAt: Date): Promise<Account[]> {
  const rows = await sql<Row>(sqlAt("demo/sql/accounts.sql"), [day]);
  const next = firstDay(addMonths(monthOf(day), 1));
  const owed = new Map((await positions(sql, { asOf: day, knownAt, tenancyIds: null })).map((row) => [row.tenancyId, row]));
  return rows.flatMap((row) => {
    const seat = seats[row.dwellingId - 1];
    if (!seat || !row.reference || !row.iban) return [];
    const position = owed.get(row.tenancyId);
    const rent = row.rent ?? 0;
    const coming = position?.nextDueOn === undefined || position.nextDueOn === next ? Number(position?.notDueOpen ?? 0n) : 0;
    return [
      {
        tenancyId: row.tenancyId,
        number: row.number,
        place: seat.place,
        temper: seat.cast && seat.temper.silent ? { ...seat.temper, months: NOTHING_COMES } : seat.temper,
        reference: row.reference,
        iban: row.iban,
        name: row.name ?? "",
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        rent,
        overdue: Number(position?.overdue ?? 0n),
        otherComing: Math.max(0, coming - rent),
        lookedAfter: row.lookedAfter,
        promises: JSON.parse(row.promises) as Account["promises"],
        instalments: JSON.parse(row.instalments) as Account["instalments"],
        messagedOn: JSON.parse(row.messagedOn) as Day[],
      },
    ];
  });
}
