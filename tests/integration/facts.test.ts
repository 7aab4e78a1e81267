import { beforeAll, describe, expect, it } from "vitest";
import { loadFacts } from "@/lib/cases/queries/facts";
import { day, firstDay, parseMonth } from "@/lib/kernel/day";
import { pool, prisma, sqlOf } from "@/lib/platform/db";
import type { Facts } from "@/lib/rules/facts";
import { storeTenancy } from "../factories/store";
import { storeStreet } from "../factories/street";

/** Everything was learned in the afternoon of 12 March; what ended, ended on the 16th and was written down on the 17th. */
const LEARNED = "2026-03-12T14:00:00Z";
const ENDED = "2026-03-17T09:00:00Z";
const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
let home: number;
let garage: number;

async function factsAt(on: string, knownAt: string, tenancyId = home): Promise<Facts> {
  const scope = { day: day(on), part: "morning" as const, knownAt: new Date(knownAt), tenancyIds: [tenancyId] };
  return (await loadFacts(sqlOf(prisma()), scope))[0] as Facts;
}

beforeAll(async () => {
  const street = await storeStreet(pool(), { doors: 2, from: month("2026-01"), through: month("2026-03") });
  const [, silent] = street.tenancies;
  if (!silent) throw new Error("no second door");
  home = silent.id;
  garage = await storeTenancy(pool(), { kind: "parking" });
  await pool().query(
    "INSERT INTO tenancy_person (tenancy_id, person_id, role, recorded_at) VALUES ($1, $2, 'tenant', '2020-01-01')",
    [garage, silent.personId],
  );
  const { rows } = await pool().query<{ id: number }>(
    "INSERT INTO arrears_case (tenancy_id, opened_on, closed_on, closed_reason, closed_at, recorded_at) VALUES ($1, '2026-03-11', '2026-03-16', 'departed', $3, $2) RETURNING id",
    [home, LEARNED, ENDED],
  );
  for (const statement of FACTS)
    await pool().query(statement, [home, rows[0]?.id, LEARNED, ENDED, silent.personId].slice(0, highest(statement)));
});

