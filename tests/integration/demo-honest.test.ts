import { beforeAll, describe, expect, it } from "vitest";
import { caseView } from "@/lib/cases/queries/case-view";
import { day, monthOf } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { setClock } from "../factories/door";
import { storeSmallDemo } from "../factories/small-demo";

const ENDS = day("2026-11-20");

beforeAll(async () => {
  await storeSmallDemo(ENDS);
  await setClock(ENDS);
}, 240_000);

/**
 * Entries as bare money: signed, with the first of the month that a collection is for. Nothing here asks the program what is open.
 * The month stands in the text of a collection: `Incasso november 2026`.
 */
const MONEY = `
  money AS (
    SELECT l.tenancy_id, l.kind, l.category, l.booked_on, l.due_on, l.reverses_id, CASE l.kind WHEN 'payment' THEN l.amount_cents WHEN 'credit' THEN l.amount_cents ELSE -l.amount_cents END AS cents,
      make_date(substring(w.words from '[0-9]{4}$')::int, array_position('{januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december}'::text[],
        split_part(w.words, ' ', 2)), 1) AS meant_for
    FROM ledger_entry l CROSS JOIN LATERAL (
      SELECT substring(coalesce((SELECT p.description FROM ledger_entry p WHERE p.id = l.reverses_id), l.description) from '^Incasso [a-z]+ [0-9]{4}$') AS words) w)`;
/** What of all that fell due by a day was not paid by then; money for a later month pays nothing. */
const owed = (tenancy: string, on: string, category = "true") => `
  (SELECT coalesce(-sum(m.cents), 0) FROM money m WHERE m.tenancy_id = ${tenancy} AND m.booked_on <= ${on}
    AND CASE WHEN m.kind = 'charge' THEN m.due_on <= ${on} AND ${category} ELSE m.meant_for IS NULL OR m.meant_for <= ${on} END)`;

const rows = async <Row extends object>(text: string): Promise<Row[]> => (await pool().query<Row>(text)).rows;
const RENT = "m.category IN ('rent', 'service', 'heating')";

interface Answer {
  readonly contact: { readonly reasons: readonly { readonly code: string; readonly values: { readonly month?: string } }[] };
}

describe("on the demo, counted from the bare entries", () => {
  it("nobody is called, visited, written to or reported for something that was once wholly paid and not taken back", async () => {
    const wrong = await rows(`WITH ${MONEY}, said AS (
        SELECT a.tenancy_id, a.day, r.one ->> 'code' AS code, (r.one #>> '{values,dueOn}')::date AS due_on
        FROM assessment a CROSS JOIN LATERAL jsonb_array_elements((a.answer #> '{contact,reasons}') || (a.answer #> '{duty,reasons}')) r (one)
        WHERE a.flagged AND r.one #>> '{values,dueOn}' IS NOT NULL)
      SELECT s.* FROM said s JOIN LATERAL (
        SELECT max(d.due_on) AS on FROM money d WHERE d.tenancy_id = s.tenancy_id AND d.kind = 'charge' AND d.due_on BETWEEN s.due_on AND s.day
          AND ${owed("s.tenancy_id", "d.due_on")} <= 0
          AND NOT EXISTS (SELECT FROM money e WHERE e.tenancy_id = s.tenancy_id AND e.due_on <= d.due_on AND e.booked_on > d.due_on)
          AND NOT EXISTS (SELECT FROM ledger_entry r JOIN ledger_entry p ON p.id = r.reverses_id WHERE r.tenancy_id = s.tenancy_id
            AND r.booked_on > d.due_on AND p.booked_on <= d.due_on)
      ) clear ON clear.on >= s.due_on`);
    expect(wrong).toEqual([]);
    const [said] = await rows<{ n: number }>("SELECT count(*)::int AS n FROM assessment WHERE flagged");
    expect(said?.n).toBeGreaterThan(200);
  });

  it("nobody is flagged inside the grace", async () => {
    const wrong = await rows(`WITH ${MONEY}
      SELECT c.tenancy_id, c.opened_on FROM arrears_case c JOIN tenancy t ON t.id = c.tenancy_id
      WHERE ${owed("c.tenancy_id", "c.opened_on - 7")} + (
        SELECT coalesce(-sum(m.cents), 0) FROM money m WHERE m.tenancy_id = c.tenancy_id AND m.kind <> 'charge'
          AND m.booked_on > c.opened_on - 7 AND m.booked_on <= c.opened_on AND m.cents > 0 AND (m.meant_for IS NULL OR m.meant_for <= c.opened_on - 7)) <= 500`);
    expect(wrong).toEqual([]);
  });

  it("nobody is reported before thirty days of rent debt, nor for less than half a month", async () => {
    const reported = await rows<{ since: string; now: string; rent: string }>(`WITH ${MONEY}
      SELECT ${owed("r.tenancy_id", "r.reported_on - 30", RENT)}::text AS since, ${owed("r.tenancy_id", "r.reported_on", RENT)}::text AS now,
        (SELECT (v.net_cents + v.service_cents + v.heating_cents)::text FROM tenancy_rent v WHERE v.tenancy_id = r.tenancy_id AND v.from_day <= r.reported_on
          ORDER BY v.from_day DESC LIMIT 1) AS rent
      FROM referral r WHERE r.reported_on IS NOT NULL`);
    expect(reported.length).toBeGreaterThan(3);
    const half = ({ rent }: { rent: string }) => Number(rent) / 2 - 500;
    expect(reported.filter((one) => Number(one.since) < half(one) || Number(one.now) < half(one))).toEqual([]);
  });

  it("the months beside a case, its row in the work list and the answer of the rules are the same months", async () => {
    const cases = await prisma().arrearsCase.findMany({ where: { closedOn: null } });
    expect(cases.length).toBeGreaterThan(3);
    let compared = 0;
    for (const { tenancyId } of cases) {
      const view = await caseView(tenancyId);
      const last = await prisma().assessment.findFirstOrThrow({ where: { tenancyId }, orderBy: { id: "desc" } });
      expect(view?.position.monthsBehind).toBe(last.monthsBehind);
      const behind = view?.months.filter(({ open, notDue }) => open > 500n && !notDue).map(({ month }) => month) ?? [];
      const oldest = view?.position.oldestOverdueDue ?? null;
      // The strip shows a year; who is longer behind has more.
      if (oldest === null || monthOf(oldest) < (view?.months[0]?.month ?? "")) continue;
      compared++;
      expect(behind).toHaveLength(last.monthsBehind);
      const { contact } = last.answer as unknown as Answer;
      const named = contact.reasons.find(({ code }) => code === "rent-late" || code === "several-months-late")?.values.month;
      expect([behind[0], undefined]).toContain(named);
    }
    expect(compared).toBeGreaterThan(3);
  });
});
