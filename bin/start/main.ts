import { formatCount } from "@/lib/i18n/format";
import { translate } from "@/lib/i18n/translate";
import { isUnfinished } from "../database/folder-backup";
import { Hindrance } from "../database/hindrance";
import { type OpenDatabase, openDatabase } from "../database/open";
import { calledFrom, ROOT } from "../database/place";
import { sentenceFor } from "../words";
import { build } from "./build";
import { demoSignIns, isEmpty } from "./demo";
import { buildFieldShell } from "./field-shell";
import { generateClient } from "./generate";
import { type StartOptions, startOptions } from "./options";
import { freeOrRefuse } from "./port";
import { line, type Step, step } from "./progress";
import { serve } from "./serve";
import { supervise } from "./supervise";
import { watchDatabase, watchSecrets } from "./watch";

/** `npm start`: from nothing to the printed address; Ctrl-C stops everything that was started, in the opposite order. */
process.env.AANBEL_ROOT = ROOT;
process.env.INIT_CWD = calledFrom();
const t = translate("nl");
const parts = supervise(
  (error) => void fail(error),
  (part) => line(t("cli.start.again", { part })),
);

let database: OpenDatabase | null = null;
let ending: Promise<void> | null = null;

function stopAll(): Promise<void> {
  ending ??= (async () => {
    await parts.stop();
    if (!database) return;
    const { disconnect } = await import("@/lib/platform/db");
    await disconnect().catch(() => {});
    await database.close();
  })();
  return ending;
}

async function stopOn(signal: string): Promise<void> {
  if (ending) return;
  line(t(signal === "SIGINT" ? "cli.start.stopping" : "cli.start.stopped"));
  await stopAll();
  process.exit(0);
}

async function fail(error: unknown): Promise<void> {
  if (ending) return;
  line();
  console.error(sentenceFor(error, t));
  await stopAll();
  process.exit(1);
}

async function openIt(): Promise<OpenDatabase> {
  const making: Step[] = [];
  generateClient(() => making.push(step(t("cli.start.client"))));
  for (const one of making) one.done();
  const opening = step(t("cli.start.database"));
  const opened = await openDatabase();
  if (isUnfinished(opened.dataFolder)) {
    await opened.close();
    throw new Hindrance("restoreUnfinished", { folder: opened.dataFolder, reason: "none" });
  }
  Object.assign(process.env, opened.env);
  opening.done(opened.migrated ? t("cli.start.migrated", { count: opened.migrated }) : undefined);
  if (opened.asOwner) line(t("cli.start.asOwner"));
  return opened;
}

async function buildScreens(): Promise<void> {
  const building: Step[] = [];
  await build(() => building.push(step(t("cli.start.build"))), parts.stopping);
  for (const one of building) one.done();
}

async function loadDemo(): Promise<void> {
  const loading = step(t("cli.start.demo"));
  const { loadDemo: load } = await import("@/demo/commands/load-demo");
  const loaded = await load();
  await database?.analyze();
  loading.done(loaded.ok ? t("cli.start.tenancies", { count: formatCount(loaded.value.tenancies) }) : undefined);
}

async function tellAddress({ port, host }: StartOptions, sms: Awaited<ReturnType<typeof serve>>): Promise<void> {
  const signIns = await demoSignIns();
  const { DEMO_PASSWORD } = await import("@/demo/domain/staff");
  line();
  line(t("cli.start.ready", { address: `http://${host === "127.0.0.1" || host === "0.0.0.0" ? "localhost" : host}:${port}` }));
  if (signIns.length > 0) {
    line(t("cli.start.signIns", { password: DEMO_PASSWORD }));
    for (const { email, name, role } of signIns) line(`    ${email.padEnd(28)} ${t(`cli.role.${role}`)} (${name})`);
  } else {
    line(t("cli.start.ownDatabase"));
    if (sms !== null) line(t(`cli.start.sms_${sms}`));
  }
  line(t("cli.start.howToStop"));
}

/** Under npm, its death is ours too: a killed `npm start` leaves nothing running. */
function watchParent(): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void stopOn("SIGTERM"), 1000).unref();
}

async function main(): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopOn(signal));
  process.on("uncaughtException", (error) => void fail(error));
  watchParent();
  const options = startOptions(process.argv.slice(2), process.env);
  line(t("cli.start.title"));
  await freeOrRefuse(options);
  database = await openIt();
  const work = [options.dev ? buildFieldShell() : buildScreens()];
  if (options.demo && (await isEmpty())) work.push(loadDemo());
  await Promise.all(work);
  const hasDemo = (await demoSignIns()).length > 0;
  const sms = await serve(options, database.env, hasDemo, parts);
  if (parts.stopping.aborted) return;
  await tellAddress(options, sms);
  const tell = (env: Record<string, string>) => parts.tell(Object.assign(process.env, env) && env);
  watchSecrets(database, tell, parts.stopping);
  watchDatabase(database, (key) => line(t(key)), parts.stopping);
}

main().catch(fail);
