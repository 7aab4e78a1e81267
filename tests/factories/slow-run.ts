import { type RunStep, runArrears } from "@/lib/cases/commands/run";
import { day } from "@/lib/kernel/day";

// A run in small batches that says each batch on its own line, so that a test can kill it in the middle; or that kills
// itself with -9 right before a step it is told.
const [on = "", dies] = process.argv.slice(2) as [string?, RunStep?];
const outcome = await runArrears({
  day: day(on),
  trigger: "schedule",
  atOnce: 10,
  onProgress: ({ tenanciesDone }) => process.stdout.write(`${tenanciesDone}\n`),
  onStep: (step) => {
    if (step === dies) process.kill(process.pid, "SIGKILL");
  },
});
process.stdout.write(outcome.ok ? "" : `${outcome.code}\n`);
process.exit(outcome.ok ? 0 : 1);
