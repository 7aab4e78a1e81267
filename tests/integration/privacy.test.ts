import { beforeAll, describe, expect, it } from "vitest";
import { saw } from "@/lib/audit/jobs";
import { type Actor, knownActor } from "@/lib/auth/actor";
import { translate } from "@/lib/i18n/translate";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { exportPerson } from "@/lib/privacy/commands/export";
import { setTerm } from "@/lib/privacy/commands/set-term";
import { retain } from "@/lib/privacy/jobs";
import { accessLog } from "@/lib/privacy/queries/access-log";
import { dueCounts } from "@/lib/privacy/queries/terms";
import { type Kept, readable } from "@/lib/privacy/templates/person-file";
import { behindTheDoor, colleague, type Door, openOffice, setClock } from "../factories/door";
import { knownTenant, left, WORDS } from "../factories/known-tenant";
import { asOwner } from "./database";

const today = day("2026-03-12");
let joke: Actor;
let officer: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
  officer = knownActor({ ...(await colleague("privacy", "Petra")), buildingIds: null });
});

describe("everything about somebody as a file", () => {
  it("holds what was written down, and that it was asked for, by whom and why", async () => {
    const door = await knownTenant(joke, today);
    const made = await exportPerson(officer, { personId: door.personId, reason: "Verzoek van mevrouw zelf" });
    const json = made.ok ? made.value.json : "{}";
    for (const word of WORDS) expect(json).toContain(word);
    expect(Object.keys(JSON.parse(json))).toEqual(
      expect.arrayContaining(["person", "ledger_entry", "attempt", "case_note", "visit", "letter", "sms_reply"]),
    );
    const pdf = Buffer.from((made.ok && made.value.pdf) || "", "base64");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const seen = await prisma().accessEvent.findMany({ where: { what: "person", subject: String(door.personId) } });
    expect(seen).toMatchObject([{ staffId: officer.staffId, reason: "Verzoek van mevrouw zelf" }]);
  });

  it("says it in words that the tenant reads: Dutch, with euros and days, and no name of a column", async () => {
    const door = await knownTenant(joke, today);
    const made = await exportPerson(officer, { personId: door.personId, reason: "Verzoek" });
    const parts = readable(translate("nl"), JSON.parse(made.ok ? made.value.json : "{}") as Kept);
    expect(parts.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        "Wie u bent",
        "Wat gevraagd en betaald is",
        "Wanneer we contact zochten",
        "Brieven",
        "Huisbezoeken",
      ]),
    );
    const said = parts.flatMap(({ rows }) => rows.flat()).join("\n");
    for (const word of WORDS.filter((one) => !/^\d/.test(one))) expect(said).toContain(word);
    expect(said).toMatch(/Bedrag: €\s\d/);
    expect(said).not.toMatch(/null|undefined|\[object|privacy\.file|\d{4}-\d{2}-\d{2}T|: [a-z]+(-[a-z]+)+$/m);
  });

  it("has words for whatever the database lets stand in those places", async () => {
    const checks = await asOwner<{ place: string; def: string }>(
      "SELECT conrelid::regclass::text AS place, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE contype = 'c' AND conrelid > 0",
    );
    const t = translate("nl");
    const bare = checks.flatMap(({ place, def }) => {
      const column = /^CHECK \(+([a-z_]+) = ANY/.exec(def)?.[1] ?? "";
      return [...def.matchAll(/'([a-z-]+)'::/g)].flatMap(([, value = ""]) => {
        const said = readable(t, { [place]: [{ [column]: value }] }).flatMap(({ rows }) => rows.flatMap(([, what]) => what));
        return said.some((line) => line.endsWith(`: ${value}`) && value !== "sms") ? [`${place}.${column}: ${value}`] : [];
      });
    });
    expect(bare).toEqual([]);
  });

  it("names every place it prints from as the database does", async () => {
    const { readFileSync } = await import("node:fs");
    const source = readFileSync("lib/privacy/templates/person-file.ts", "utf8");
    const tables = [...source.matchAll(/^ {2}(?:\[|  )\s*"([a-z_]+)"/gm)].map(([, name]) => name);
    const columns = await asOwner<{ place: string }>(
      "SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public'",
    );
    const known = new Set(columns.map(({ place }) => place.split(".")[0]));
    expect(tables.filter((name) => !known.has(name ?? ""))).toEqual([]);
    const names = new Set(columns.map(({ place }) => place.split(".")[1]));
    const printed = [...source.matchAll(/\b([a-z]+_[a-z_]+): "(?:text|word|day|moment|euro|yes|of )/g)].map(([, name]) => name);
    expect(printed.length).toBeGreaterThan(30);
    expect(printed.filter((name) => !names.has(name ?? ""))).toEqual([]);
  });

  it("knows every table that hangs on a tenancy or a person, or says why not", async () => {
    const { readFileSync } = await import("node:fs");
    const statement = readFileSync("lib/privacy/sql/person-file.sql", "utf8");
    // Sums of what is in it already, guesses about whose a receipt is, and what only serves the program.
    const derived =
      "bank_line_before bank_part bulk_row case_claim command cross_source_duplicate erp_balance field_envelope month_position rehearsal_change audit_event legal_hold erasure";
    const tables = await asOwner<{ name: string }>(
      "SELECT DISTINCT table_name AS name FROM information_schema.columns JOIN information_schema.tables t USING (table_schema, table_name) WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND column_name IN ('tenancy_id', 'person_id')",
    );
    const known = new Set([
      ...derived.split(" "),
      ...[...statement.matchAll(/FROM (\w+) x|JOIN (\w+) x/g)].map(([, a, b]) => a ?? b ?? ""),
    ]);
    expect(tables.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("what is kept long enough", () => {
  it("goes at night, people two years after they left, as many as were counted before", async () => {
    const [gone, stays, owing] = [await knownTenant(joke, today), await knownTenant(joke, today), await behindTheDoor({ today })];
    await left(joke, today, gone, "2024-03-10");
    await left(joke, today, stays, "2024-03-20");
    await prisma().tenancy.update({ where: { id: owing.tenancyId }, data: { endsOn: new Date("2023-01-01") } });
    const counted = await dueCounts(today);
    expect(counted.departed).toBe(1);
    const counts = await retain();
    expect(counts.departed).toBe(1);
    const erased = async ({ personId }: Door) =>
      (await prisma().person.findUniqueOrThrow({ where: { id: personId } })).erasedAt !== null;
    expect([await erased(gone), await erased(stays), await erased(owing)]).toEqual([true, false, false]);
    expect((await retain()).departed, "and the next night none").toBe(0);
    await setTerm(officer, { code: "departed", months: 120, source: "Beleid 2026" });
    await setClock("2027-03-12");
    expect((await dueCounts(day("2027-03-12"))).departed).toBe(0);
    expect(await setTerm(officer, { code: "departed", months: 1, source: "Foutje" })).toMatchObject({ code: "term-short" });
    await setClock(today);
  });
});

describe("who saw what", () => {
  it("is one row of a looking, not one of each time a page is shown, and nothing can change it", async () => {
    const door = await behindTheDoor({ today });
    for (let nth = 0; nth < 3; nth++) await saw(joke, "case", { tenancyId: door.tenancyId });
    expect(await prisma().accessEvent.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
    await expect(pool().query("UPDATE access_event SET staff_id = 1")).rejects.toThrow(/permission denied/);
    await expect(pool().query("DELETE FROM access_event")).rejects.toThrow(/permission denied/);
  });

  it("is read by the privacy officer, and by everybody else only of themselves", async () => {
    const { id: _, ...span } = { id: 0, from: day("2020-01-01"), until: day("2099-01-01") };
    const [all, own] = [
      await accessLog(officer, { ...span, number: null, staffId: null }),
      await accessLog(await colleague("management", "Mieke"), { ...span, number: null, staffId: joke.staffId }),
    ];
    expect(all.some(({ name }) => name === "Joke Proef")).toBe(true);
    expect(own).toEqual([]);
  });
});
