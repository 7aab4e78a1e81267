import { readdirSync } from "node:fs";
import path from "node:path";
import { SYSTEM } from "@/lib/auth/actor";
import { dryRunFiles } from "@/lib/intake/commands/dry-run";
import { disconnect } from "@/lib/platform/db";

/** Looks at each file of the folder it is given, and tells how each ended, how long that took and how much memory all of it. */
const folder = process.argv[2] ?? "";
const seen: Record<string, { said: string; ms: number }> = {};
for (const name of readdirSync(folder)) {
  const since = performance.now();
  const [report] = await dryRunFiles(SYSTEM, [path.join(folder, name)]);
  const rows = report?.issues.map(({ line, field, code }) => `${line} ${field} ${code}`).join(", ") ?? "";
  const said = report?.refused ? [report.refused.code, report.refused.values.line].filter(Boolean).join(" ") : rows;
  seen[name] = { said, ms: Math.round(performance.now() - since) };
}
await disconnect();
console.log(JSON.stringify({ seen, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
