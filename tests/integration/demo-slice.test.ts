import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { runArrears } from "@/lib/cases/commands/run";
import { copyRows } from "@/lib/demo/commands/copyRows";
import { fill } from "@/lib/demo/commands/fill";
import { statementXml } from "@/lib/demo/domain/camt";
import { CORPORATION_IBAN } from "@/lib/demo/domain/officeTables";
import { personalCourt, playPersonal } from "@/lib/demo/domain/personal";
import type { LedgerRow } from "@/lib/demo/domain/rows";
import { playOldWay, startWorld } from "@/lib/demo/domain/simulate";
import { registerTables } from "@/lib/demo/domain/tables";
import { timelineTo } from "@/lib/demo/domain/timeline";
import type { World } from "@/lib/demo/domain/world";
import { importFiles } from "@/lib/intake/commands/importFiles";
import { addDays, type Day, day } from "@/lib/kernel/day";
import { pool } from "@/lib/platform/db";
import { doAgain } from "../factories/demo-replay";
import { setClock } from "../factories/door";

// Nothing is sent here: what became of each message is told by the test itself.
process.env.SMS_GATEWAY_URL ??= "http://127.0.0.1:9";

const ENDS = day("2026-11-20");
const FROM = day("2026-01-31");
const TO = day("2026-03-31");

let world: World;
/** Up to which id the homes and people of each table are in the database. */
const brought = new Map<string, number>();

/** Once in memory, once through files and commands: from the same start, for two months. */
beforeAll(async () => {
  const timeline = timelineTo(ENDS);
  world = startWorld(11, timeline, "small");
  playOldWay(world, addDays(timeline.contactSince, -1), personalCourt(world), () => {});
  playPersonal(world, FROM, () => {});
  const client = await pool().connect();
  await client.query("BEGIN");
  await fill(client, world, 11, "");
  await client.query("COMMIT");
  client.release();
  for (const { name, rows } of registerTables(world)) brought.set(name, rows.length);
  world.acts = [];
  playPersonal(world, TO, () => {}, addDays(FROM, 1));
  for (let today = addDays(FROM, 1); today <= TO; today = addDays(today, 1)) await oneDay(today);
}, 600_000);

async function oneDay(today: Day): Promise<void> {
  await setClock(today);
  await people(today);
  const came = world.entries.filter((entry) => entry.bookedOn === addDays(today, -1));
  await importFiles(
    SYSTEM,
    [charges(came), statement(came, addDays(today, -1))].filter((file) => file !== null),
  );
  const ran = await runArrears({ day: today, trigger: "import" });
  expect(ran.ok).toBe(true);
  for (const part of ["morning", "afternoon"] as const) {
    if (part === "afternoon") await setClock(today, part);
    for (const act of world.acts ?? []) if (act.day === today && act.part === part) await doAgain(act);
  }
}

/** Who moved in, left or died by now, as the ERP's files would tell. */
async function people(today: Day): Promise<void> {
  const client = await pool().connect();
  for (const { name, columns, rows } of registerTables(world)) {
    const known = (row: { id: number; recordedAt?: Date }) =>
      row.recordedAt === undefined || row.recordedAt <= new Date(`${today}T06:00:00Z`);
    const fresh = (rows as { id: number; recordedAt?: Date }[]).filter((row) => row.id > (brought.get(name) ?? 0) && known(row));
    await copyRows(client, name, columns, fresh as never[]);
    for (const row of fresh) brought.set(name, Math.max(brought.get(name) ?? 0, row.id));
  }
  client.release();
  for (const { id, endsOn } of world.register.tenancies) {
    if (endsOn)
      await pool().query("UPDATE tenancy SET ends_on = $2 WHERE id = $1 AND ends_on IS NULL AND $2::date < $3", [
        id,
        endsOn,
        addDays(today, 62),
      ]);
  }
  for (const { id, deceasedOn, deceasedKnownAt } of world.register.people) {
    if (deceasedOn && deceasedKnownAt && deceasedKnownAt < new Date(`${today}T06:00:00Z`))
      await pool().query("UPDATE person SET deceased_on = $2, deceased_known_at = $3 WHERE id = $1", [
        id,
        deceasedOn,
        deceasedKnownAt,
      ]);
  }
}

const CATEGORIES: Record<string, string> = {
  rent: "huur",
  service: "servicekosten",
  heating: "stookkosten",
  settlement: "afrekening",
  costs: "kosten",
  other: "overig",
};
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const euros = (cents: bigint) => `${cents / 100n},${String(cents % 100n).padStart(2, "0")}`;
const contract = (id: number) => world.register.tenancies[id - 1];

