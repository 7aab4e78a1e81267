import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { bundle } from "../bundle.mjs";
import { ROOT } from "../database/place";

/** One process of the program beside this one. It has a channel to us, and ends by itself when that breaks. */
export interface Part {
  readonly name: string;
  readonly child: ChildProcess;
  /** The last lines it said on stderr, for when it fails. */
  said(): string;
  readonly ended: Promise<number | null>;
}

/**
 * How a program of ours is started by Node: bundled, and with a heap in which garbage may pile up by a fifth instead
 * of to double. A night over 100,000 tenancies so stays under 200 MB, and takes no longer for it (docs/performance.md).
 * @param file its place seen from `bin`
 */
export const program = async (file: string): Promise<string[]> => [
  ...["--max-semi-space-size=8", "--heap-growing-percent=20"],
  await bundle(file),
];

export function startPart(name: string, args: readonly string[], env: Record<string, string>): Part {
  // Who owns the tables, and what opens backups, is nobody's business but ours.
  const { DATABASE_URL: _, AANBEL_BACKUP_KEY: __, ...ours } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...ours, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // In a group of its own, so that Ctrl-C reaches only us and everything stops in our order.
    detached: process.platform !== "win32",
  });
  let said = "";
  const keep = (piece: Buffer) => {
    said = (said + piece.toString()).slice(-4000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", (piece: Buffer) => {
    keep(piece);
    process.stderr.write(piece);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", resolve);
    child.on("error", () => resolve(1));
  });
  return { name, child, said: () => said, ended };
}

/** Asks it to stop, and ends it when it does not within `graceMs`. */
export async function stopPart({ child, ended }: Part, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const stopped = await Promise.race([ended.then(() => true), sleep(graceMs, false, { ref: false })]);
  if (stopped) return;
  child.kill("SIGKILL");
  await ended;
}

/** The first message a part sends over its channel, or null when it ends before. */
export const firstMessage = <T>({ child, ended }: Part): Promise<T | null> =>
  Promise.race([new Promise<T>((resolve) => child.once("message", (message) => resolve(message as T))), ended.then(() => null)]);
