import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Hindrance } from "../database/hindrance";
import { ROOT } from "../database/place";
import { buildFieldShell } from "./field-shell";

const NOTE = path.join(ROOT, ".next/made-from.txt");
const INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
/** Read while running, or made from what is listed here. */
const NOT_BUILT = /\.(sql|test\.ts|md)$|^lib\/generated\//;

function* filesIn(relative: string): Generator<string> {
  const full = path.join(ROOT, relative);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found?.isFile()) yield relative;
  if (found?.isDirectory()) for (const name of readdirSync(full).sort()) yield* filesIn(`${relative}/${name}`);
}

function fingerprint(): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const input of INPUTS) {
    for (const file of filesIn(input)) if (!NOT_BUILT.test(file)) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest("hex");
}

/** Builds the screens when their source changed. An interrupted build is not taken for a finished one. */
export async function build(onWork: () => void = () => {}, signal?: AbortSignal): Promise<boolean> {
  const print = fingerprint();
  if (existsSync(NOTE) && readFileSync(NOTE, "utf8") === print) return false;
  onWork();
  rmSync(NOTE, { force: true });
  const next = path.join(ROOT, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", AANBEL_ROOT: ROOT },
    ...(signal ? { signal } : {}),
  });
  let said = "";
  const keep = (piece: Buffer) => {
    said = (said + piece.toString()).slice(-6000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => child.on("exit", resolve).on("error", reject));
  if (code !== 0)
    throw new Hindrance(/ENOSPC|No space left/.test(said) ? "diskFull" : "buildFailed", { folder: ROOT, reason: said });
  await buildFieldShell();
  writeFileSync(NOTE, print);
  return true;
}
