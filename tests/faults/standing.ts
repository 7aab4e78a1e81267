import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, startServer, stopServer } from "@/bin/database/server";
import { type Part, program, startPart, stopPart } from "@/bin/start/processes";
import { disconnect, pool, prisma } from "@/lib/platform/db";
import { enqueue, stopJobs } from "@/lib/platform/jobs";
import { door } from "./door";
import { machine } from "./machine";
import { account, atWork, type People, type Seen, signedIn } from "./people";
import { kill, promote, standbyOf } from "./servers";

/**
 * Two web servers and two workers behind one address, on a database with a standby, with people at work: then one thing after the other is
 * taken away. What is printed is Markdown for docs/faults.md. `FAULTS_SECONDS` per part, `FAULTS_PEOPLE`.
 */
const SECONDS = Number(process.env.FAULTS_SECONDS ?? 25);
const PEOPLE = Number(process.env.FAULTS_PEOPLE ?? 12);
const EVERY_MS = 500;
/** As many as ten colleagues do in a day. */
const ACTS = Number(process.env.FAULTS_ACTS ?? 4_800);
const tell = (text: string) => void process.stderr.write(`${text}\n`);

tell("a database, and the demo in it");
const { root, first, moving, database, env, startWeb, stop } = await machine();
const { folder: one, password } = first;
const other = path.join(root, "other");

tell("its standby, on a disk of its own where this machine lets us make one");
mkdirSync(other, { mode: 0o700 });
const smallDisk = spawnSync("mount", ["-t", "tmpfs", "-o", "size=2g,mode=700", "tmpfs", other]).status === 0;
const standby = await standbyOf(first, other);

tell("two web servers and two workers");
const ports = [(await freePort()) as number, (await freePort()) as number];
const worker = await program("worker.ts");
const startWorker = () => startPart("worker", worker, env);
const webs = await Promise.all(ports.map((port) => startWeb(port)));
const workers = [startWorker(), startWorker()];
const entrance = await door(ports);

const rows: string[] = [];
let people: People;
const megabytes = () =>
  webs
    .map(({ child }) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1])
    .map((kb) => Math.round(Number(kb) / 1024));

async function part(name: string, promised: string, work: () => Promise<unknown>): Promise<void> {
  tell(name);
  people.seen();
  const half = (SECONDS * 1000) / 2;
  await sleep(half / 2);
  await work();
  await sleep(half);
  const { done, again, broken, longest }: Seen = people.seen();
  rows.push(`| ${name} | ${promised} | ${done} | ${again} | ${broken} | ${longest} ms |`);
  tell(rows.at(-1) ?? "");
}
const end = async (one: Part, signal: NodeJS.Signals) => {
  one.child.kill(signal);
  await one.ended;
};

try {
  const { rows: open } = await pool().query<{ id: number }>("SELECT tenancy_id AS id FROM arrears_case WHERE closed_on IS NULL");
  people = atWork(
    entrance.address,
    await signedIn(PEOPLE, process.env.NEXTAUTH_SECRET ?? ""),
    open.map(({ id }) => id),
    EVERY_MS,
  );
  await part("nothing", "the measure of the others", async () => {});
  await part("one web server killed with -9", "who was in the middle presses again", async () => {
    await end(webs[0] as Part, "SIGKILL");
    await sleep(2_000);
    webs[0] = await startWeb(ports[0] ?? 0);
  });
  await part(
    "one web server stopped and started as an upgrade does, then the other",
    "who was in the middle presses again",
    async () => {
      for (const nth of [0, 1]) {
        await stopPart(webs[nth] as Part, 30_000);
        webs[nth] = await startWeb(ports[nth] ?? 0);
      }
    },
  );
  await part("a worker killed with -9 in the middle of a night", "the other one finishes it, once", async () => {
    await enqueue("run", { trigger: "button" });
    await sleep(1_000);
    await end(workers[0] as Part, "SIGKILL");
    workers[0] = startWorker();
  });
  await part("every secret made anew, and the ones before forgotten but for sessions", "nobody sees it", async () => {
    const told = () => {
      const now = database.envNow();
      Object.assign(process.env, now);
      Object.assign(env, now);
      for (const { child } of [...webs, ...workers]) child.send({ env: now });
    };
    for (const what of ["sessions", "seal", "smsReports", "database"] as const) {
      const outcome = await database.rotate(what);
      if (outcome !== "rotated") throw new Error(`${what}: ${outcome}`);
      told();
      await sleep(1_000);
      if (what !== "sessions") await database.forget(what);
      told();
    }
  });
  await part(
    "the database killed with -9 and the standby promoted five seconds later",
    "nothing acknowledged is lost; who presses sees one sentence, presses again and goes on",
    async () => {
      await kill(one);
      await sleep(5_000);
      await promote(standby.url);
      moving.moveTo(standby.port);
    },
  );
  if (smallDisk)
    await part(
      "the database's disk full for ten seconds, and room again",
      "it comes back by itself, and people go on",
      async () => {
        const filler = path.join(other, "filler");
        spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1M"], { stdio: "ignore" });
        await sleep(10_000);
        rmSync(filler);
        // As the program looks after its own (bin/start/watch.ts).
        await startServer({ folder: other, password, fsync: true }, standby.port);
      },
    );
  const sizes = [megabytes()];
  people.seen();
  const began = people.acknowledged.size;
  for (let eighth = 1; eighth <= 8; eighth++) {
    while (people.acknowledged.size - began < (ACTS * eighth) / 8) await sleep(500);
    sizes.push(megabytes());
    tell(`${people.acknowledged.size - began} acts: ${sizes.at(-1)?.join(" and ")} MB`);
  }
  const day = people.seen();
  await people.stop();
  const { lost, twice } = await account(people.acknowledged);
  const hanging = await prisma().run.count({ where: { status: "running" } });
  console.log(
    `${PEOPLE} people, each recording a call and opening a case every ${EVERY_MS} ms; two web servers and two workers behind one address, ${SECONDS} s a part.\n`,
  );
  console.log("| taken away | promised | calls recorded | pressed again | pages broken | longest wait |");
  console.log("|---|---|---:|---:|---:|---:|");
  for (const row of rows) console.log(row);
  console.log(
    `\nOf ${people.acknowledged.size} acts that were said to be recorded, **${lost} were lost and ${twice} counted twice**; ${hanging} nights hang.`,
  );
  console.log(
    `\nThen ${day.done} calls more, each with the page around it; ten colleagues record 4,800 in a day of eight hours at one a minute (${day.again} pressed again, ${day.broken} broken). Memory of the web servers, in MB, after each eighth: ${sizes.map((two) => two.join("/")).join(", ")}.`,
  );
  if (lost + twice + hanging > 0) process.exitCode = 1;
} finally {
  await stopJobs().catch(() => {});
  await disconnect().catch(() => {});
  for (const one of [...workers, ...webs]) await stopPart(one, 10_000);
  entrance.close();
  stopServer(other);
  if (smallDisk) spawnSync("umount", [other]);
  stop();
}
process.exit();
