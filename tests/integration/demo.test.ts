import { beforeAll, describe, expect, it } from "vitest";
import { loadDemo } from "@/demo/commands/load-demo";
import { figures } from "@/lib/dashboard/queries/figures";
import { day, type Month } from "@/lib/kernel/day";
import { pool } from "@/lib/platform/db";
import { honesty } from "../factories/honesty";

beforeAll(async () => {
  const loaded = await loadDemo({ end: day("2016-12-31") });
  if (!loaded.ok) throw new Error(loaded.code);
}, 900_000);

/**
 * Rent overdue of sitting tenancies at the end of a month, from the bare entries: what fell due before that day minus what came in,
 * without what was collected for the next month as far as that is charged.
 */
const ARREARS = `
  SELECT coalesce(sum(greatest(0, due - paid + least(early, coming))), 0)::float AS total
  FROM (
    SELECT t.id,
      coalesce(sum(e.amount_cents) FILTER (WHERE e.kind = 'charge' AND e.due_on < $1::date), 0) AS due,
      coalesce(sum(e.amount_cents) FILTER (WHERE e.kind = 'charge' AND e.due_on > $1::date), 0) AS coming,
      coalesce(sum(e.signed) FILTER (WHERE e.kind <> 'charge'), 0) AS paid,
      coalesce(sum(e.signed) FILTER (WHERE e.kind <> 'charge' AND e.words = $2), 0) AS early
    FROM tenancy t JOIN (
      SELECT l.*, CASE l.kind WHEN 'reversal' THEN -l.amount_cents ELSE l.amount_cents END AS signed,
        coalesce((SELECT p.description FROM ledger_entry p WHERE p.id = l.reverses_id), l.description, '') AS words
      FROM ledger_entry l
    ) e ON e.tenancy_id = t.id AND e.booked_on <= $1::date
    WHERE t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
    GROUP BY t.id
  ) account`;

async function one(text: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await pool().query<{ total: number }>(text, [...values]);
  return Number(rows[0]?.total);
}
const arrearsOf = (year: number) => one(ARREARS, [`${year}-12-31`, `Incasso januari ${year + 1}`]);
const evictionsIn = (year: string) =>
  one("SELECT count(*) AS total FROM eviction WHERE to_char(carried_out_on, 'YYYY') = $1 AND reason = 'arrears'", [year]);

describe("the years of the article, 2015 with letters and 2016 with personal contact", () => {
  it("end with between 29 and 31 % less arrears in December, counted from the bare entries", async () => {
    const before = await arrearsOf(2015);
    const now = await arrearsOf(2016);
    expect(before).toBeGreaterThan(10_000_000);
    const reduction = 100 * (1 - now / before);
    expect(reduction).toBeGreaterThanOrEqual(29);
    expect(reduction).toBeLessThanOrEqual(31);
  });

  it("count seventeen evictions and then six", async () => {
    expect(await evictionsIn("2015")).toBe(17);
    expect(await evictionsIn("2016")).toBe(6);
  });

  it("show the same on the command line and the dashboard", async () => {
    const at = await figures("2016-12" as Month);
    expect(at).toMatchObject({ evictions: 6, evictionsYearBefore: 17 });
    expect(at.arrearsCents).toBe(await arrearsOf(2016));
    expect(at.arrearsYearBeforeCents).toBe(await arrearsOf(2015));
    const stored = await one("SELECT arrears_cents AS total FROM month_figure WHERE month = $1", ["2016-12"]);
    expect(stored).toBe(at.arrearsCents);
  });

  it("follow nobody for what was paid or inside the grace, and report nobody too early, over all tenancies", async () => {
    const { flaggedAnswers, forPaid, inGrace, reports, tooEarly } = await honesty();
    expect({ forPaid, inGrace, tooEarly }).toEqual({ forPaid: [], inGrace: [], tooEarly: [] });
    expect(flaggedAnswers).toBeGreaterThan(3_000);
    expect(reports.length).toBeGreaterThan(50);
  }, 300_000);

  it("hold nothing that was written in by hand, and load into an empty database only", async () => {
    expect(await one("SELECT count(*) AS total FROM past_figure", [])).toBe(0);
    expect(await loadDemo()).toMatchObject({ ok: false, code: "not-empty" });
  });
});
