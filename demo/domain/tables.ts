import { addDays, monthOf } from "@/lib/kernel/day";
import { chargedOn } from "./timeline";
import type { World } from "./world";

/** What a value in a column can be; the loader knows how to write each. */
export type Cell = string | number | bigint | boolean | Date | null | readonly string[];

/** A table of the portfolio: its columns, each with where its value is found, and its rows in the order of their ids. */
export interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, value: (row: never) => Cell])[];
  readonly rows: readonly unknown[];
}

type Row = Record<string, unknown>;
type Columns = readonly (string | readonly [column: string, value: (row: never) => Cell])[];

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns named as the property, in snake case; a pair where the two differ. */
export function table(name: string, rows: readonly unknown[], columns: Columns): Table {
  return {
    name,
    rows,
    columns: columns.map((column) =>
      typeof column === "string" ? ([snake(column), (row: Row) => row[column] as Cell] as const) : column,
    ) as Table["columns"],
  };
}

/** Homes and people, before any money. */
export function registerTables({ register }: World): Table[] {
  return [
    table("building", register.buildings, [
      "id",
      "code",
      "name",
      "street",
      "houseNumber",
      "postcode",
      ["city", () => "Rotterdam"],
    ]),
    table("dwelling", register.dwellings, [
      "id",
      "buildingId",
      "kind",
      "street",
      "houseNumber",
      "houseLetter",
      "addition",
      "postcode",
      "city",
    ]),
    table("tenancy", register.tenancies, [
      "id",
      "number",
      "dwellingId",
      "startsOn",
      "endsOn",
      "paymentMethod",
      "paymentReference",
      "recordedAt",
    ]),
    table("tenancy_rent", register.rents, [
      "id",
      "tenancyId",
      "fromDay",
      "netCents",
      "serviceCents",
      "heatingCents",
      "recordedAt",
    ]),
    table("tenancy_iban", register.ibans, ["id", "tenancyId", "iban", "recordedAt"]),
    table("person", register.people, [
      ...["id", "number", "initials", "prefix", "lastName", "salutation", "bornOn", "deceasedOn", "deceasedKnownAt", "awayUntil"],
      ...["smsOptOut", "prefers", "language", "safetyNote", "knowBefore", "recordedAt"],
    ]),
    table("tenancy_person", register.roles, ["id", "tenancyId", "personId", "role", "recordedAt"]),
    table("contact_point", register.points, ["id", "personId", "kind", "value", "quality", "recordedAt", "deadAt"]),
  ];
}

/** The ledger opens mid-life: what was open by then is booked as charges on its first day, so the balance of the day before is nil. */
export function balanceTable({ register, timeline }: World): Table {
  const first = chargedOn(monthOf(timeline.starts));
  const rows = register.tenancies.filter((one) => one.startsOn < first);
  return table(
    "erp_balance",
    rows.map(({ id, recordedAt }, at) => ({ id: at + 1, tenancyId: id, recordedAt })),
    [...["id", "tenancyId"], ["as_of", () => addDays(first, -1)], ["balance_cents", () => 0], "recordedAt"],
  );
}

/** What receipts were named for, as far as they are in the books. */
export const designationTable = (world: World): Table =>
  table(
    "designation",
    world.designations
      .filter(({ entry }) => entry.recordedAt <= world.moment)
      .map(({ entry: { id, tenancyId, recordedAt }, named: { said }, words }, at) => ({
        ...{ id: at + 1, tenancyId, paymentId: id, because: "collection", said: JSON.stringify(said), words, recordedAt },
        reaches: said.kind === "collection" ? said.month : "9999-12",
      })),
    ["id", "tenancyId", "paymentId", "because", "said", "reaches", "words", "recordedAt"],
  );

/** Only what is in the books by now: what happened today comes in tomorrow morning. */
export const ledgerTable = (world: World): Table => {
  const known = world.moment;
  return table(
    "ledger_entry",
    world.entries.filter((entry) => entry.recordedAt <= known),
    [
      "id",
      "tenancyId",
      "kind",
      "category",
      ["amount_cents", (row: { amount: bigint }) => row.amount],
      "bookedOn",
      "dueOn",
      "reversesId",
      "source",
      ["source_number", (row: { number: string }) => row.number],
      "description",
      "returnReason",
      "recordedAt",
    ],
  );
};
