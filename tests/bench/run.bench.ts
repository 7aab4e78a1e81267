import { readFileSync } from "node:fs";
import path from "node:path";
import { SYSTEM } from "@/lib/auth/actor";
import { reassess } from "@/lib/cases/commands/reassess";
import { type RunReport, runArrears } from "@/lib/cases/commands/run";
import { loadFacts } from "@/lib/cases/queries/facts";
import { addDays, addMonths, type Day, day, firstDay, monthOf } from "@/lib/kernel/day";
import { refreshMonths } from "@/lib/ledger/commands/months";
import { positions } from "@/lib/ledger/queries/positions";
import { disconnect, inTransaction, pool, prisma, sqlOf, sqlOfClient } from "@/lib/platform/db";
import { assess } from "@/lib/rules/assess";
import { PERSONAL_CONTACT_1 } from "@/lib/rules/policy";
import { nightApart, type Worked } from "./measure";

/** The arrears run at the size of a large corporation. Smaller on request: `BENCH_TENANCIES`, `BENCH_MONTHS`. */
const TENANCIES = Number(process.env.BENCH_TENANCIES ?? 100_000);
const MONTHS = Number(process.env.BENCH_MONTHS ?? 60);
const DAY = day("2026-11-08");
const LAST_MONTH = monthOf(DAY);
const KNOWN = new Date("2027-01-01");

const statement = (name: string) => readFileSync(path.join(process.cwd(), "tests/bench", name), "utf8");
const rows: string[] = [];
const say = (text: string) => process.stderr.write(`${text}\n`);
let floor = 0;

