import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Hindrance } from "../database/hindrance";
import { ROOT } from "../database/place";

const MADE = path.join(ROOT, "lib/generated/prisma");
const NOTE = path.join(MADE, "made-from.txt");

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(ROOT, "node_modules/prisma/package.json")));
  const folder = path.join(ROOT, "prisma/schema");
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  return hash.digest("hex");
}

/** Makes the database client out of prisma/schema when that changed. Answers whether it had to. */
export function generateClient(onWork: () => void = () => {}): boolean {
  const print = fingerprint();
  if (existsSync(NOTE) && readFileSync(NOTE, "utf8") === print) return false;
  onWork();
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  // Generating needs no schema engine; naming any program in its place keeps prisma from downloading one.
  const engine = existsSync("/bin/true") ? "/bin/true" : process.execPath;
  const answer = spawnSync(process.execPath, [cli, "generate"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: engine, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  });
  if (answer.status !== 0)
    throw new Hindrance("generateFailed", {
      reason: (answer.stderr || answer.stdout || String(answer.error)).trim().slice(-800),
    });
  writeFileSync(NOTE, print);
  return true;
}
