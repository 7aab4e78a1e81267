import { spawn } from "node:child_process";
import path from "node:path";
import { ROOT } from "./database/place";

export interface Ran {
  readonly code: number;
  readonly ms: number;
}

/** Runs a program of node_modules in the project, its output straight to the screen. */
export function runTool(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const since = performance.now();
  const bin = path.join(ROOT, "node_modules/.bin");
  const child = spawn(path.join(bin, process.platform === "win32" ? `${program}.cmd` : program), args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    // The Node that came in with npm install first, whichever started us.
    env: { ...process.env, PATH: [bin, process.env.PATH].join(path.delimiter), ...env },
  });
  return new Promise((resolve) => {
    const end = (code: number | null) => resolve({ code: code ?? 1, ms: performance.now() - since });
    child.on("exit", end);
    child.on("error", () => end(1));
  });
}