function charges(entries: readonly LedgerRow[]) {
  const lines = entries
    .filter((entry) => entry.kind === "charge")
    .map(
      (entry) =>
        `${contract(entry.tenancyId)?.number};${entry.number};${entry.bookedOn};${entry.dueOn};vordering;${CATEGORIES[entry.category ?? ""]};${euros(entry.amount)};;${entry.description}`,
    );
  if (lines.length === 0) return null;
  const header = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving";
  return file("mutaties.csv", `${[header, ...lines].join("\n")}\n`);
}

function statement(entries: readonly LedgerRow[], on: Day) {
  const lines = entries
    .filter((entry) => entry.kind !== "charge")
    .map((entry) => ({
      on,
      amount: Number(entry.amount) * (entry.kind === "reversal" ? -1 : 1),
      reference: contract(entry.tenancyId)?.paymentReference ?? null,
      endToEnd: null,
      iban: world.register.ibans.find((row) => row.tenancyId === entry.tenancyId)?.iban ?? null,
      name: "Huurder",
      remittance: null,
      returnReason: entry.returnReason,
    }));
  return lines.length === 0 ? null : file(`bank-${on}.xml`, statementXml(CORPORATION_IBAN, on, on, 0, lines));
}

/** Rows since the start as comparable text, without ids and moments. */
const stored = async (text: string): Promise<string[]> =>
  (await pool().query<{ row: string }>({ text: `SELECT to_json(x)::text AS row FROM (${text}) x` })).rows
    .map(({ row }) => row)
    .sort();
const kept = (list: readonly object[]): string[] => list.map((row) => JSON.stringify(row)).sort();
const since = <Row>(list: readonly Row[], dayOf: (row: Row) => Day): Row[] =>
  list.filter((row) => dayOf(row) > FROM && dayOf(row) <= TO);

