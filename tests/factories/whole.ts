import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";

// What is generated, a hundred of each with `npm test`, becomes a long hunt with `npm run bench:faults`, which also wants to know how many.
const { AANBEL_WHOLE: counts } = process.env;
if (counts)
  fc.configureGlobal({
    numRuns: 3_000,
    reporter: (details) => {
      appendFileSync(counts, `${JSON.stringify({ file: expect.getState().testPath, runs: details.numRuns })}\n`);
      if (details.failed) throw new Error(fc.defaultReportMessage(details));
    },
  });
