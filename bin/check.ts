import { generateClient } from "./start/generate";
import { runTool } from "./tool";

/** Everything that can be judged without running the program. Each tool says itself what it found. */
const CHECKS: readonly (readonly [title: string, program: string, args: readonly string[]])[] = [
  ["format", "biome", ["check", "--linter-enabled=false", "--error-on-warnings", "."]],
  ["types", "tsc", ["--noEmit"]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["unused code", "knip", ["--no-progress"]],
  ["the house", "vitest", ["run", "--project", "unit", "tests/house", "--reporter=dot"]],
];

generateClient();
const failed: string[] = [];
for (const [title, program, args] of CHECKS) {
  console.log(`\n— ${title}`);
  const { code, ms } = await runTool(program, args);
  console.log(`  ${code === 0 ? "good" : "NOT GOOD"} (${(ms / 1000).toFixed(1)} s)`);
  if (code !== 0) failed.push(title);
}
console.log(failed.length === 0 ? "\nEverything is good." : `\nNot good: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
