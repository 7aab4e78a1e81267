import { readFileSync } from "node:fs";
import path from "node:path";
import { SYSTEM } from "@/lib/auth/actor";
import { reassess } from "@/lib/cases/commands/reassess";
import { type RunReport, runArrears } from "@/lib/cases/commands/run";
import { addMonths, day, firstDay, monthOf } from "@/lib/kernel/day";
import { refreshMonths } from "@/lib/ledger/commands/months";
import { positions } from "@/lib/ledger/queries/positions";
import { disconnect, inTransaction, pool, prisma, sqlOfClient } from "@/lib/platform/db";

/** The arrears run at the size of a large corporation. Smaller on request: `BENCH_TENANCIES`, `BENCH_MONTHS`. */
const TENANCIES = Number(process.env.BENCH_TENANCIES ?? 100_000);
const MONTHS = Number(process.env.BENCH_MONTHS ?? 60);
const DAY = day("2026-11-10");
const LAST_MONTH = monthOf(DAY);
const NEXT_DAY = day("2026-11-11");

const statement = (name: string) => readFileSync(path.join(process.cwd(), "tests/bench", name), "utf8");
const rows: string[] = [];
const say = (text: string) => process.stderr.write(`${text}\n`);

async function timed<T>(what: string, work: () => Promise<T>, tell: (result: T) => string): Promise<T> {
  const since = performance.now();
  const result = await work();
  const seconds = ((performance.now() - since) / 1000).toFixed(2);
  rows.push(`| ${what} | ${seconds} s | ${tell(result)} |`);
  say(`${what}: ${seconds} s, ${tell(result)}`);
  return result;
}

/** In slices of tenancies, so that each index is filled where it is still in memory. */
const SLICE = 5_000;

async function load(): Promise<number> {
  await pool().query(statement("load.sql"), [TENANCIES]);
  for (let from = 0; from < TENANCIES; from += SLICE) {
    for (let back = MONTHS - 1; back >= 0; back--)
      await pool().query(statement("entries.sql"), [firstDay(addMonths(LAST_MONTH, -back)), from, from + SLICE]);
  }
  await pool().query("INSERT INTO own_clock (id, day, part) VALUES (1, $1, 'morning')", [DAY]);
  await pool().query("INSERT INTO receipts_complete (through_day, recorded_at) VALUES ('2026-11-20', '2020-01-01')");
  return prisma().ledgerEntry.count();
}

/** Index-only reads ask for a vacuumed table; the program's role leaves that to the server, so the bench waits for it. */
async function vacuumed(): Promise<void> {
  for (let waited = 0; waited < 150; waited++) {
    const [row] = await sqlOfClient(pool())<{ done: boolean }>(
      "SELECT coalesce(last_autovacuum, last_vacuum) IS NOT NULL AS done FROM pg_stat_user_tables WHERE relname = 'ledger_entry'",
      [],
    );
    if (row?.done) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  say("not vacuumed in time");
}

const nightOf = (on: typeof DAY) => async (): Promise<RunReport> => {
  await pool().query("UPDATE own_clock SET day = $1, set_at = now() WHERE day <> $1", [on]);
  const outcome = await runArrears({ day: on, trigger: "command-line" });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const told = (run: RunReport) =>
  `${run.assessed} assessed, ${run.stored} answers kept, ${run.opened} cases opened, ${run.closed} closed`;

// A database that was filled before is measured as it stands.
if ((await prisma().tenancy.count()) === 0) await timed("Load", load, (count) => `${count} ledger entries`);
else rows.push(`| Loaded before | | ${await prisma().ledgerEntry.count()} ledger entries |`);
await vacuumed();
await timed(
  "Positions, read only",
  () => positions(sqlOfClient(pool()), { asOf: DAY, knownAt: new Date("2027-01-01"), tenancyIds: null }),
  (all) => `${all.length} tenancies, ${all.filter(({ overdue }) => overdue > 0n).length} with something overdue`,
);
const monthBefore = addMonths(LAST_MONTH, -1);
await timed(
  "Figures of one month end",
  () => refreshMonths(monthBefore, monthBefore),
  () => "",
);
// The month ends are a read model, brought up to date once after a load: not part of a night.
await pool().query(
  "INSERT INTO setting (key, value) VALUES ('ledger.monthsUpToDate', to_jsonb('2027-01-01T00:00:00Z'::text)) ON CONFLICT (key) DO NOTHING",
);
await timed("First run: every case opens", nightOf(DAY), told);
await timed("Same day again", nightOf(DAY), told);
await timed("The next night", nightOf(NEXT_DAY), told);
const some = await prisma().arrearsCase.findFirst({ where: { closedOn: null } });
await timed(
  "One tenancy at the desk",
  () => inTransaction((db) => reassess(db, SYSTEM, [some?.tenancyId ?? 1])),
  () => "",
);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
rows.push(`| Node, peak memory over all of it | ${peak} MB | |`);
process.stdout.write(
  `${TENANCIES.toLocaleString("en")} tenancies × ${MONTHS} months.\n\n| what | time | result |\n| --- | ---: | --- |\n${rows.join("\n")}\n`,
);
await disconnect();
