import { writeFileSync } from "node:fs";
import { arrearsByMonth, evictionsIn } from "@/demo/domain/measure";
import { DEMO_SEED, playAll, playControl } from "@/demo/domain/play";
import type { World } from "@/demo/domain/world";
import { type Day, type Month } from "@/lib/kernel/day";

/**
 * Plays the article's years for many seeds, with personal contact and, as a control, with letters only, and writes one
 * line per seed. `npx tsx tests/bench/demo-spread.ts [FIRST] [LAST] [FILE]`
 */
const ENDS = "2016-12-31" as Day;
const [first = 1, last = 100] = process.argv.slice(2, 4).map(Number);
const file = process.argv[4] ?? "";

const reduction = (world: World): number => {
  const months = arrearsByMonth(world);
  const [before, now] = [months.get("2015-12" as Month) ?? 0, months.get("2016-12" as Month) ?? 0];
  return Math.round(1000 * (1 - now / before)) / 10;
};

const lines = ["seed;reduction;evictions2015;evictions2016;controlReduction;controlEvictions2016"];
for (let seed = first; seed <= last; seed++) {
  const personal = playAll(seed, ENDS, "full");
  const counted = [reduction(personal), evictionsIn(personal, "2015"), evictionsIn(personal, "2016")];
  const control = playControl(seed, ENDS, "full");
  lines.push([seed, ...counted, reduction(control), evictionsIn(control, "2016")].join(";"));
  process.stdout.write(`${lines.at(-1)}${seed === DEMO_SEED ? " (shipped)" : ""}\n`);
  if (file) writeFileSync(file, `${lines.join("\n")}\n`);
}
