import { beforeAll, describe, expect, it } from "vitest";
import type { World } from "@/demo/domain/world";
import type { Day } from "@/lib/kernel/day";
import { pool } from "@/lib/platform/db";
import { FROM, playTwice, TO } from "../factories/demo-twice";

let world: World;

/** Once in memory, once through files and commands: from the same start, for two months. */
beforeAll(async () => {
  world = await playTwice();
}, 600_000);

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
    expect(expected.length).toBeGreaterThan(15);
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
        "SELECT tenancy_id t, round, ordinal, given_on::text, due_on::text, closed_on::text, closed_reason FROM caretaker_task WHERE case_id IS NOT NULL",
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
        // What the ladder asks for; a letter that announces a visit is made by the desk's own act, and waits to be printed.
        "SELECT tenancy_id t, ordinal, asked_on::text, sent_on::text, delivered_on::text, withdrawn_on::text FROM letter WHERE kind = 'written-reminder'",
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
      reassessOn: Day | null;
    }) => ({
      t: row.tenancyId,
      day: row.day,
      contact_step: row.contactStep,
      duty_step: row.dutyStep,
      overdue: String(row.overdueCents),
      reassess_on: row.reassessOn,
    });
    expect(
      await stored(
        `SELECT DISTINCT ON (tenancy_id, assessment.day) tenancy_id t, day::text, contact_step, duty_step, overdue_cents::text overdue, reassess_on::text FROM assessment WHERE day > '${FROM}' ORDER BY tenancy_id, assessment.day, id DESC`,
      ),
    ).toEqual(kept(expected.map(told)));
  });
});
