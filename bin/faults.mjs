import { launch } from "./launch.mjs";

await launch("faults.ts");
