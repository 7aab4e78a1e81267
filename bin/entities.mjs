import { launch } from "./launch.mjs";

await launch("entity-page.ts");
