import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./server";

/**
 * Who uses the embedded database: one file per process. The last one that leaves stops the server,
 * so that a command beside a running program, or two commands at once, never take it away from each other.
 */
const folderOf = (dataFolder: string) => path.join(dataFolder, "in-use");

export function enter(dataFolder: string): void {
  mkdirSync(folderOf(dataFolder), { recursive: true });
  writeFileSync(path.join(folderOf(dataFolder), String(process.pid)), "");
}

/** Answers whether nobody is left. What a killed process left behind is cleared away. */
export function leave(dataFolder: string): boolean {
  const folder = folderOf(dataFolder);
  rmSync(path.join(folder, String(process.pid)), { force: true });
  const others = readdirSync(folder).filter((pid) => {
    if (isAlive(Number(pid))) return true;
    rmSync(path.join(folder, pid), { force: true });
    return false;
  });
  return others.length === 0;
}

const holderOf = (file: string): number => {
  try {
    return Number(readFileSync(file, "utf8")) || process.pid;
  } catch {
    return 0;
  }
};

/** Starting and stopping the server is done by one process at a time; a lock whose holder died is taken over. */
export async function alone<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(dataFolder, "starting");
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== "EEXIST") throw error;
      const holder = holderOf(file);
      if (holder && !isAlive(holder)) rmSync(file, { force: true });
      else await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
