import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const ROOT = path.resolve(import.meta.dirname, "..");
const KEPT = path.join(ROOT, "node_modules/.cache/aanbel");

/** Not written out here: this file goes through its own plugin. */
const HERE = ["import", "meta", "dirname"].join(".");

/** A bundle lies elsewhere than its sources; what they read beside themselves they find where they were written. */
const whereItWasWritten = {
  name: "where-it-was-written",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](bin|tests)[\\/].*\.(ts|mjs)$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      return {
        loader: file.endsWith(".ts") ? "ts" : "js",
        contents: text.replaceAll(HERE, JSON.stringify(path.dirname(file))),
      };
    }),
};

/**
 * A TypeScript program of ours as JavaScript that Node runs as it is: no loader, and nothing renamed at run time. Packages stay outside.
 * Takes a tenth of a second; the same sources give the same file, so that several processes may ask at once.
 */
export async function bundle(program) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { program: path.resolve(ROOT, "bin", program) },
    outdir: KEPT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    alias: { "@": ROOT },
    plugins: [whereItWasWritten],
    logLevel: "silent",
    write: false,
  });
  const digest = createHash("sha256");
  for (const { path: file, hash } of outputFiles) digest.update(`${path.basename(file)} ${hash}\n`);
  const folder = path.join(KEPT, digest.digest("hex").slice(0, 16));
  if (!existsSync(folder)) {
    const making = `${folder}.${process.pid}`;
    await mkdir(making, { recursive: true });
    for (const { path: file, contents } of outputFiles) await writeFile(path.join(making, path.basename(file)), contents);
    await rename(making, folder).catch(() => {});
  }
  return path.join(folder, "program.mjs");
}
