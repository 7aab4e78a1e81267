import { launch } from "./launch.mjs";

await launch("mutate.ts");
