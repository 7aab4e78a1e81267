import { launch } from "./launch.mjs";

await launch("vitest.ts");
