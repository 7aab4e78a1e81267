import { runArrears } from "@/lib/cases/commands/run";
import { day } from "@/lib/kernel/day";
import { disconnect, prisma } from "@/lib/platform/db";

/** The full run of a day in a process of its own, as one worker of several: `night-one.ts DAY`. Says how long it was at it and what it peaked at. */
await prisma().run.findFirst();
const since = performance.now();
await runArrears({ day: day(process.argv[2] ?? ""), trigger: "schedule", full: true });
const told = { ms: performance.now() - since, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
process.stdout.write(`${JSON.stringify(told)}\n`);
await disconnect();
