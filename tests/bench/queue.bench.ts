import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "@/bin/start/build";
import { waitUntilUp } from "@/bin/start/port";
import { startPart, stopPart } from "@/bin/start/processes";
import { NEXT } from "@/bin/start/web";
import { runArrears } from "@/lib/cases/commands/run";
import { addMonths, day, firstDay, monthOf } from "@/lib/kernel/day";
import { disconnect, pool, prisma } from "@/lib/platform/db";
import { findTenancies, queueRows } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { at, type Browsing, cookieOf, processOf, walk } from "./desk-load";
import { say, timed } from "./measure";

/**
 * The desk of a large corporation: 100,000 tenancies, some 10,000 open cases, forty colleagues who each ask something every three seconds,
 * a quarter of it records. The program, its database and the asking on one machine. `BENCH_TENANCIES`, `BENCH_SECONDS`, `BENCH_STAFF`.
 */
const TENANCIES = Number(process.env.BENCH_TENANCIES ?? 100_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 300);
const STAFF = Number(process.env.BENCH_STAFF ?? 40);
const MONTHS = 3;
const DAY = day("2026-11-09");
const PORT = 3998;
const SLICE = 5_000;
const address = `http://127.0.0.1:${PORT}`;
const secret = "the secret of the bench";
const statement = (name: string) => readFileSync(path.join(process.cwd(), "tests/bench", name), "utf8");

async function load(): Promise<number> {
  await pool().query(statement("load.sql"), [TENANCIES]);
  for (let from = 0; from < TENANCIES; from += SLICE) {
    for (let back = MONTHS - 1; back >= 0; back--)
      await pool().query(statement("entries.sql"), [firstDay(addMonths(monthOf(DAY), -back)), from, from + SLICE]);
  }
  // Half of who is behind made it good: one in ten has an open case.
  await pool().query(
    `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, recorded_at)
     SELECT tenancy_id, 'payment', 3 * (net_cents + service_cents), '2026-11-02', 'erp', 'good', '2026-11-02' FROM tenancy_rent WHERE tenancy_id % 2 = 0`,
  );
  await pool().query("INSERT INTO own_clock (id, day, part) VALUES (1, $1, 'morning')", [DAY]);
  await pool().query("INSERT INTO receipts_complete (through_day, recorded_at) VALUES ('2026-12-20', '2020-01-01')");
  await pool().query("INSERT INTO setting (key, value) VALUES ('corporation', $1)", [
    { name: "Proef", teamNumber: "010 000 00 00" },
  ]);
  const run = await runArrears({ day: DAY, trigger: "schedule", full: true });
  if (!run.ok) throw new Error(run.code);
  return prisma().arrearsCase.count({ where: { closedOn: null } });
}

/** Forty colleagues, each signed in. */
async function colleagues(): Promise<string[]> {
  const cookies: string[] = [];
  for (let n = 0; n < STAFF; n++) {
    const staff = await prisma().staff.create({
      data: { email: `c${n}@proef.nl`, name: `Collega ${n}`, firstName: `Collega${n}`, role: "finance" },
    });
    const session = { id: randomUUID(), staffId: staff.id, expiresAt: new Date(Date.now() + 12 * 3_600_000) };
    await prisma().session.create({ data: session });
    cookies.push(await cookieOf(session.id, secret));
  }
  return cookies;
}

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
async function repeated(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) took.push((await timed(work))[0] * 1_000);
  return median(took);
}

