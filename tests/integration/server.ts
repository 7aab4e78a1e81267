import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { makeRole } from "@/bin/database/grants";
import { migrate } from "@/bin/database/migrate";
import { startServer, stopServer } from "@/bin/database/server";

declare module "vitest" {
  interface ProvidedContext {
    /** The server the tests run on, as owner, and the role that the program connects as. */
    server: { ownerUrl: string; template: string; role: string; password: string };
  }
}

const onDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

/** One migrated template per test run, on DATABASE_URL or on an embedded server of this run alone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const password = randomBytes(12).toString("hex");
  const folder = given ? null : mkdtempSync(path.join(tmpdir(), "aanbel-test-"));
  if (folder) chmodSync(folder, 0o755);
  const serverFolder = folder ? path.join(folder, "postgres") : null;
  const ownerUrl = given ?? (await startServer({ folder: serverFolder as string, password, fsync: false })).serverUrl;

  const tag = randomBytes(4).toString("hex");
  const template = `aanbel_template_${tag}`;
  const role = `aanbel_test_${tag}`;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
  await makeRole(owner, role, password);
  await migrate(onDatabase(ownerUrl, template), role);
  project.provide("server", { ownerUrl, template, role, password });

  return async () => {
    await owner.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await owner.query(`DROP ROLE IF EXISTS ${role}`);
    await owner.end();
    if (serverFolder) stopServer(serverFolder);
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
}
