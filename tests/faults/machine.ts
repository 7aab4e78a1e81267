import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type OpenDatabase, openDatabase } from "@/bin/database/open";
import { ownedDatabase } from "@/bin/database/owner";
import { startServer, stopServer } from "@/bin/database/server";
import { waitUntilUp } from "@/bin/start/port";
import { type Part, startPart } from "@/bin/start/processes";
import { held, NEXT } from "@/bin/start/web";
import { type Address, address } from "./servers";

/** A database with the demo in it, at an address that can move, and web servers on it as `npm start` starts them. */
export interface Machine {
  /** Where everything of it lies; other servers may be put beside the first one. */
  readonly root: string;
  readonly first: { readonly folder: string; readonly serverUrl: string; readonly password: string };
  readonly moving: Address;
  readonly database: OpenDatabase;
  /** What its processes are told; what is put in it, later ones hear. */
  readonly env: Record<string, string>;
  startWeb(port: number): Promise<Part>;
  stop(): void;
}

export async function machine(): Promise<Machine> {
  const root = mkdtempSync(path.join(tmpdir(), "aanbel-faults-"));
  chmodSync(root, 0o755);
  const folder = path.join(root, "one");
  const password = randomBytes(16).toString("hex");
  const { serverUrl, port } = await startServer({ folder, password, fsync: true });
  const ownerUrl = await ownedDatabase(serverUrl, { server: password, owner: randomBytes(16).toString("hex") });
  const moving = await address(port);
  process.env.DATABASE_URL = Object.assign(new URL(ownerUrl), { port: String(moving.port) }).toString();
  process.env.AANBEL_DATA_DIR = path.join(root, "data");
  mkdirSync(process.env.AANBEL_DATA_DIR, { mode: 0o711 });
  const database = await openDatabase();
  Object.assign(process.env, database.env);
  // In a process of its own: what it leaves in memory would be in the way of what is measured here.
  await promisify(execFile)(process.execPath, ["bin/aanbel.mjs", "demo"]);
  const env = { ...database.env, NODE_ENV: "production", AUTH_TRUST_HOST: "true", NEXT_TELEMETRY_DISABLED: "1" };
  return {
    ...{ root, first: { folder, serverUrl, password }, moving, database, env },
    startWeb: async (at) => {
      const bounds = held(database.dataFolder);
      const own = { PGOPTIONS: "-c statement_timeout=30s", NEXT_PRIVATE_OUTPUT_TRACE_ROOT: process.cwd() };
      const part = startPart("web", [...bounds, ...NEXT, "start", "-p", String(at), "-H", "127.0.0.1"], { ...env, ...own });
      await waitUntilUp(`http://127.0.0.1:${at}/aanmelden`, new AbortController().signal);
      return part;
    },
    stop: () => {
      void moving.close();
      stopServer(folder);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