function row(what: string, ms: number, result: string, ratio = ""): void {
  const time = ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`;
  rows.push(`| ${what} | ${time} | ${ratio} | ${result} |`);
  say(`${what}: ${time} ${ratio} ${result}`);
}
const toFloor = (ms: number) => `${(ms / floor).toFixed(2)} × floor`;

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const since = performance.now();
  return [await work(), performance.now() - since] as const as [T, number];
}
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** In slices of tenancies, so that each index is filled where it is still in memory. */
const SLICE = 5_000;
async function load(): Promise<number> {
  await pool().query(statement("load.sql"), [TENANCIES]);
  for (let from = 0; from < TENANCIES; from += SLICE)
    for (let back = MONTHS - 1; back >= 0; back--)
      await pool().query(statement("entries.sql"), [firstDay(addMonths(LAST_MONTH, -back)), from, from + SLICE]);
  await pool().query("INSERT INTO own_clock (id, day, part) VALUES (1, $1, 'morning')", [DAY]);
  await pool().query("INSERT INTO receipts_complete (through_day, recorded_at) VALUES ('2026-12-20', '2020-01-01')");
  return prisma().ledgerEntry.count();
}

/** Index-only reads ask for a vacuumed table; the program's role leaves that to the server, so the bench waits for it. */
async function vacuumed(): Promise<void> {
  for (let waited = 0; waited < 150; waited++) {
    const [found] = await sqlOfClient(pool())<{ done: boolean }>(
      "SELECT coalesce(last_autovacuum, last_vacuum) IS NOT NULL AS done FROM pg_stat_user_tables WHERE relname = 'ledger_entry'",
      [],
    );
    if (found?.done) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  say("not vacuumed in time");
}

async function night(on: Day, full = false): Promise<RunReport> {
  await pool().query("UPDATE own_clock SET day = $1, set_at = now() WHERE day <> $1", [on]);
  const outcome = await runArrears({ day: on, trigger: "schedule", full });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
const told = (run: RunReport) =>
  `${run.assessed} assessed, ${run.stored} answers kept, ${run.opened} cases opened, ${run.closed} closed`;

/** The best of three, on one connection with the settings it asks for; with parallel workers or without, whichever is quicker. */
async function floorOf(): Promise<void> {
  const client = await pool().connect();
  await client.query("BEGIN");
  await client.query("SET LOCAL enable_hashagg = off; SET LOCAL random_page_cost = 1.1; SET LOCAL jit = off");
  const times: number[] = [];
  let owing = 0;
  for (const workers of [0, 0, 0, 2]) {
    await client.query(`SET LOCAL max_parallel_workers_per_gather = ${workers}`);
    const [found, ms] = await timed(() => client.query(statement("positions-floor.sql"), [DAY, KNOWN]));
    owing = found.rowCount ?? 0;
    times.push(ms);
  }
  await client.query("ROLLBACK");
  client.release();
  floor = Math.min(...times);
  const parallel = `with two parallel workers ${((times.at(-1) ?? 0) / 1000).toFixed(2)} s`;
  row(
    "Floor: best read-only statement (tests/bench/positions-floor.sql)",
    floor,
    `${owing} owe something overdue; ${parallel}`,
    "1",
  );
}

/** So many workers, each a process of its own, at the full run of one day together: how long the last was at it. */
async function together(workers: number, on: Day): Promise<Worked> {
  await pool().query("UPDATE own_clock SET day = $1, set_at = now() WHERE day <> $1", [on]);
  const told = await Promise.all(Array.from({ length: workers }, () => nightApart(on)));
  return { ms: Math.max(...told.map((one) => one.ms)), peakMegabytes: Math.max(...told.map((one) => one.peakMegabytes)) };
}

/** A call that nobody answered for one tenancy in three hundred, as an ordinary day brings. */
const ordinaryDay = (on: Day) =>
  pool().query(
    `INSERT INTO attempt (tenancy_id, person_id, channel, day, part, at, outcome, recorded_at)
     SELECT tenancy_id, tenancy_id, 'call', $1, 'morning', $2, 'not-answered', $2 FROM arrears_case WHERE closed_on IS NULL AND tenancy_id % 300 = 0`,
    [on, `${on}T09:00:00Z`],
  );

// A database that was filled before is measured as it stands.
if ((await prisma().tenancy.count()) === 0) {
  const [count, ms] = await timed(load);
  row("Load", ms, `${count} ledger entries`);
} else row("Loaded before", 0, `${await prisma().ledgerEntry.count()} ledger entries`);
await vacuumed();
await floorOf();
const [all, positionsMs] = await timed(() => positions(sqlOfClient(pool()), { asOf: DAY, knownAt: KNOWN, tenancyIds: null }));
row("Positions of all accounts, laid out (CLI, month figures)", positionsMs, `${all.length} accounts`, toFloor(positionsMs));
// The month ends are a read model, brought up to date once after a load: not part of a night.
await pool().query(
  "INSERT INTO setting (key, value) VALUES ('ledger.monthsUpToDate', to_jsonb('2027-01-01T00:00:00Z'::text)) ON CONFLICT (key) DO NOTHING",
);
const [first, firstMs] = await timed(() => night(DAY));
row("First run: every case opens", firstMs, told(first), toFloor(firstMs));
const [again, fullMs] = await timed(() => night(addDays(DAY, 1), true));
row("Full run of the next night", fullMs, told(again), toFloor(fullMs));
// Each on a day of its own with nothing new in it, and in a process of its own, so that memory and time are theirs.
const alone = await together(1, addDays(DAY, 2));
row("Full run by a worker of its own", alone.ms, `peak ${alone.peakMegabytes} MB`, toFloor(alone.ms));
const pair = await together(2, addDays(DAY, 3));
row("Full run by two workers", pair.ms, `peak ${pair.peakMegabytes} MB each`, `${(pair.ms / alone.ms).toFixed(2)} × one worker`);
await ordinaryDay(addDays(DAY, 3));
const [ordinary, ordinaryMs] = await timed(() => night(addDays(DAY, 4)));
row("Incremental, ordinary night", ordinaryMs, told(ordinary), `${(ordinaryMs / fullMs).toFixed(2)} × full`);
const [second, secondMs] = await timed(() => night(addDays(DAY, 5)));
row("Incremental, the night after", secondMs, told(second), `${(secondMs / fullMs).toFixed(2)} × full`);

// The first of the month: every account gets a charge.
for (let on = addDays(DAY, 6); on < "2026-12-01"; on = addDays(on, 1)) await night(on);
for (let from = 0; from < TENANCIES; from += SLICE) await pool().query(statement("charge-day.sql"), [from, from + SLICE]);
const [charged, chargedMs] = await timed(() => night(day("2026-12-01")));
row("Charge day (every account gets a charge)", chargedMs, told(charged), `${(chargedMs / fullMs).toFixed(2)} × full`);

const open = (await prisma().arrearsCase.findMany({ where: { closedOn: null }, select: { tenancyId: true }, take: 60 })).map(
  (one) => one.tenancyId,
);
const single: number[] = [];
for (const id of open) single.push((await timed(() => inTransaction((db) => reassess(db, SYSTEM, [id]))))[1]);
row("One tenancy after an event, median", median(single), `${open.length} tried, slowest ${Math.max(...single).toFixed(0)} ms`);
const oneByOne = median(single) * first.assessed;
row(
  "One query per tenancy, all writes (median × those assessed)",
  oneByOne,
  "",
  `${(oneByOne / fullMs).toFixed(1)} × the full run`,
);

/** By processor time, so that what else the machine does is left out. */
async function decisionsPerSecond(what: string, tenancyIds: number[]): Promise<void> {
  const facts = await loadFacts(sqlOf(prisma()), { day: DAY, knownAt: KNOWN, part: "morning", tenancyIds });
  const before = process.cpuUsage();
  for (let n = 0; n < 50_000; n++) assess(facts[n % facts.length] as (typeof facts)[number], PERSONAL_CONTACT_1);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  row(`assess, 50,000 × ${what}`, ms, `${Math.round(50_000_000 / ms).toLocaleString("en")} decisions per second of one core`);
}
await decisionsPerSecond(
  "any tenancy",
  Array.from({ length: 500 }, (_, n) => 1 + n * Math.floor(TENANCIES / 500)),
);
await decisionsPerSecond("a tenancy with an open case", open);
await refreshMonths(addMonths(LAST_MONTH, -1), addMonths(LAST_MONTH, -1));
const dashboard: number[] = [];
for (let n = 0; n < 20; n++)
  dashboard.push((await timed(() => pool().query("SELECT * FROM month_figure ORDER BY month DESC LIMIT 61")))[1]);
row("Dashboard, 60 months of figures", median(dashboard), "never from the ledger");
process.stdout.write(
  `${TENANCIES.toLocaleString("en")} tenancies × ${MONTHS} months.\n\n| what | time | ratio | result |\n| --- | ---: | ---: | --- |\n${rows.join("\n")}\n`,
);
await disconnect();