const highest = (statement: string) => Math.max(...[...statement.matchAll(/\$(\d)/g)].map((found) => Number(found[1])));
/** $1 tenancy · $2 case · $3 learned · $4 ended · $5 person */
const FACTS = [
  `WITH h AS (INSERT INTO hold (tenancy_id, reason, from_day, review_on, ended_on, ended_at, recorded_at) VALUES ($1, 'dispute', '2026-03-12', '2026-04-09', '2026-03-16', $4, $3) RETURNING id)
   INSERT INTO hold_charge (hold_id, entry_id) SELECT h.id, (SELECT min(id) FROM ledger_entry WHERE tenancy_id = $1 AND $2::int IS NOT NULL) FROM h`,
  `INSERT INTO payment_promise (tenancy_id, case_id, made_on, promised_on, amount_cents, withdrawn_on, withdrawn_at, recorded_at) VALUES ($1, $2, '2026-03-12', '2026-03-20', 60000, '2026-03-16', $4, $3)`,
  `WITH a AS (INSERT INTO arrangement (tenancy_id, case_id, agreed_on, starts_on, total_cents, ended_on, ended_at, recorded_at) VALUES ($1, $2, '2026-03-12', '2026-04-01', 120000, '2026-03-16', $4, $3) RETURNING id)
   INSERT INTO instalment (arrangement_id, ordinal, due_on, amount_cents) SELECT id, n, '2026-04-01'::date + n * 30, 60000 FROM a, generate_series(1, 2) n`,
  `INSERT INTO disclosure (tenancy_id, case_id, kind, said_on, resolved_on, resolution, resolved_at, recorded_at) VALUES ($1, $2, 'already-paid', '2026-03-12', '2026-03-16', 'not-found', $4, $3)`,
  `INSERT INTO attempt (tenancy_id, case_id, person_id, channel, day, part, at, outcome, recorded_at) SELECT t.id, NULL, $5, 'call', '2026-03-12', 'afternoon', $3, 'voicemail', $3
   FROM tenancy t WHERE t.id = (SELECT max(id) FROM tenancy) AND $1::int IS NOT NULL AND $2::int IS NOT NULL AND $4::text IS NOT NULL`,
  `WITH t AS (INSERT INTO caretaker_task (tenancy_id, case_id, building_id, given_on, due_on, closed_on, closed_at, closed_reason, recorded_at) SELECT $1, $2, min(id), '2026-03-12', '2026-03-20', '2026-03-16', $4, 'card-left', $3 FROM building RETURNING id),
   r AS (INSERT INTO ring (task_id, day, at, result, recorded_at) SELECT id, '2026-03-16', $4, 'not-home', $4 FROM t)
   INSERT INTO callback_card (task_id, tenancy_id, code, left_on) SELECT id, $1, 'tulp 384', '2026-03-16' FROM t`,
  `INSERT INTO visit (tenancy_id, case_id, round, ordinal, purpose, asked_on, planned_for, planned_at, done_on, done_at, outcome, recorded_at) VALUES ($1, $2, 1, 1, 'unreached', '2026-03-12', '2026-03-16', $3, '2026-03-16', $4, 'nobody', $3)`,
  `INSERT INTO letter (tenancy_id, case_id, kind, asked_on, sent_on, sent_at, delivered_on, recorded_at) VALUES ($1, $2, 'written-reminder', '2026-03-12', '2026-03-16', $4, '2026-03-18', $3)`,
  `INSERT INTO referral (tenancy_id, case_id, asked_on, reported_on, reported_at, recorded_at) VALUES ($1, $2, '2026-03-12', '2026-03-16', $4, $3)`,
  `INSERT INTO sharing_objection (tenancy_id, objected_on, recorded_at) SELECT $1, '2026-03-12', $3 WHERE $2::int IS NOT NULL`,
  `INSERT INTO legal_step (tenancy_id, case_id, kind, day, recorded_at) VALUES ($1, $2, 'proposal', '2026-03-12', $3), ($1, $2, 'decision', '2026-03-16', $3)`,
  `INSERT INTO data_problem (tenancy_id, kind, since, recorded_at) SELECT $1, 'contradictory', '2026-03-12', $3 WHERE $2::int IS NOT NULL`,
  `WITH a AS (INSERT INTO bank_account (iban, name) VALUES ('NL00TEST0000000001', 'Proef') RETURNING id),
   s AS (INSERT INTO bank_statement (account_id, ident, from_day, to_day, opening_cents, closing_cents) SELECT id, 'S1', '2026-03-11', '2026-03-11', 0, 0 FROM a RETURNING id, account_id)
   INSERT INTO bank_line (account_id, statement_id, fingerprint, amount_cents, booked_on, disposition, suggested_tenancy, recorded_at) SELECT account_id, id, 'f', 60000, '2026-03-11', 'suspense', $1, $3 FROM s WHERE $2::int IS NOT NULL`,
  `INSERT INTO receipts_complete (through_day, recorded_at) SELECT '2026-03-11', $3 WHERE $1::int IS NOT NULL AND $2::int IS NOT NULL`,
];

