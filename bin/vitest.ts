import { generateClient } from "./start/generate";
import { runTool } from "./tool";

/** Some of the tests, with the database's client made first: `npm run test:unit`, `npm run test:integration -- <file>`. */
generateClient();
const { code } = await runTool("vitest", ["run", ...process.argv.slice(2)]);
process.exitCode = code ?? 1;
