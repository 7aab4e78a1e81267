import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { isAlive, SERVER, startServer } from "@/bin/database/server";
import { between } from "../factories/sockets";

/** One address for a database that moves: who is connected when it does is cut off, as with a real one. */
export interface Address {
  readonly port: number;
  moveTo(port: number): void;
  close(): Promise<void>;
}
export async function address(first: number): Promise<Address> {
  let current = first;
  const pairs = await between(
    () => ({ host: "127.0.0.1", port: current }),
    ({ client, there }) => void client.pipe(there).pipe(client),
  );
  return {
    port: pairs.port,
    moveTo: (port) => {
      current = port;
      pairs.cutAll();
    },
    close: pairs.close,
  };
}

async function asServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

interface Primary {
  readonly folder: string;
  readonly serverUrl: string;
  readonly password: string;
}

/**
 * A standby of a running server, made by hand as the manual says (a base backup between `pg_backup_start` and `pg_backup_stop`), and from
 * then on nothing is acknowledged before the standby has it too.
 */
export async function standbyOf({ folder, serverUrl, password }: Primary, place: string): Promise<{ port: number; url: string }> {
  const { port } = new URL(serverUrl);
  await asServer(serverUrl, async (client) => {
    await client.query("ALTER SYSTEM SET wal_keep_size = '1GB'");
    await client.query("SELECT pg_reload_conf()");
    await client.query("SELECT pg_backup_start('standby', true)");
    spawnSync("cp", ["-a", `${folder}/.`, place], { stdio: "ignore" });
    const { rows } = await client.query<{ label: string }>("SELECT labelfile AS label FROM pg_backup_stop()");
    const data = path.join(place, "data");
    for (const name of ["postmaster.pid", "postmaster.opts"]) rmSync(path.join(data, name), { force: true });
    for (const name of readdirSync(path.join(data, "pg_wal")))
      if (/^[0-9A-F]{24}/.test(name)) rmSync(path.join(data, "pg_wal", name));
    writeFileSync(path.join(data, "backup_label"), rows[0]?.label ?? "");
    writeFileSync(path.join(data, "standby.signal"), "");
    const from = `host=127.0.0.1 port=${port} user=${SERVER} password=${password} application_name=standby`;
    appendFileSync(path.join(data, "postgresql.auto.conf"), `\nprimary_conninfo = '${from}'\n`);
    spawnSync("chown", ["-R", "--reference", path.join(folder, "data"), data]);
  });
  const standby = await startServer({ folder: place, password, fsync: true });
  await asServer(serverUrl, async (client) => {
    for (let tries = 0; tries < 150; tries++) {
      const { rowCount } = await client.query("SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'");
      if (rowCount) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await client.query("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await client.query("SELECT pg_reload_conf()");
  });
  return { port: standby.port, url: standby.serverUrl };
}

/** As pulling the plug: the server is gone, with whatever it was doing. */
export async function kill(folder: string): Promise<void> {
  const pid = Number(readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

export const promote = (url: string) => asServer(url, (client) => client.query("SELECT pg_promote()"));
