import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { translate } from "@/lib/i18n/translate";
import type { Day } from "@/lib/kernel/day";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { sendMail } from "./channels/mail";
import { standings } from "./domain/standing";
import { valuesOf } from "./domain/values";
import { health } from "./queries/health";
import { mailServer } from "./queries/mail";

const NUMBERS = [
  ...(["jobsWaiting", "jobsOldest", "jobsFailed", "smsWaiting", "smsUncertain", "smsUndelivered", "fieldWaiting"] as const),
  ...(["signInsFailed", "diskFree", "backupAge", "certificateDays", "databaseBytes"] as const),
];
const nameOf = (key: string) => `aanbel_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

/** How things stand as Prometheus reads it: counts, and one line per thing that is looked at. Nothing of a tenant or a colleague. */
async function metrics(): Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const facts = await health();
  for (const key of NUMBERS) {
    const value = facts[key];
    if (value !== null) new Gauge({ name: nameOf(key), help: key, registers: [registry] }).set(value);
  }
  const well = new Gauge({ name: "aanbel_well", help: "1: nothing to do", labelNames: ["subject"], registers: [registry] });
  for (const { subject, good } of standings(facts)) well.set({ subject }, good ? 1 : 0);
  return registry.metrics();
}

/** Tells it on a port of its own, on this machine only, when one was set. */
export function tellMetrics(): Server | null {
  const port = env.metricsPort();
  if (port === null) return null;
  const server = createServer((_, response) => {
    metrics().then(
      (text) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(text),
      (error: unknown) => {
        log.error({ error: String(error) }, "metrics could not be told");
        response.writeHead(503).end();
      },
    );
  });
  server.on("error", (error) => log.error({ error: String(error) }, "metrics have no port"));
  return server.listen(port, "127.0.0.1");
}

/** Every morning: tells whoever looks after the program what is not well, in the sentences of *Toestand*. Nothing of a tenant stands in it. */
export async function watch(): Promise<"well" | "told" | "nobody"> {
  const facts = await health();
  const bad = standings(facts).filter(({ good }) => !good);
  if (bad.length === 0) return "well";
  const t = translate("nl");
  const values = valuesOf(facts, {
    day: (day) => formatDay(day as Day, "full", t.lang),
    moment: (at) => formatMoment(at, "weekdayShort", t.lang),
  });
  const lines = bad.map(
    ({ subject, code }) => `${t(`health.subject.${subject}`)}: ${t(`health.said.${subject}.${code}`, values)}`,
  );
  const place = env.publicUrl();
  const text = [...lines, ...(place ? ["", new URL("/beheer/toestand", place).href] : [])].join("\n");
  const told = await sendMail(await mailServer(), { subject: t("health.mail", { count: bad.length }), text });
  log[told ? "info" : "warn"]({ bad: bad.map(({ subject, code }) => `${subject}.${code}`), told }, "something is not well");
  return told ? "told" : "nobody";
}
