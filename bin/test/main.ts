import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../database/place";
import { build } from "../start/build";
import { generateClient } from "../start/generate";
import { runTool } from "../tool";
import { findBrowser } from "./browser";
import { type Counts, countsIn, playwrightCounts, vitestCounts } from "./counts";

/**
 * All tests: client, checks, unit and integration tests on a real PostgreSQL, the built screens, and the browser.
 * Goes on after a failure, so that one run tells everything; the last line sums all runners.
 */
const REPORTS = path.join(ROOT, "test-results");
const failures: string[] = [];

async function part(title: string, work: () => Promise<boolean>): Promise<void> {
  const since = performance.now();
  console.log(`\n=== ${title}`);
  const good = await work().catch((error: unknown) => {
    console.error(error);
    return false;
  });
  console.log(`=== ${title}: ${good ? "good" : "FAILED"} (${((performance.now() - since) / 1000).toFixed(0)} s)`);
  if (!good) failures.push(title);
}

async function vitest(): Promise<Counts> {
  const file = path.join(REPORTS, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  await part("unit and integration", async () => (await runTool("vitest", ["run", ...reporters])).code === 0);
  return countsIn(file, vitestCounts);
}

async function playwright(): Promise<Counts> {
  const file = path.join(REPORTS, "playwright.json");
  await part("in the browser", async () => {
    const browser = findBrowser();
    if (!browser && (await runTool("playwright", ["install", "chromium-headless-shell"])).code !== 0) return false;
    const env = browser ? { AANBEL_BROWSER: browser.path, ...browser.env } : {};
    const reports = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    return (await runTool("playwright", ["test", "--reporter=list,json"], { ...env, ...reports })).code === 0;
  });
  return countsIn(file, playwrightCounts);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
process.env.NEXT_TELEMETRY_DISABLED = "1";
await part("database client", async () => {
  generateClient();
  return true;
});
await part("checks", async () => (await runTool("node", ["bin/check.mjs"])).code === 0);
const counts = [await vitest()];
await part("building the screens", async () => {
  await build();
  return true;
});
counts.push(await playwright());

const sum = (of: keyof Counts) => counts.reduce((total, one) => total + one[of], 0);
const other = failures.filter((title) => title !== "unit and integration" && title !== "in the browser").length;
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}.`);
console.log(`\n${sum("passed")} passed, ${sum("failed") + other} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