describe("two months of the demo, in memory and through the real commands", () => {
  it("book the same money", async () => {
    const expected = since(world.entries, (row) => row.bookedOn).filter((row) => row.bookedOn < TO);
    expect(expected.length).toBeGreaterThan(500);
    expect(
      await stored(
        `SELECT tenancy_id t, kind, category, amount_cents::text amount, booked_on::text booked, due_on::text due FROM ledger_entry WHERE booked_on > '${FROM}'`,
      ),
    ).toEqual(
      kept(
        expected.map((row) => ({
          t: row.tenancyId,
          kind: row.kind,
          category: row.category,
          amount: String(row.amount),
          booked: row.bookedOn,
          due: row.dueOn,
        })),
      ),
    );
  });

  it("open and close the same cases on the same days", async () => {
    const expected = world.papers.cases;
    expect(
      await stored(
        "SELECT tenancy_id t, opened_on::text opened, closed_on::text closed, closed_reason because FROM arrears_case",
      ),
    ).toEqual(
      kept(expected.map((row) => ({ t: row.tenancyId, opened: row.openedOn, closed: row.closedOn, because: row.closedReason }))),
    );
  });

  it("leave the same tries behind, with the same people and results", async () => {
    const expected = since(world.papers.attempts, (row) => row.day);
    expect(expected.length).toBeGreaterThan(30);
    expect(
      await stored(
        `SELECT tenancy_id t, person_id p, channel, direction, day::text, part, outcome, spoke_with "with", number FROM attempt WHERE day > '${FROM}'`,
      ),
    ).toEqual(
      kept(
        expected.map((row) => ({
          t: row.tenancyId,
          p: row.personId,
          channel: row.channel,
          direction: row.direction,
          day: row.day,
          part: row.part,
          outcome: row.outcome,
          with: row.spokeWith,
          number: row.number,
        })),
      ),
    );
  });

  it("make the same promises, arrangements and pauses", async () => {
    const { promises, arrangements, holds } = world.papers;
    expect(
      await stored(
        "SELECT tenancy_id t, made_on::text, promised_on::text, amount_cents::text amount, withdrawn_on::text FROM payment_promise",
      ),
    ).toEqual(
      kept(
        promises.map((row) => ({
          t: row.tenancyId,
          made_on: row.madeOn,
          promised_on: row.promisedOn,
          amount: String(row.amount),
          withdrawn_on: row.withdrawnOn,
        })),
      ),
    );
    expect(
      await stored(
        "SELECT tenancy_id t, agreed_on::text, starts_on::text, total_cents::text total, ended_on::text, end_reason FROM arrangement",
      ),
    ).toEqual(
      kept(
        arrangements.map((row) => ({
          t: row.tenancyId,
          agreed_on: row.agreedOn,
          starts_on: row.startsOn,
          total: String(row.total),
          ended_on: row.endedOn,
          end_reason: row.endReason,
        })),
      ),
    );
    expect(
      await stored(
        "SELECT tenancy_id t, reason, from_day::text, review_on::text, ended_on::text, (SELECT count(*)::int FROM hold_charge c WHERE c.hold_id = h.id) n FROM hold h",
      ),
    ).toEqual(
      kept(
        holds.map((row) => ({
          t: row.tenancyId,
          reason: row.reason,
          from_day: row.from,
          review_on: row.reviewOn,
          ended_on: row.endedOn,
          n: row.charges.length,
        })),
      ),
    );
  });

  it("ask and do the same work at doors, by letter and with the municipality", async () => {
    const { tasks, visits, letters, referrals, cards } = world.papers;
    expect(
      await stored(
        "SELECT tenancy_id t, round, ordinal, given_on::text, due_on::text, closed_on::text, closed_reason FROM caretaker_task",
      ),
    ).toEqual(
      kept(
        tasks.map((row) => ({
          t: row.tenancyId,
          round: row.round,
          ordinal: row.ordinal,
          given_on: row.givenOn,
          due_on: row.dueOn,
          closed_on: row.closedOn,
          closed_reason: row.closedReason,
        })),
      ),
    );
    expect(await stored("SELECT tenancy_id t, round, left_on::text, called_back_on::text FROM callback_card")).toEqual(
      kept(cards.map((row) => ({ t: row.tenancyId, round: row.round, left_on: row.leftOn, called_back_on: row.calledBackOn }))),
    );
    expect(
      await stored(
        "SELECT tenancy_id t, round, ordinal, purpose, asked_on::text, planned_for::text, done_on::text, outcome, withdrawn_on::text FROM visit",
      ),
    ).toEqual(
      kept(
        visits.map((row) => ({
          t: row.tenancyId,
          round: row.round,
          ordinal: row.ordinal,
          purpose: row.purpose,
          asked_on: row.askedOn,
          planned_for: row.plannedFor,
          done_on: row.doneOn,
          outcome: row.outcome,
          withdrawn_on: row.withdrawnOn,
        })),
      ),
    );
    expect(
      await stored(
        "SELECT tenancy_id t, ordinal, asked_on::text, sent_on::text, delivered_on::text, withdrawn_on::text FROM letter",
      ),
    ).toEqual(
      kept(
        letters.map((row) => ({
          t: row.tenancyId,
          ordinal: row.ordinal,
          asked_on: row.askedOn,
          sent_on: row.sentOn,
          delivered_on: row.deliveredOn,
          withdrawn_on: row.withdrawnOn,
        })),
      ),
    );
    expect(
      await stored(
        "SELECT tenancy_id t, ordinal, asked_on::text, reported_on::text, answered_on::text, result, warm_handover FROM referral",
      ),
    ).toEqual(
      kept(
        referrals.map((row) => ({
          t: row.tenancyId,
          ordinal: row.ordinal,
          asked_on: row.askedOn,
          reported_on: row.reportedOn,
          answered_on: row.answeredOn,
          result: row.result,
          warm_handover: row.warmHandover,
        })),
      ),
    );
  });

  it("end every day with the same answers of the rules", async () => {
    const last = new Map(since(world.papers.assessments, (row) => row.day).map((row) => [`${row.tenancyId} ${row.day}`, row]));
    const expected = [...last.values()];
    expect(expected.length).toBeGreaterThan(100);
    const told = (row: {
      contactStep: string;
      dutyStep: string;
      day: Day;
      tenancyId: number;
      overdueCents: bigint;
      lookAgainOn: Day | null;
    }) => ({
      t: row.tenancyId,
      day: row.day,
      contact_step: row.contactStep,
      duty_step: row.dutyStep,
      overdue: String(row.overdueCents),
      look_again_on: row.lookAgainOn,
    });
    expect(
      await stored(
        `SELECT DISTINCT ON (tenancy_id, assessment.day) tenancy_id t, day::text, contact_step, duty_step, overdue_cents::text overdue, look_again_on::text FROM assessment WHERE day > '${FROM}' ORDER BY tenancy_id, assessment.day, id DESC`,
      ),
    ).toEqual(kept(expected.map(told)));
  });
});
