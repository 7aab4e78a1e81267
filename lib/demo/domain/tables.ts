import { instalmentRows } from "./papers";
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
function table(name: string, rows: readonly unknown[], columns: Columns): Table {
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

/** Cases and everything people did about them. */
export function paperTables({ papers }: World): Table[] {
  const work = ["tenancyId", "caseId", "staffId", "recordedAt"];
  return [
    table("arrears_case", papers.cases, [
      "id",
      "tenancyId",
      "openedOn",
      "closedOn",
      "closedReason",
      "reopenedAt",
      "recordedAt",
      "closedAt",
    ]),
    table("case_reopening", papers.reopenings, ["id", "caseId", "closedOn", "reopenedOn", "recordedAt"]),
    table("outbox_message", papers.messages, [
      "id",
      "tenancyId",
      "caseId",
      "personId",
      "channel",
      "recipient",
      "body",
      "status",
      "reference",
      "providerId",
      "staffId",
      "createdAt",
      "claimedAt",
      "statusAt",
    ]),
    table("attempt", papers.attempts, [
      "id",
      ...work,
      "personId",
      "channel",
      "direction",
      "day",
      "part",
      "at",
      "outcome",
      "spokeWith",
      "number",
      "note",
      "messageId",
    ]),
    table("statement", papers.statements, [
      "id",
      ...work,
      "attemptId",
      "kind",
      "saidOn",
      ["until_day", (row: { until: string | null }) => row.until],
      "detail",
      "resolvedOn",
      "resolution",
      "resolvedAt",
    ]),
    table("payment_promise", papers.promises, [
      "id",
      ...work,
      "attemptId",
      "madeOn",
      "promisedOn",
      ["amount_cents", (row: { amount: bigint }) => row.amount],
      "incomeDay",
      "withdrawnOn",
      "withdrawnAt",
    ]),
    table("arrangement", papers.arrangements, [
      "id",
      ...work,
      "agreedOn",
      "startsOn",
      ["total_cents", (row: { total: bigint }) => row.total],
      "endedOn",
      "endReason",
      "endedAt",
    ]),
    table("instalment", instalmentRows(papers.arrangements), ["id", "arrangementId", "ordinal", "dueOn", "amountCents"]),
    table("hold", papers.holds, [
      "id",
      "tenancyId",
      "staffId",
      "recordedAt",
      "reason",
      "note",
      ["from_day", (row: { from: string }) => row.from],
      "reviewOn",
      "endedOn",
      "endedAt",
    ]),
    table(
      "hold_charge",
      papers.holds.flatMap((hold) => hold.charges.map((entryId) => ({ holdId: hold.id, entryId }))),
      ["holdId", "entryId"],
    ),
    table("caretaker_task", papers.tasks, [
      "id",
      "tenancyId",
      "caseId",
      "recordedAt",
      "round",
      "ordinal",
      "buildingId",
      "givenOn",
      "dueOn",
      "closedOn",
      "closedAt",
      "closedReason",
    ]),
    table("ring", papers.rings, ["id", "taskId", "day", "at", "result", "staffId", "recordedAt"]),
    table("callback_card", papers.cards, [
      "id",
      "taskId",
      "tenancyId",
      "caseId",
      "round",
      "code",
      "leftOn",
      "calledBackOn",
      "recordedAt",
    ]),
    table("visit", papers.visits, [
      ...["id", ...work, "round", "ordinal", "purpose", "askedOn", "visitBefore", "plannedFor", "part", "announcedBy", "byTwo"],
      ...["doneOn", "doneAt", "outcome", "seen", "agreed", "note", "withdrawnOn", "withdrawnAt", "withdrawnFor", "plannedAt"],
    ]),
    table("letter", papers.letters, [
      "id",
      ...work,
      "kind",
      "ordinal",
      "askedOn",
      "sentOn",
      "deliveredOn",
      "withdrawnOn",
      "sentAt",
    ]),
    table("referral", papers.referrals, [
      "id",
      ...work,
      "ordinal",
      "askedOn",
      "reportedOn",
      "reportedAt",
      "amountCents",
      "warmHandover",
      "receipt",
      "answeredOn",
      "answeredAt",
      "result",
      "withdrawnOn",
    ]),
    table("sharing_objection", papers.objections, ["id", "tenancyId", "staffId", "recordedAt", "objectedOn"]),
    table("legal_step", papers.legal, ["id", ...work, "kind", "day", "endedOn", "detail"]),
    table("eviction", papers.evictions, ["id", ...work, "carriedOutOn", "reason", "household"]),
    table("case_note", papers.notes, ["id", "tenancyId", "caseId", "staffId", "text", "at"]),
    table("data_problem", papers.problems, ["id", "tenancyId", "kind", "since", "endedOn", "recordedAt"]),
    table("run", papers.runs, [
      "id",
      "day",
      "knownAt",
      ["trigger", () => "schedule"],
      ["status", () => "done"],
      "assessed",
      "stored",
      "opened",
      "closed",
      ["started_at", (row: { knownAt: Date }) => row.knownAt],
      ["finished_at", (row: { knownAt: Date }) => row.knownAt],
      ["done_through", () => 2_147_483_647],
    ]),
    table("assessment", papers.assessments, [
      "id",
      "tenancyId",
      "caseId",
      "runId",
      "day",
      "knownAt",
      "flagged",
      "contactStep",
      "dutyStep",
      "answer",
      "overdueCents",
      "monthsBehind",
      "monthsInArrears",
      "lookAgainOn",
      "recordedAt",
    ]),
    table("audit_event", papers.audit, ["id", "at", "staffId", "action", "tenancyId", "detail"]),
  ];
}
