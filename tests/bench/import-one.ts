import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import { disconnect } from "@/lib/platform/db";

/** Imports the one file it is given and says how that went and what it took. */
const [report] = await importFiles(SYSTEM, [process.argv[2] ?? ""]);
if (!report || report.refused) throw new Error(`refused: ${report?.refused?.code}`);
await disconnect();
console.log(
  JSON.stringify({
    added: report.added,
    suspense: report.suspense,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
