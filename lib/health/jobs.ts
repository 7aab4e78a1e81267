import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { standings } from "./domain/standing";
import { health } from "./queries/health";

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
