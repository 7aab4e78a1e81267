import { runArrears } from "@/lib/cases/commands/run";
import { day } from "@/lib/kernel/day";

// A run in small batches that says each batch on its own line, so that a test can kill it in the middle.
await runArrears({
  day: day(process.argv[2] ?? ""),
  trigger: "schedule",
  atOnce: 10,
  onProgress: ({ tenanciesDone }) => process.stdout.write(`${tenanciesDone}\n`),
});
