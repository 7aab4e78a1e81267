import { runTool } from "./tool";

/** Changes the pure rooms in small ways and runs the unit tests that meet each change: `npm run mutate -- --mutate lib/rules/habit.ts`. */
const { code } = await runTool("stryker", ["run", "stryker.config.json", ...process.argv.slice(2)]);
process.exitCode = code ?? 1;
