import { launch } from "./launch.mjs";

await launch("aanbel.ts", { needsClient: true });
