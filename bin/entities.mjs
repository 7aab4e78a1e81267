import { launch } from "./launch.mjs";

await launch("entities.ts");
