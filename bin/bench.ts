import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import pg from "pg";
import { makeRole } from "./database/grants";
import { migrate } from "./database/migrate";
import { ROOT } from "./database/place";
import { startServer, stopServer } from "./database/server";
import { generateClient } from "./start/generate";
import { program } from "./start/processes";

/**
 * `npm run bench [name…]`: runs tests/bench/*.ts one after another, each on a fresh migrated database with the safety of
 * production. What a bench prints on stdout (Markdown, a table) becomes its section of docs/performance.md.
 */
const FOLDER = path.join(ROOT, "tests/bench");
const RESULT = path.join(ROOT, "docs/performance.md");

const machine = () => {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${gigabytes} GB, Node ${process.versions.node}, embedded PostgreSQL 18`;
};

async function freshDatabase(ownerUrl: string, name: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`CREATE DATABASE bench_${name}`);
  await makeRole(client, "bench_program", password);
  await client.end();
  const owner = ownerUrl.replace(/\/postgres$/, `/bench_${name}`);
  await migrate(owner, "bench_program");
  const url = new URL(owner);
  url.username = "bench_program";
  return url.toString();
}

async function run(file: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, await program(path.join("../tests/bench", file)), {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (piece: Buffer) => {
    said += piece.toString();
    process.stdout.write(piece);
  });
  return new Promise((resolve, reject) =>
    child.on("exit", (code) => (code === 0 ? resolve(said) : reject(new Error(`${file} ended with ${code}`)))),
  );
}

/** Replaces the section of this bench, or adds it; the other sections stay. */
function keep(name: string, text: string): void {
  const [head = "", ...sections] = readFileSync(RESULT, "utf8").split(/^(?=## )/m);
  const section = `## ${name}\n\n${new Date().toISOString().slice(0, 10)} · ${machine()}\n\n${text.trim()}\n\n`;
  const others = sections.filter((one) => !one.startsWith(`## ${name}\n`));
  writeFileSync(RESULT, [head, ...[...others, section].sort()].join("").trimEnd().concat("\n"));
}

generateClient();
const wanted = process.argv.slice(2);
const files = readdirSync(FOLDER).filter(
  (file) => file.endsWith(".bench.ts") && (wanted.length === 0 || wanted.includes(file.replace(".bench.ts", ""))),
);
const folder = mkdtempSync(path.join(tmpdir(), "aanbel-bench-"));
chmodSync(folder, 0o755);
const server = path.join(folder, "postgres");
const password = randomBytes(12).toString("hex");
try {
  const { serverUrl } = await startServer({ folder: server, password, fsync: true });
  for (const file of files) {
    const name = file.replace(".bench.ts", "");
    const url = await freshDatabase(serverUrl, name.replaceAll("-", "_"), password);
    keep(name, await run(file, { AANBEL_DATABASE_URL: url, AANBEL_ROOT: ROOT, NODE_ENV: "production" }));
  }
} finally {
  stopServer(server);
  rmSync(folder, { recursive: true, force: true });
}
