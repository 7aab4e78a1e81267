import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../database/place";

/** How the web server is started: with a heap in which garbage piles up by two fifths instead of to double. */
export const NEXT = [
  ...["--heap-growing-percent=40"],
  ...["--import", "./bin/start/with-parent.mjs", "--import", "./bin/start/gate.mjs"],
  "node_modules/next/dist/bin/next",
];

/** From this Node on a process can be held to the files it needs. */
const HOLDS = 24;
const ASKS_FOR_NET = 25;
/** By their first letters, so that what is looked for and is not there is simply not there. */
const BEGINNINGS = [...Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"), ".env", ".next"];

/**
 * What the web server may read: the program, and what people brought in. Not the passwords of the database, the key of backups, the
 * database's own files or anything else of this machine, whatever somebody makes it do. None when this Node cannot hold it to that.
 * @param databaseUrl as the program reaches its database; certificates that it names may be read
 * @param dataFolder where the passwords lie, in or outside the program's own folder
 */
export function held(dataFolder: string, databaseUrl = "", major = Number(process.versions.node.split(".")[0])): string[] {
  if (major < HOLDS) return [];
  const uploads = path.join(dataFolder, "uploads");
  mkdirSync(uploads, { recursive: true, mode: 0o700 });
  const [kept = ""] = path.relative(ROOT, dataFolder).split(path.sep);
  const others = readdirSync(ROOT).filter((name) => name !== kept);
  const program = BEGINNINGS.flatMap((start) =>
    kept.startsWith(start) ? others.filter((name) => name.startsWith(start)) : [`${start}*`],
  );
  // With an own PostgreSQL over TLS each connection reads these.
  const { searchParams } = URL.parse(databaseUrl) ?? { searchParams: new URLSearchParams() };
  const certificates = ["sslrootcert", "sslcert", "sslkey"].flatMap((name) => {
    const file = searchParams.get(name);
    return file && file !== "system" ? [path.resolve(ROOT, file)] : [];
  });
  return [
    ...["--permission", "--allow-addons", "--disable-warning=PERM0001"],
    ...[...program.map((name) => path.join(ROOT, name)), uploads, ...certificates].map((place) => `--allow-fs-read=${place}`),
    `--allow-fs-write=${uploads}`,
    // From here on the network is something to be allowed as well.
    ...(major >= ASKS_FOR_NET ? ["--allow-net"] : []),
  ];
}
