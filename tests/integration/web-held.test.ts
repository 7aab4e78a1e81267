import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { held } from "@/bin/start/web";

/** What a process with the bounds of the web server says of each place: read, or the code it was refused with. */
const folders: string[] = [];
function dataIn(parent: string): string {
  const folder = mkdtempSync(path.join(parent, ".held-"));
  folders.push(folder);
  mkdirSync(path.join(folder, "postgres"));
  for (const name of ["secrets.json", "backup.key", "postgres/PG_VERSION"]) writeFileSync(path.join(folder, name), "x");
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function asked(data: string): Record<string, string> {
  const bounds = held(data);
  writeFileSync(path.join(data, "uploads", "0"), "x");
  const places = ["secrets.json", "backup.key", "postgres/PG_VERSION", "uploads/0"].map((name) => path.join(data, name));
  const program = `const { readFileSync, writeFileSync } = require("node:fs");
    const told = {};
    const tell = (name, work) => { try { work(); told[name] = "done"; } catch (error) { told[name] = error.code; } };
    for (const place of ${JSON.stringify([...places, path.resolve("package.json"), "/etc/passwd", `/proc/${process.pid}/environ`])})
      tell("read " + place, () => readFileSync(place));
    for (const place of ${JSON.stringify([path.join(data, "uploads/1"), path.resolve("package.json.new"), path.join(data, "secrets.json")])})
      tell("write " + place, () => writeFileSync(place, "x"));
    tell("run", () => require("node:child_process").execSync("true"));
    console.log(JSON.stringify(told));`;
  const told = JSON.parse(execFileSync(process.execPath, [...bounds, "-e", program], { encoding: "utf8" })) as Record<
    string,
    string
  >;
  return Object.fromEntries(
    Object.entries(told).map(([name, said]) => [name.replace(`${data}/`, "").replace(`${process.cwd()}/`, ""), said]),
  );
}

/** An older Node cannot hold a process to its files; the program then runs without. */
const HOLDS = Number(process.versions.node.split(".")[0]) >= 24;

describe("the web server's own bounds", () => {
  for (const parent of HOLDS ? [tmpdir(), process.cwd()] : [])
    it(`keep it from the passwords, the key of backups and the database's files, in ${parent === tmpdir() ? "a folder elsewhere" : "the program's own folder"}`, () => {
      const told = asked(dataIn(parent));
      const refused = "ERR_ACCESS_DENIED";
      expect(told).toMatchObject({
        "read secrets.json": refused,
        "read backup.key": refused,
        "read postgres/PG_VERSION": refused,
        "read /etc/passwd": refused,
        [`read /proc/${process.pid}/environ`]: refused,
        "write secrets.json": refused,
        "write package.json.new": refused,
        run: refused,
        "read uploads/0": "done",
        "write uploads/1": "done",
        "read package.json": "done",
      });
    });

  it("let it read the certificates its database asks for, and use the network where that has to be said", () => {
    const url = "postgresql://a:b@db/aanbel?sslmode=verify-full&sslrootcert=/etc/ssl/own.pem";
    expect(held(dataIn(tmpdir()), url, 25)).toEqual(expect.arrayContaining(["--allow-fs-read=/etc/ssl/own.pem", "--allow-net"]));
    expect(held(dataIn(tmpdir()), url, 24)).not.toContain("--allow-net");
  });

  it("are left out where Node cannot hold to them", () => {
    expect(held(dataIn(tmpdir()), "", 20)).toEqual([]);
  });
});
