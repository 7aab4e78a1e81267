import { statfs } from "node:fs/promises";
import path from "node:path";
import { env } from "./env";

/** Below this, in bytes, nothing new is taken in: what people record at the desk still needs room. */
export const LEAST_FREE = 500_000_000;

/** Room on the disk with the data folder, in bytes. */
export async function diskRoom(): Promise<{ readonly free: number; readonly whole: number }> {
  const folder = path.resolve(/* turbopackIgnore: true */ env.root(), env.dataDir());
  // The web server may see no more of it than what people brought in; with a database of one's own it is there once something lies in it.
  const disk = await statfs(path.join(folder, "uploads")).catch(() => statfs(folder).catch(() => statfs(env.root())));
  return { free: disk.bavail * disk.bsize, whole: disk.blocks * disk.bsize };
}

/** Whether so many bytes can be taken in: they lie there twice while they are read, and the desk keeps its room. */
export const fits = (bytes: number, free: number): boolean => free - 2 * bytes >= LEAST_FREE;
