import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { bundle } from "@/bin/bundle.mjs";

it.each(["start/main.ts", "aanbel.ts", "worker.ts", "gateway.ts", "bench.ts", "check.ts", "test/main.ts", "vitest.ts"])(
  "%s becomes a program that Node runs without a loader, the same one when it is asked again",
  async (program) => {
    const file = await bundle(program);
    expect(existsSync(file)).toBe(true);
    expect(await bundle(program)).toBe(file);
  },
);

const LAUNCHED = readdirSync("bin")
  .filter((file) => file.endsWith(".mjs"))
  .flatMap((file) => [
    ...readFileSync(path.join("bin", file), "utf8").matchAll(/await launch\("([^"]+)"(, \{ needsClient: true \})?\)/g),
  ])
  .map(([, program = "", needs]) => ({ program, needs: needs !== undefined }));

it.each(LAUNCHED)(
  "$program has the database client made first when anything in it uses it, as on a clean clone",
  async ({ program, needs }) => {
    const { metafile } = await build({
      ...{
        entryPoints: [path.join("bin", program)],
        bundle: true,
        write: false,
        metafile: true,
        outdir: "nowhere",
        logLevel: "silent",
      },
      ...{ platform: "node", format: "esm", packages: "external", alias: { "@": process.cwd() } },
    });
    expect(needs).toBe(Object.keys(metafile.inputs).some((file) => file.startsWith("lib/generated/")));
  },
);
