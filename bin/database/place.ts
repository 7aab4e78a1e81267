import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { canReach, type ServerUser } from "./binaries";
import { Hindrance, hindranceIn } from "./hindrance";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** From where the person called: npm changes to the project's folder first, and remembers. */
export const calledFrom = (): string => (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();

/** AANBEL_DATA_DIR, or `.data` in the project. */
export function dataFolder(): string {
  const given = process.env.AANBEL_DATA_DIR;
  return given ? path.resolve(calledFrom(), given) : path.join(ROOT, ".data");
}

export function makeDataFolder(folder: string, user: ServerUser | null): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Run as root, PostgreSQL's own user has to pass through; each file inside guards itself.
    chmodSync(folder, user ? 0o711 : 0o700);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw hindranceIn(error, { folder });
  }
}

/**
 * Where the embedded server keeps its data: in the data folder. Only when root runs it below a folder that PostgreSQL's user
 * cannot enter (/root, say) it lies in /var/lib/aanbel, and `postgres-place.txt` in the data folder says where.
 */
export function serverFolder(folder: string, user: ServerUser | null): string {
  const note = path.join(folder, "postgres-place.txt");
  if (existsSync(note)) {
    const noted = readFileSync(note, "utf8").trim();
    // A data folder copied from another machine: an empty database in its place would look like the old one.
    if (!existsSync(noted)) throw new Hindrance("databaseElsewhere", { folder, place: noted });
    return noted;
  }
  if (canReach(folder, user)) return path.join(folder, "postgres");
  const place = path.join("/var/lib/aanbel", randomBytes(6).toString("hex"));
  mkdirSync(place, { recursive: true });
  chmodSync("/var/lib/aanbel", 0o711);
  writeFileSync(note, `${place}\n`);
  return place;
}
