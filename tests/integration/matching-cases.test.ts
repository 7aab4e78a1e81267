import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { type LineDisposition, lineDispositions } from "@/lib/bank/queries/lines";
import { importFiles } from "@/lib/intake/commands/import-files";
import { disconnect, pool, sqlOfClient } from "@/lib/platform/db";

/** Ordinary and nasty receipts: a folder with `portfolio`, `statements`, and in `expected.json` whose each may be. Another one by MATCHING_CASES. */
const CASES = process.env.MATCHING_CASES ?? "tests/samples/matching";

/** Waiting for a person is always right; posting to anybody but `postedTo` never is. */
interface Expected {
  readonly file: string;
  readonly postedTo?: string | readonly string[];
  /** Of the lines of a file, one by one. */
  readonly lines?: readonly string[];
  readonly waits?: boolean;
  readonly suggest?: readonly string[];
  /** A return, and whose payment it takes back. */
  readonly takesBack?: string;
  /** What we paid ourselves: to this tenant, or to nobody we know. */
  readonly ourPayment?: string;
  readonly ourPaymentTo?: string;
  /** Has to be there first. */
  readonly after?: string;
}

const expected = JSON.parse(readFileSync(join(CASES, "expected.json"), "utf8")) as readonly Expected[];
const own = (folder: string, name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(CASES, folder, name))) });
const offer = (...files: readonly string[]) =>
  importFiles(
    SYSTEM,
    files.map((file) => own("statements", file)),
  );

/** What is wrong with what became of a statement; nothing when all of it is right. */
async function wrong({ file, postedTo, lines, suggest, takesBack, ourPayment, ourPaymentTo }: Expected): Promise<string[]> {
  const told: LineDisposition[] = [];
  for await (const line of lineDispositions(sqlOfClient(pool()), [file])) told.push(line);
  if (told.length === 0) return [`${file}: no line`];
  const wanted = (nth: number) => (lines ? [lines[nth] ?? ""] : postedTo === undefined ? [] : [postedTo].flat());
  const us = ourPayment ?? ourPaymentTo;
  return told.flatMap(({ disposition, tenancy, amountCents, reason, suggestions }, nth) => {
    const seen = `${file}: ${disposition} ${tenancy ?? ""} ${reason}: ${suggestions.map((one) => `${one.tenancy}(${one.reasons})`).join(" ")}`;
    const may = us !== undefined ? [us] : takesBack === undefined ? wanted(nth) : [takesBack];
    if (disposition === "ignored") return us === "" || reason === "bank-charges" ? [] : [seen];
    if (disposition !== "suspense") return may.includes(tenancy ?? "") ? [] : [seen];
    // The receipt that a return takes back waits itself.
    if (takesBack !== undefined && amountCents > 0) return [];
    const named = new Set(suggestions.map((one) => one.tenancy));
    return [...may, ...(suggest ?? [])].every((number) => named.has(number)) ? [] : [seen];
  });
}

const server = inject("server");
const base = new URL(process.env.AANBEL_DATABASE_URL as string);
async function asOwner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(text);
  await client.end();
}

/** The same portfolio again, in a database of its own. */
async function afresh<T>(work: () => Promise<T>): Promise<T> {
  const name = `aanbel_case_${randomBytes(6).toString("hex")}`;
  await disconnect();
  await asOwner(`CREATE DATABASE ${name} TEMPLATE ${base.pathname.slice(1)}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  process.env.AANBEL_DATABASE_URL = url.toString();
  try {
    return await work();
  } finally {
    await disconnect();
    process.env.AANBEL_DATABASE_URL = base.toString();
    await asOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

beforeAll(async () => {
  const files = readdirSync(join(CASES, "portfolio"));
  await importFiles(
    SYSTEM,
    files.map((name) => own("portfolio", name)),
  );
  await disconnect();
  await asOwner(`ALTER DATABASE "${base.pathname.slice(1)}" ALLOW_CONNECTIONS true`);
});

describe("a receipt is posted where it certainly belongs, or waits for a person", () => {
  it.each(expected.map((one) => [one.file, one] as const))("%s", async (file, want) => {
    const seen = await afresh(async () => {
      if (want.after) await offer(want.after);
      await offer(file);
      return wrong(want);
    });
    expect(seen).toEqual([]);
  });

  it.each(["in order", "the other way round"])("and all of them together, %s", async (order) => {
    const files = expected.map(({ file }) => file);
    const seen = await afresh(async () => {
      for (const file of order === "in order" ? files : files.toReversed()) await offer(file);
      return (await Promise.all(expected.map(wrong))).flat();
    });
    expect(seen).toEqual([]);
  });
});
