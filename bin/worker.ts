import { disconnect } from "@/lib/platform/db";
import { boss, enqueue, stopJobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import type { Jobs, QueueName } from "@/lib/platform/queues";
import "./start/told.mjs";

type Handler<Name extends QueueName> = (data: Jobs[Name]) => Promise<unknown>;

/** Every queue and the room that does its work; loaded when the first job comes. */
const HANDLERS: { [Name in QueueName]: Handler<Name> } = {
  run: async (data) => {
    await (await import("@/lib/ledger/jobs")).compareNightly();
    await (await import("@/lib/cases/jobs")).run(data);
    await enqueue("shadow", {});
  },
  reassess: async (data) => (await import("@/lib/cases/jobs")).reassess(data),
  import: async (data) => (await import("@/lib/intake/jobs")).importUpload(data),
  rematch: async () => (await import("@/lib/bank/jobs")).rematch(),
  "send-messages": async () => {
    await (await import("@/lib/contact/jobs")).sendMessages();
    await (await import("@/lib/caretaker/jobs")).remind();
    await (await import("@/lib/field/jobs")).openLeft();
  },
  bulk: async (data) => (await import("@/lib/bulk/jobs")).bulk(data),
  "open-envelope": async (data) => (await import("@/lib/field/jobs")).openEnvelope(data),
  rehearse: async (data) => (await import("@/lib/rehearsals/jobs")).rehearse(data),
  "play-on": async ({ staffId }) => (await import("@/demo/commands/play-on")).playOn(staffId),
  tidy: async () => {
    await (await import("@/lib/drafts/jobs")).tidyDrafts();
    await (await import("@/lib/field/jobs")).tidy();
    await (await import("@/lib/caretaker/jobs")).tidySignals();
    await (await import("@/lib/privacy/jobs")).retain();
  },
  watch: async () => (await import("@/lib/health/jobs")).watch(),
  shadow: async () => (await import("@/lib/rehearsals/jobs")).shadow(),
};

/** Worth a line in the log when done; the others come every minute. */
const LOUD: ReadonlySet<QueueName> = new Set(["run", "import", "rehearse"]);

async function work<Name extends QueueName>(name: Name): Promise<void> {
  const client = await boss({ works: true });
  const handler = HANDLERS[name];
  await client.work<Jobs[Name]>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) {
      const since = performance.now();
      try {
        await handler(job.data);
        log[LOUD.has(name) ? "info" : "debug"](
          { queue: name, job: job.id, ms: Math.round(performance.now() - since) },
          "job done",
        );
      } catch (error) {
        log.error({ queue: name, job: job.id, error: String(error) }, "job failed");
        throw error;
      }
    }
  });
}

async function main(): Promise<void> {
  const client = await boss({ works: true });
  for (const name of Object.keys(HANDLERS) as QueueName[]) await work(name);
  await client.schedule("run", "0 5 * * *", { trigger: "schedule" } satisfies Jobs["run"], { tz: "Europe/Amsterdam" });
  await client.schedule("tidy", "30 4 * * *", {}, { tz: "Europe/Amsterdam" });
  await client.schedule("watch", "0 7 * * *", {}, { tz: "Europe/Amsterdam" });
  // What waits in the outbox is also sent when the job that announced it was lost.
  await client.schedule("send-messages", "* * * * *", {});
  await (await import("@/lib/field/jobs")).prepare();
  const { missedTheNight } = await import("@/lib/cases/jobs");
  if (await missedTheNight()) await enqueue("run", { trigger: "schedule" });
  (await import("@/lib/health/jobs")).tellMetrics();
  log.debug("worker ready");
  process.send?.({ ready: true });
}

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stopJobs();
  await disconnect();
  process.exit(0);
}
for (const event of ["SIGINT", "SIGTERM", "disconnect"]) process.on(event, stop);

main().catch((error) => {
  log.error({ error: String(error) }, "worker could not start");
  process.exit(1);
});
