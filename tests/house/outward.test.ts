import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ROOT, sources } from "./sources";

/**
 * The program speaks outward in three places, each to one address that an administrator set and proved to be themselves for: the SMS service,
 * the mail server, the provider of the organisation. Nothing that a tenant, a file or a form of somebody else says becomes an address.
 */
const OUTWARD = ["lib/access/jobs.ts", "lib/contact/channels/sms.ts", "lib/health/channels/mail.ts"];
const SPEAKS =
  /(?<![\w.])fetch\(\s*(?!["'`]\/)|createTransport\(|\bhttps?\.(request|get)\(|\bnet\.connect\(|\btls\.connect\(|new WebSocket\(|new EventSource\(/;

describe("what goes out of the house", () => {
  it("does so in three places and nowhere else", () => {
    // In a browser there is only our own server: the policy of each page says connect-src 'self'.
    const server = sources.filter(({ file, directives, text }) => {
      const isOurs = file.startsWith("lib/") || file.startsWith("app/");
      return isOurs && !file.includes(".test.") && !directives.includes("use client") && SPEAKS.test(text);
    });
    expect(server.map(({ file }) => file)).toEqual(OUTWARD);
  });

  it("follows nobody elsewhere, and gives up after a while", () => {
    for (const { file, text } of sources.filter((one) => OUTWARD.includes(one.file) && one.text.includes("fetch("))) {
      expect(text, file).toContain('redirect: "error"');
      expect(text, file).toContain("AbortSignal.timeout(");
    }
  });
});

/**
 * Below these a fault is known that could be used against us; what is installed is never older. Which, and where it was told, stands beside.
 * Looked at anew with every upgrade (docs/operations.md, Updates).
 */
const FLOORS: Readonly<Record<string, string>> = {
  // GHSA of August 2026: two ways to run code on the server; of May 2026: ways round the middleware, markup in pages with a nonce.
  next: "16.3.3",
  // CVE-2025-55182 of December 2025 and those after it: code by way of server components.
  react: "19.2.3",
  "react-dom": "19.2.3",
  // CVE-2026-73420, GHSA-xmf8-cvqr-rfgj, GHSA-x445-f3h2-j279.
  "next-auth": "4.24.15",
  // GHSA-mm7p-fcc7-pg87: a mail to another domain than the address says.
  nodemailer: "7.0.7",
  // Signatures and memory of tokens.
  jose: "4.15.5",
  // Words that take for ever.
  "cross-spawn": "7.0.6",
  cookie: "0.7.0",
  postcss: "8.4.31",
  esbuild: "0.25.0",
  sharp: "0.32.6",
  lodash: "4.17.21",
  ajv: "8.12.0",
  semver: "7.5.2",
};

/** True when the first is not older than the second. */
function reaches(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split("-")[0]?.split(".").map(Number) ?? []) as [number[], number[]];
  const at = a.findIndex((number, place) => number !== b[place]);
  return at === -1 || (a[at] ?? 0) > (b[at] ?? 0);
}

describe("what is installed", () => {
  const { packages } = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  const versions = (name: string) =>
    Object.entries(packages).flatMap(([place, { version }]) =>
      place.endsWith(`node_modules/${name}`) && version ? [version] : [],
    );

  it.each(Object.entries(FLOORS))("is of %s never older than %s", (name, floor) => {
    expect(versions(name)).not.toEqual([]);
    expect(versions(name).filter((version) => !reaches(version, floor))).toEqual([]);
  });

  it("would be found when it were", () => {
    expect([
      reaches("16.3.2", "16.3.3"),
      reaches("16.3.3", "16.3.3"),
      reaches("16.10.0", "16.3.3"),
      reaches("15.9.9", "16.0.0"),
    ]).toEqual([...[false, true, true, false]]);
  });
});
