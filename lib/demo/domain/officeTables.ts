import { isBankDay } from "../../kernel/calendar";
import { addDays, type Day } from "../../kernel/day";
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

/** Receipts nobody could place yet, each on a statement of its own day. */
export function suspenseTables({ suspense }: World): Table[] {
  return [
    {
      name: "bank_statement",
      rows: suspense.map(({ on, amount }, index) => [
        index + 1,
        1,
        `DEMO-${on}`,
        on,
        on,
        41_200_000,
        41_200_000 + amount,
        bookedMoment(on),
      ]),
      columns: columns("id", "account_id", "ident", "from_day", "to_day", "opening_cents", "closing_cents", "recorded_at"),
    },
    {
      name: "bank_line",
      rows: suspense.map(({ tenancyId, on, amount }, index) => [
        ...[
          index + 1,
          1,
          index + 1,
          `demo-suspense-${index + 1}`,
          amount,
          on,
          "huur moeder",
          "Fam. Kwakernaak",
          ibanOf(77_000 + index),
        ],
        ...["suspense", "several-for-iban", tenancyId, bookedMoment(on)],
      ]),
      columns: columns(
        ...["id", "account_id", "statement_id", "fingerprint", "amount_cents", "booked_on", "remittance", "counterparty", "iban"],
        ...["fate", "because", "suggested_tenancy", "recorded_at"],
      ),
    },
  ];
}
