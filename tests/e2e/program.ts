import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const PORT = "3999";
const READY = "http://localhost:";

/** Starts the real program, as `npm start` does, in a folder of its own with the demo; AANBEL_TEST_URL uses one that already runs. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.AANBEL_TEST_URL) return async () => {};
  const folder = mkdtempSync(path.join(tmpdir(), "aanbel-e2e-"));
  chmodSync(folder, 0o755);
  const program = spawn(process.execPath, ["bin/start.mjs", "--demo", "--port", PORT], {
    env: { ...process.env, AANBEL_DATA_DIR: path.join(folder, "data"), TZ: "Pacific/Kiritimati" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<void>((resolve) => program.on("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const listen = (piece: Buffer) => {
      said += piece.toString();
      if (said.includes(`${READY}${PORT}`)) resolve();
    };
    program.stdout.on("data", listen);
    program.stderr.on("data", listen);
    program.on("exit", () => reject(new Error(`the program ended before it was up:\n${said}`)));
  });
  return async () => {
    program.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
