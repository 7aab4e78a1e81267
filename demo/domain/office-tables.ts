import { isBankDay } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import { bookedMoment } from "./moments";
import { ibanOf } from "./numbers";
import { CORPORATION, DEMO_STAFF, staffByEmail } from "./staff";
import type { Table } from "./tables";
import type { World } from "./world";

/** Account of the corporation itself. */
export const CORPORATION_IBAN = ibanOf(40_000);

const columns = (...names: string[]): Table["columns"] =>
  names.map((name, index) => [name, (row: never) => (row as never[])[index] as never] as const);

/** Colleagues, the bank account, and up to which day it was read. */
export function officeTables({ timeline }: World, passwordHash: string): Table[] {
  const started = bookedMoment(addDays(timeline.starts, -60));
  const bankDays: Day[] = [];
  for (let at = timeline.starts; at < timeline.ends; at = addDays(at, 1)) if (isBankDay(at)) bankDays.push(at);
  return [
    {
      name: "staff",
      rows: DEMO_STAFF.map((each) => [
        each.id,
        each.email,
        each.name,
        each.firstName,
        each.role,
        each.phone,
        passwordHash,
        true,
        true,
        "nl",
        started,
      ]),
      columns: columns(
        "id",
        "email",
        "name",
        "first_name",
        "role",
        "phone",
        "password_hash",
        "active",
        "demo",
        "language",
        "created_at",
      ),
    },
    { name: "bank_account", rows: [[1, CORPORATION_IBAN, CORPORATION.name]], columns: columns("id", "iban", "name") },
    {
      name: "receipts_complete",
      rows: bankDays.map((at, index) => [index + 1, 1, at, bookedMoment(at)]),
      columns: columns("id", "account_id", "through_day", "recorded_at"),
    },
  ];
}

/** Who looks after which building; one has been without a caretaker since October. */
export function caretakerTable({ timeline, register }: World): Table {
  const rows = register.buildings.map((building, index) => {
    const left = building.caretaker === null;
    const staff = staffByEmail(building.caretaker ?? "ton@demo.aanbel.nl");
    const until = left ? addDays(timeline.caretakerLeftOn, -1) : null;
    return [index + 1, building.id, staff?.email ?? "", staff?.id ?? null, addDays(timeline.starts, -400), until];
  });
  return {
    name: "building_caretaker",
    rows,
    columns: columns("id", "building_id", "email", "staff_id", "from_day", "until_day"),
  };
}

/** Payers whose money came the same day and is nobody's that can be told: name, words, cents. */
const UNKNOWN_PAYERS = [
  ["Gemeente Werk en Inkomen", "bijz. bijstand dossier 2026-1188", 48_215],
  ["J. de Vries", "huur november", 64_820],
  ["Bewindkantoor Het Anker", "periodiek client 88", 57_500],
  ["A. Sewgobind", "nabetaling, de rest volgt", 10_000],
] as const;

/** What stood on the account before that day. */
const OPENING_CENTS = 41_200_000;

/** Receipts nobody could place yet, on the statement of their day. */
export function suspenseTables({ suspense }: World): Table[] {
  const [first] = suspense;
  const known = suspense.map((line, index) => ({
    ...line,
    statement: index + 1,
    text: ["huur moeder", "Fam. Kwakernaak", ibanOf(77_000 + index)],
    because: "weak",
  }));
  const unknown = first
    ? UNKNOWN_PAYERS.map(([name, words, amount], index) => ({
        ...{ tenancyId: null, on: first.on, known: first.known, amount, statement: 1 },
        ...{ text: [words, name, ibanOf(77_100 + index)], because: "unknown-payer" },
      }))
    : [];
  const lines = [...known, ...unknown];
  const sumOf = (statement: number) => lines.reduce((sum, line) => sum + (line.statement === statement ? line.amount : 0), 0);
  return [
    {
      name: "bank_statement",
      rows: suspense.map(({ on, known }, index) => [
        ...[index + 1, 1, `DEMO-${on}`, on, on, OPENING_CENTS, OPENING_CENTS + sumOf(index + 1)],
        bookedMoment(known),
      ]),
      columns: columns("id", "account_id", "ident", "from_day", "to_day", "opening_cents", "closing_cents", "recorded_at"),
    },
    {
      name: "bank_line",
      rows: lines.map(({ tenancyId, on, known, amount, statement, text, because }, index) => [
        ...[index + 1, 1, statement, `demo-suspense-${index + 1}`, amount, on, ...text],
        ...["suspense", because, tenancyId, bookedMoment(known)],
      ]),
      columns: columns(
        ...["id", "account_id", "statement_id", "fingerprint", "amount_cents", "booked_on", "remittance", "counterparty", "iban"],
        ...["disposition", "because", "suggested_tenancy", "recorded_at"],
      ),
    },
  ];
}
