import { translate } from "@/lib/i18n/translate";
import { Hindrance } from "../database/hindrance";
import { type OpenDatabase, openDatabase } from "../database/open";
import { calledFrom, ROOT } from "../database/place";
import { sentenceFor } from "../words";
import { build } from "./build";
import { demoSignIns, isEmpty } from "./demo";
import { generateClient } from "./generate";
import { type StartOptions, startOptions } from "./options";
import { freeOrRefuse, waitUntilUp } from "./port";
import { firstMessage, type Part, startPart, stopPart } from "./processes";
import { line, step } from "./progress";

process.env.AANBEL_ROOT = ROOT;
process.env.INIT_CWD = calledFrom();
const t = translate("nl");

let database: OpenDatabase | null = null;
const parts: Part[] = [];
const interrupted = new AbortController();
let stopping: Promise<void> | null = null;

/** Everything that was started, in the opposite order. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    interrupted.abort();
    for (const part of parts.splice(0).reverse()) await stopPart(part, 15_000);
    const { disconnect } = await import("@/lib/platform/db").catch(() => ({ disconnect: async () => {} }));
    await disconnect().catch(() => {});
    await database?.close();
    database = null;
  })();
  return stopping;
}

async function stopOn(signal: string): Promise<void> {
  if (interrupted.signal.aborted) return;
  interrupted.abort();
  line(t(signal === "SIGINT" ? "cli.start.stopping" : "cli.start.stopped"));
  await stopAll();
  process.exit(0);
}

async function prepare({ demo, dev }: StartOptions): Promise<void> {
  const making = step(t("cli.start.client"));
  generateClient();
  making.done();
  const opening = step(t("cli.start.database"));
  database = await openDatabase();
  Object.assign(process.env, database.env);
  opening.done(database.migrated ? t("cli.start.migrated", { count: database.migrated }) : undefined);
  if (database.asOwner) line(t("cli.start.asOwner"));
  const work: Promise<unknown>[] = [];
  if (!dev) work.push(buildScreens());
  if (demo && (await isEmpty())) work.push(loadDemo());
  await Promise.all(work);
}

async function buildScreens(): Promise<void> {
  let building: ReturnType<typeof step> | null = null;
  await build(() => {
    building = step(t("cli.start.build"));
  }, interrupted.signal);
  (building as ReturnType<typeof step> | null)?.done();
}

async function loadDemo(): Promise<void> {
  const loading = step(t("cli.start.demo"));
  const { loadDemo: load } = await import("@/lib/demo/commands");
  await load();
  loading.done();
}

async function serve({ port, host, dev }: StartOptions, env: Record<string, string>, hasDemo: boolean): Promise<void> {
  const tsx = (file: string) => ["--import", "tsx", `bin/${file}`];
  const gateway = process.env.SMS_GATEWAY_URL ?? (hasDemo ? await startGateway(tsx("gateway.ts"), env, port) : undefined);
  const all = {
    ...env,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ...(gateway ? { SMS_GATEWAY_URL: gateway } : {}),
  };
  const watched = ["--import", "./bin/start/with-parent.mjs", "node_modules/next/dist/bin/next"];
  keep(startPart("web", [...watched, dev ? "dev" : "start", "-p", String(port), "-H", host], all));
  keepAlive("worker", tsx("worker.ts"), all);
  await waitUntilUp(`http://127.0.0.1:${port}/aanmelden`, interrupted.signal);
}

async function startGateway(args: string[], env: Record<string, string>, port: number): Promise<string> {
  const part = startPart("gateway", args, { ...env, REPORT_URL: `http://127.0.0.1:${port}/api/sms/report` });
  keep(part);
  const message = await firstMessage<{ port: number }>(part);
  if (!message) throw new Hindrance("partFailed", { part: "gateway", reason: part.said() });
  return `http://127.0.0.1:${message.port}`;
}

/** A part without which the program makes no sense: when it ends, everything ends. */
function keep(part: Part): void {
  parts.push(part);
  part.ended.then(() => {
    if (!interrupted.signal.aborted) fail(new Hindrance("partFailed", { part: part.name, reason: part.said() }));
  });
}

/** The worker may be started again: its jobs wait in the database. */
function keepAlive(name: string, args: string[], env: Record<string, string>, failures = 0): void {
  const part = startPart(name, args, env);
  const since = Date.now();
  parts.push(part);
  part.ended.then(() => {
    if (interrupted.signal.aborted) return;
    parts.splice(parts.indexOf(part), 1);
    const again = Date.now() - since > 60_000 ? 0 : failures + 1;
    if (again > 4) fail(new Hindrance("partFailed", { part: name, reason: part.said() }));
    else setTimeout(() => !interrupted.signal.aborted && keepAlive(name, args, env, again), 1000 * again);
  });
}

async function fail(error: unknown): Promise<void> {
  if (interrupted.signal.aborted) return;
  interrupted.abort();
  line();
  console.error(sentenceFor(error, t));
  await stopAll();
  process.exit(1);
}

async function tellAddress({ port, host }: StartOptions, gateway: boolean): Promise<void> {
  const signIns = await demoSignIns();
  line();
  line(t("cli.start.ready", { address: `http://${host === "127.0.0.1" || host === "0.0.0.0" ? "localhost" : host}:${port}` }));
  if (signIns.length > 0) {
    line(t("cli.start.signIns", { password: "aanbel-demo" }));
    for (const { email, name, role } of signIns) line(`    ${email.padEnd(28)} ${t(`cli.role.${role}`)} (${name})`);
  } else {
    line(t("cli.start.ownDatabase"));
    if (!gateway) line(t("cli.start.noGateway"));
  }
  line(t("cli.start.howToStop"));
}

/** Under npm, its death is ours too: a killed `npm start` leaves nothing running. */
function watchParent(): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stopOn("SIGTERM"), 1000).unref();
}

async function main(): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopOn(signal));
  watchParent();
  const options = startOptions(process.argv.slice(2), process.env);
  line(t("cli.start.title"));
  await freeOrRefuse(options);
  await prepare(options);
  if (!database) return;
  const hasDemo = (await demoSignIns()).length > 0;
  await serve(options, (database as OpenDatabase).env, hasDemo);
  await tellAddress(options, Boolean(process.env.SMS_GATEWAY_URL) || hasDemo);
}

main().catch(fail);
