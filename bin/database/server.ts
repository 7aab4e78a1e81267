import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { binaries, type ServerUser, serverUser } from "./binaries";
import { Hindrance, hindranceIn } from "./hindrance";

/** The embedded server: a real PostgreSQL from an npm package, on loopback only, in a folder of its own. */
export interface ServerFolder {
  /** Holds `data/` and `server.log`; must be reachable by the user that runs PostgreSQL. */
  readonly folder: string;
  /** Of the server's own role, which may do anything; nothing of the program connects as it. */
  readonly password: string;
  /** Tests give up safety against a power cut for speed. */
  readonly fsync: boolean;
}
export interface Server {
  /** As the server's own role. */
  readonly serverUrl: string;
  readonly port: number;
  /** False when it was already running. */
  readonly started: boolean;
}

export const SERVER = "aanbel_server";
export const OWNER = "aanbel_owner";
const VERSION = "18";
const dataOf = (folder: string) => path.join(folder, "data");
const logOf = (folder: string) => path.join(folder, "server.log");
const urlOf = (port: number, password: string) => `postgresql://${SERVER}:${password}@127.0.0.1:${port}/postgres`;

export const freePort = (wanted = 0): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(null));
    probe.listen({ port: wanted, host: "127.0.0.1", exclusive: true }, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** The process and port that postmaster.pid names, if there is such a file. */
function lockFile(folder: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(path.join(dataOf(folder), "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** A killed server whose parent has not collected it yet (state Z) is dead, whatever its process id says. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code !== "EPERM") return false;
  }
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return process.platform !== "linux";
  }
}

/** Asks over a real connection; a process id proves nothing. */
async function answers(port: number, password: string): Promise<"yes" | "no" | "starting"> {
  const client = new pg.Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 3000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return "yes";
  } catch (error) {
    const { code } = error as { code?: string };
    // Whoever is not let in was answered: of an older data folder that role has another name.
    return code === "57P03" ? "starting" : code?.startsWith("28") ? "yes" : "no";
  } finally {
    await client.end().catch(() => {});
  }
}

const as = (user: ServerUser | null) => (user ? { uid: user.uid, gid: user.gid } : {});

function initialise({ folder, password }: ServerFolder, bin: string, user: ServerUser | null): void {
  const half = path.join(folder, "data.new");
  const passwordFile = path.join(folder, "password.new");
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const answer = spawnSync(
    path.join(bin, "initdb"),
    [
      "-D",
      half,
      "-U",
      SERVER,
      "--pwfile",
      passwordFile,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--locale=C.UTF-8",
      "--no-sync",
    ],
    { cwd: folder, encoding: "utf8", ...as(user) },
  );
  rmSync(passwordFile, { force: true });
  if (answer.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw hindranceIn(answer.error ?? new Error(`initdb: ${answer.stderr}`), { folder });
  }
  // Only a finished data folder gets the name: a start that was interrupted begins again.
  spawnSync("mv", [half, dataOf(folder)], as(user));
}

async function waitUntilUp(folder: string, password: string): Promise<number | null> {
  for (let tries = 0; tries < 300; tries++) {
    const lock = lockFile(folder);
    if (!lock || !isAlive(lock.pid)) return null;
    if (lock.port && (await answers(lock.port, password)) === "yes") return lock.port;
    await sleep(200);
  }
  return null;
}

function launch(server: ServerFolder, bin: string, user: ServerUser | null, port: number): boolean {
  const { folder, fsync } = server;
  const options = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=''",
    "-c max_connections=120",
    "-c shared_buffers=256MB",
  ];
  options.push("-c timezone=UTC", "-c log_timezone=UTC", "-c lc_messages=C", "-c jit=off", "-c max_wal_size=2GB");
  if (!fsync) options.push("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off");
  rmSync(logOf(folder), { force: true });
  const args = ["start", "-w", "-t", "60", "-D", dataOf(folder), "-l", logOf(folder), "-o", options.join(" ")];
  const answer = spawnSync(path.join(bin, "pg_ctl"), args, { cwd: folder, stdio: "ignore", timeout: 90_000, ...as(user) });
  return answer.status === 0;
}

const logText = (folder: string) => (existsSync(logOf(folder)) ? readFileSync(logOf(folder), "utf8") : "");

/** Makes the data folder when there is none and starts the server, or finds it running. `preferredPort` is used when it is free. */
export async function startServer(server: ServerFolder, preferredPort?: number): Promise<Server> {
  const { folder, password } = server;
  const user = serverUser();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);

  const running = await waitUntilUp(folder, password);
  if (running) return { serverUrl: urlOf(running, password), port: running, started: false };

  const bin = binaries(user);
  const versionFile = path.join(dataOf(folder), "PG_VERSION");
  if (!existsSync(versionFile)) initialise(server, bin, user);
  const found = readFileSync(versionFile, "utf8").trim();
  if (found !== VERSION) throw new Hindrance("otherVersion", { folder: dataOf(folder), found, needed: VERSION });

  for (let tries = 0; tries < 6; tries++) {
    const lock = lockFile(folder);
    if (lock && !isAlive(lock.pid)) rmSync(path.join(dataOf(folder), "postmaster.pid"), { force: true });
    const port = (preferredPort && tries === 0 && (await freePort(preferredPort))) || (await freePort());
    if (port && launch(server, bin, user, port) && (await answers(port, password)) === "yes") {
      return { serverUrl: urlOf(port, password), port, started: true };
    }
    const log = logText(folder);
    const cause = hindranceIn(new Error(log), { folder });
    if (cause instanceof Hindrance) throw cause;
    // What a killed server left behind needs a moment to disappear; a port can be taken between the look and the start.
    if (!/shared memory block|Address already in use|lock file .* already exists/.test(log)) break;
    await sleep(1500);
  }
  throw new Hindrance("serverDoesNotStart", { log: logOf(folder) });
}

/** Stops it and waits until it has written everything. */
export function stopServer(folder: string): void {
  const user = serverUser();
  const args = ["stop", "-w", "-t", "30", "-m", "fast", "-D", dataOf(folder)];
  spawnSync(path.join(binaries(user), "pg_ctl"), args, { cwd: folder, stdio: "ignore", timeout: 60_000, ...as(user) });
}
