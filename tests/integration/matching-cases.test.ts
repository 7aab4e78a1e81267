import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/importFiles";
import { disconnect, pool } from "@/lib/platform/db";

/** The cases of `matching/`: a folder with `portfolio`, `statements` and `expected.json`. */
const CASES = process.env.MATCHING_CASES ?? "/work/shared/cases/matching";
const OUT = process.env.MATCHING_OUT;

interface Expected {
  readonly file: string;
  readonly postedTo?: string | readonly string[];
  readonly or?: string;
  readonly waits?: boolean;
  readonly suggest?: readonly string[];
  readonly lines?: readonly string[];
  readonly takesBack?: string;
  readonly ourPaymentTo?: string;
}
interface Seen {
  readonly cents: string;
  readonly fate: string;
  readonly because: string | null;
  readonly places: readonly { readonly number: string; readonly cents: string; readonly kind: string }[];
  readonly suggested: readonly { readonly number: string; readonly cents: string | null; readonly facts: readonly string[] }[];
}

const expected = JSON.parse(readFileSync(join(CASES, "expected.json"), "utf8")) as readonly Expected[];
const own = (folder: string, name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(CASES, folder, name))) });

const SEEN = `SELECT l.amount_cents::text AS cents, l.fate, l.because,
    coalesce((SELECT json_agg(json_build_object('number', t.number, 'cents', e.amount_cents::text, 'kind', e.kind) ORDER BY e.id) FROM ledger_entry e
      JOIN tenancy t ON t.id = e.tenancy_id WHERE e.id = l.entry_id OR e.id IN (SELECT entry_id FROM bank_part b WHERE b.line_id = l.id AND undone_at IS NULL)), '[]') AS places,
    coalesce((SELECT json_agg(json_build_object('number', t.number, 'cents', s.one ->> 'cents', 'facts', s.one -> 'facts') ORDER BY s.ord)
      FROM jsonb_array_elements(coalesce(l.suggestions, '[]')) WITH ORDINALITY s (one, ord) JOIN tenancy t ON t.id = (s.one ->> 'tenancyId')::int), '[]') AS suggested
  FROM bank_line l JOIN import_file f ON f.id = l.file_id WHERE f.name = $1 ORDER BY l.id`;

/** What is wrong with what became of one line; null when it is right. */
function wrong(seen: Seen, want: Expected, nth: number): string | null {
  const at = want.lines ? [want.lines[nth] ?? ""] : want.postedTo === undefined ? [] : [want.postedTo].flat();
  const told = `${seen.fate}/${seen.because} ${seen.places.map((p) => `${p.number}:${p.cents}`).join("+")} [${seen.suggested.map((s) => `${s.number}${s.cents ? `:${s.cents}` : ""}(${s.facts.join(",")})`).join(" ")}]`;
  const suggests = (numbers: readonly string[]) => numbers.every((one) => seen.suggested.some((s) => s.number === one));
  if (want.ourPaymentTo) return seen.fate === "own" ? `silently own: ${told}` : null;
  if (want.takesBack) {
    if (Number(seen.cents) > 0) return null;
    if (seen.because === "bank-charges") return null;
    if (seen.fate === "posted")
      return seen.places.every((p) => p.number === want.takesBack) ? null : `took back of another: ${told}`;
    return seen.suggested.some((s) => s.number === want.takesBack) ? null : `not taken back: ${told}`;
  }
  if (seen.fate === "posted") {
    const places = seen.places.map((p) => p.number).sort();
    if (at.length > 0 && JSON.stringify(places) === JSON.stringify([...at].sort())) return null;
    return `WRONG: ${told}`;
  }
  if (seen.fate !== "suspense") return `neither posted nor waiting: ${told}`;
  if (at.length > 1)
    return suggests(at) && at.length === seen.suggested.filter((s) => s.cents).length ? null : `no split suggested: ${told}`;
  const want2 = at.length > 0 ? at : (want.suggest ?? []);
  if (!suggests(want2)) return `not suggested: ${told}`;
  return null;
}

const server = inject("server");
const base = new URL(process.env.AANBEL_DATABASE_URL as string);
const asRoot = async (text: string) => {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(text);
  await client.end();
};
const results: Record<string, { alone: string; together: string }> = {};
const note = (file: string, how: "alone" | "together", told: string) => {
  results[file] = { alone: "", together: "", ...results[file], [how]: told };
};
async function look(want: Expected): Promise<{ bad: string | null; told: string }> {
  const { rows } = await pool().query<Seen>(SEEN, [want.file]);
  const bad = rows.map((row, nth) => wrong(row, want, nth)).filter((one) => one !== null);
  const told =
    rows.length > 3
      ? `${rows.filter((r) => r.fate === "posted").length} posted of ${rows.length}`
      : rows
          .map(
            (r) =>
              `${r.fate}/${r.because} ${r.places.map((p) => p.number).join("+")}[${r.suggested.map((s) => `${s.number}${s.cents ? `:${s.cents}` : ""}(${s.facts.join(",")})`).join(" ")}]`,
          )
          .join(" ; ");
  if (rows.length === 0) return { bad: "no lines", told: "" };
  return {
    bad: bad.length > 0 ? bad.slice(0, 3).join(" | ") + (bad.length > 3 ? ` and ${bad.length - 3} more` : "") : null,
    told,
  };
}

beforeAll(async () => {
  await importFiles(
    SYSTEM,
    readdirSync(join(CASES, "portfolio")).map((name) => own("portfolio", name)),
  );
  await disconnect();
  await asRoot(`ALTER DATABASE "${base.pathname.slice(1)}" ALLOW_CONNECTIONS true`);
});

async function inClone<T>(work: () => Promise<T>): Promise<T> {
  const name = `aanbel_case_${randomBytes(6).toString("hex")}`;
  await disconnect();
  await asRoot(`CREATE DATABASE ${name} TEMPLATE ${base.pathname.slice(1)}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  process.env.AANBEL_DATABASE_URL = url.toString();
  try {
    return await work();
  } finally {
    await disconnect();
    process.env.AANBEL_DATABASE_URL = base.toString();
    await asRoot(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

/** What must be there first. */
const BEFORE: Record<string, string> = { "c63_dd_returned_two_months_later.xml": "c62_dd_collection_sept.xml" };

describe("each statement alone", () => {
  it.each(expected.map((one) => [one.file, one] as const))("%s", async (file, want) => {
    await inClone(async () => {
      const first = BEFORE[file];
      if (first) await importFiles(SYSTEM, [own("statements", first)]);
      await importFiles(SYSTEM, [own("statements", file)]);
      const { bad, told } = await look(want);
      note(file, "alone", bad ?? `ok ${told}`);
      expect(bad).toBeNull();
    });
  });
});

describe.each(["in order", "reversed"])("all together, %s", (order) => {
  it("is the same", async () => {
    await inClone(async () => {
      const files = expected.map(({ file }) => file);
      for (const file of order === "reversed" ? files.toReversed() : files) await importFiles(SYSTEM, [own("statements", file)]);
      const all: string[] = [];
      for (const want of expected) {
        const { bad, told } = await look(want);
        if (order === "in order") note(want.file, "together", bad ?? `ok ${told}`);
        if (bad) all.push(`${want.file}: ${bad}`);
      }
      if (OUT)
        writeFileSync(
          OUT,
          expected
            .map((one, index) => `${index + 1}\t${one.file}\t${results[one.file]?.alone}\t${results[one.file]?.together}`)
            .join("\n"),
        );
      expect(all).toEqual([]);
    });
  });
});
