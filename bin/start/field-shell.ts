import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { ROOT } from "../database/place";

/** Made beside the screens, and served by app/veld. */
const TO = path.join(ROOT, ".next/veld");

/** Builds the app of the field: one document, one script, one stylesheet, and the worker that keeps them on the phone. */
export async function buildFieldShell(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { app: "components/field/app.tsx" },
    outdir: TO,
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: ["es2022", "safari16.4"],
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: { "@": ROOT },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
    write: false,
  });
  rmSync(TO, { recursive: true, force: true });
  mkdirSync(TO, { recursive: true });
  const names = outputFiles.map(({ path: file }) => path.basename(file));
  for (const { path: file, contents } of outputFiles) writeFileSync(path.join(TO, path.basename(file)), contents);
  const named = (ending: string) => names.find((name) => name.startsWith("app-") && name.endsWith(ending)) ?? "";
  const html = read("index.html").replace("APP.css", named(".css")).replace("APP.js", named(".js"));
  const digest = createHash("sha256").update(html);
  for (const { hash } of outputFiles) digest.update(hash);
  writeFileSync(path.join(TO, "index.html"), html);
  writeFileSync(path.join(TO, "manifest.webmanifest"), read("manifest.webmanifest"));
  const list = JSON.stringify(["/veld", ...names.map((name) => `/veld/${name}`)]);
  const worker = read("sw.js").replace('"VERSION"', JSON.stringify(digest.digest("hex").slice(0, 16)));
  writeFileSync(path.join(TO, "sw.js"), worker.replace('["FILES"]', list));
}

const read = (name: string) => readFileSync(path.join(ROOT, "components/field/shell", name), "utf8");