/** The statements under the list, and the same rows with nothing said about them. */
async function statements(): Promise<string[]> {
  const floor = await repeated(7, () =>
    pool().query(
      `SELECT c.tenancy_id, t.number, d.street, d.house_number, a.contact_step, a.overdue_cents FROM arrears_case c
       JOIN tenancy t ON t.id = c.tenancy_id JOIN dwelling d ON d.id = t.dwelling_id
       JOIN LATERAL (SELECT contact_step, overdue_cents FROM assessment WHERE tenancy_id = c.tenancy_id ORDER BY id DESC LIMIT 1) a ON true
       WHERE c.closed_on IS NULL ORDER BY a.overdue_cents DESC`,
    ),
  );
  let n = 0;
  // Another day each time: everything is asked anew.
  const list = await repeated(7, () => queueRows(readFilter({ tab: "alles" }), day(`2026-11-${10 + n++}`), new Set()));
  const open = await queueRows(readFilter({ tab: "alles" }), DAY, new Set());
  const one = await repeated(15, async () => {
    const tenancyId = open[n++ * 7]?.tenancyId ?? 0;
    await pool().query("INSERT INTO audit_event (at, action, tenancy_id) VALUES (now(), 'bench', $1)", [tenancyId]);
    await queueRows(readFilter({ tab: "alles" }), DAY, new Set());
  });
  const words = ["Jansen 5000", "C0050001", "06 00 04 20 01", "Proefstraat 77777", "gebouw 512", "jansen"];
  const took: number[] = [];
  for (const word of [...words, ...words, ...words]) took.push((await timed(() => findTenancies(word, DAY)))[0] * 1_000);
  took.sort((a, b) => a - b);
  return [
    `| the open cases with their answers, bare | ${floor.toFixed(0)} ms | |`,
    `| all open work anew (after a run or a file, and each half minute behind the screen) | ${list.toFixed(0)} ms | ${(list / floor).toFixed(1)} × the bare query |`,
    `| the list after somebody recorded something | ${one.toFixed(0)} ms | ${(one / floor).toFixed(2)} × the bare query |`,
    `| search (name, contract, phone, door, building) | ${at(took, 0.5)} ms | longest ${at(took, 1)} ms |`,
  ];
}

say("building the screens");
await build();
const [loadSeconds, cases] = await timed(load);
say(`${TENANCIES} tenancies, ${cases} open cases in ${loadSeconds.toFixed(0)} s`);
await pool().query("ANALYZE");
const sql = await statements();
for (const line of sql) say(line);
const cookies = await colleagues();
const web = startPart("web", [...NEXT, "start", "-p", String(PORT), "-H", "127.0.0.1"], {
  NEXTAUTH_SECRET: secret,
  NODE_ENV: "production",
});
try {
  await waitUntilUp(`${address}/aanmelden`, new AbortController().signal);
  const ids = (await queueRows(readFilter({ tab: "vandaag" }), DAY, new Set())).map(({ tenancyId }) => tenancyId);
  const browsing: Browsing = { address, cookies, ids, everyMs: 3_000 };
  await walk(browsing, 10, 0);
  const before = processOf(web.child.pid ?? 0);
  const { reads, writes, faults, bytes } = await walk(browsing, SECONDS, 0.25);
  const after = processOf(web.child.pid ?? 0);
  const asked = reads.length + writes.length;
  const kilobytes = Math.round(bytes / reads.length / 1_024);
  process.stdout.write(
    [
      `${TENANCIES.toLocaleString("en")} tenancies, ${cases.toLocaleString("en")} open cases, ${STAFF} colleagues for ${SECONDS} s, one request each every 3 s.`,
      "",
      "| what | median | p95 | longest | number |",
      "| --- | ---: | ---: | ---: | ---: |",
      `| a case beside the list | ${at(reads, 0.5)} ms | ${at(reads, 0.95)} ms | ${at(reads, 1)} ms | ${reads.length} |`,
      `| recording a call | ${at(writes, 0.5)} ms | ${at(writes, 0.95)} ms | ${at(writes, 1)} ms | ${writes.length} |`,
      "",
      `Faults ${faults}. ${kilobytes} kB a case. The web process took ${Math.round((after.cpuMs - before.cpuMs) / asked)} ms of processor a request and went from ${before.megabytes} to ${after.megabytes} MB.`,
      "",
      "| statement | median | |",
      "| --- | ---: | --- |",
      ...sql,
      "",
    ].join("\n"),
  );
} finally {
  await stopPart(web, 5_000);
  await disconnect();
}
