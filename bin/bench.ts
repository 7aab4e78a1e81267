import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { makeRole } from "./database/grants";
import { migrate } from "./database/migrate";
import { ROOT } from "./database/place";
import { startServer, stopServer } from "./database/server";
import { keepSection, saidBy } from "./figures";
import { generateClient } from "./start/generate";

/**
 * `npm run bench [name…]`: runs tests/bench/*.ts one after another, each on a fresh migrated database with the safety of
 * production. What a bench prints on stdout (Markdown, a table) becomes its section of docs/performance.md.
 */
const FOLDER = path.join(ROOT, "tests/bench");
const RESULT = path.join(ROOT, "docs/performance.md");

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
  const { code, text } = await saidBy(path.join("../tests/bench", file), env);
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return text;
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
    keepSection(RESULT, name, await run(file, { AANBEL_DATABASE_URL: url, AANBEL_ROOT: ROOT, NODE_ENV: "production" }));
  }
} finally {
  stopServer(server);
  rmSync(folder, { recursive: true, force: true });
}