describe("the facts that the rules are shown", () => {
  it("hold everything that happened by the day and was known, and nothing that ended later", async () => {
    const facts = await factsAt("2026-03-16", "2026-03-16T05:00:00Z");
    expect(facts.cases).toMatchObject([{ openedOn: "2026-03-11", closedOn: null }]);
    expect(facts.holds).toMatchObject([{ from: "2026-03-12", endedOn: null, charges: [expect.stringMatching(/^\d+$/)] }]);
    expect(facts.promises).toMatchObject([{ amount: 60_000n, withdrawnOn: null }]);
    expect(facts.arrangements).toMatchObject([{ endedOn: null, instalments: [{ dueOn: "2026-05-01", amount: 60_000n }, {}] }]);
    expect(facts.disclosures).toMatchObject([{ kind: "already-paid", resolvedOn: null, resolution: null }]);
    expect(facts.caretakerTasks).toMatchObject([{ closedOn: null, rings: [], withdrawn: false }]);
    expect(facts.visits).toMatchObject([{ plannedFor: "2026-03-16", doneOn: null, outcome: null }]);
    expect(facts.letters).toMatchObject([{ sentOn: null, deliveredOn: null }]);
    expect(facts.referrals).toMatchObject([{ reportedOn: null }]);
    expect(facts.legalProposals).toEqual([{ proposedOn: "2026-03-12", decidedOn: "2026-03-16" }]);
    expect(facts.dataProblems).toEqual({ contradictory: true, balanceDiffers: null, since: "2026-03-12" });
    expect(facts.maybePaid).toEqual([{ bookedOn: "2026-03-11", amount: 60_000n }]);
    expect(facts.bank).toEqual({ completeThrough: "2026-03-11", expectedThrough: "2026-03-13" });
    expect(facts.objectedToSharingOn).toBe("2026-03-12");
  });

  it("show the ends once they are known", async () => {
    const facts = await factsAt("2026-03-17", "2026-03-17T12:00:00Z");
    expect(facts.cases).toMatchObject([{ closedOn: "2026-03-16" }]);
    expect(facts.holds).toMatchObject([{ endedOn: "2026-03-16" }]);
    expect(facts.promises).toMatchObject([{ withdrawnOn: "2026-03-16" }]);
    expect(facts.arrangements).toMatchObject([{ endedOn: "2026-03-16" }]);
    expect(facts.disclosures).toMatchObject([{ resolvedOn: "2026-03-16", resolution: "not-found" }]);
    expect(facts.caretakerTasks).toMatchObject([
      { closedOn: "2026-03-16", cardLeftOn: "2026-03-16", rings: [{ result: "not-home" }] },
    ]);
    expect(facts.visits).toMatchObject([{ doneOn: "2026-03-16", outcome: "nobody" }]);
    expect(facts.letters).toMatchObject([{ sentOn: "2026-03-16", deliveredOn: "2026-03-18" }]);
    expect(facts.referrals).toMatchObject([{ reportedOn: "2026-03-16" }]);
  });

  it("know nothing of it before it was written down", async () => {
    const facts = await factsAt("2026-03-12", "2026-03-12T05:00:00Z");
    const { cases, holds, promises, arrangements, disclosures, attempts, caretakerTasks, visits, letters, referrals, maybePaid } =
      facts;
    const all = [
      cases,
      holds,
      promises,
      arrangements,
      disclosures,
      attempts,
      caretakerTasks,
      visits,
      letters,
      referrals,
      maybePaid,
    ];
    expect(all.flat()).toEqual([]);
    expect([facts.objectedToSharingOn, facts.bank.completeThrough]).toEqual([null, null]);
  });

  it("count a call about the garage for the home of the same tenant, and say how the home stands", async () => {
    const facts = await factsAt("2026-03-13", "2026-03-13T05:00:00Z");
    expect(facts.attempts).toMatchObject([{ tenancyId: garage, channel: "call", outcome: "voicemail" }]);
    const forGarage = await factsAt("2026-03-13", "2026-03-13T05:00:00Z", garage);
    expect(forGarage.siblings).toEqual([{ tenancyId: home, kind: "home", worked: false }]);
  });

  it("see the rent account of the last months", async () => {
    const facts = await factsAt("2026-03-13", "2026-03-13T05:00:00Z");
    expect(facts.position).toMatchObject({ overdue: 180_000n, monthsBehind: 3, monthsInArrears: 300, nextDueOn: null });
    expect(facts.rentMonths.map((one) => one.month)).toEqual(["2026-01", "2026-02", "2026-03"]);
    expect(facts.overdue[0]?.dueOn).toBe(firstDay(month("2026-01")));
    expect(facts.tenancy.monthlyRent).toBe(60_000n);
  });
});
