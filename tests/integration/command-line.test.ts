import { spawn } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** The program as a person calls it, in a process of its own, on this file's database. */
function aanbel(this: Record<string, string> | void, ...args: string[]): Promise<Answer> {
  const env = { ...process.env, ...this, INIT_CWD: path.resolve("tests/samples"), npm_lifecycle_event: "aanbel" };
  const child = spawn(process.execPath, ["bin/aanbel.mjs", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, said] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code: code ?? -1, out, said })));
}

describe("aanbel import", () => {
  it("takes in a folder in the order in which its files build on one another, and counts every line", async () => {
    const { code, out } = await aanbel("import", ".");
    expect(code).toBe(0);
    expect(out).toMatch(/gebouwen\.csv: 3 regels: 3 nieuw/);
    expect(out.indexOf("gebouwen.csv")).toBeLessThan(out.indexOf("mutaties.csv"));
    expect(await prisma().ledgerEntry.count()).toBeGreaterThan(100);
  });

  it("adds nothing the second time, and says so", async () => {
    const before = await prisma().ledgerEntry.count();
    const { code, out } = await aanbel("import", "mutaties.csv");
    expect([code, await prisma().ledgerEntry.count()]).toEqual([0, before]);
    expect(out).toContain("Alles in dit bestand was al bekend");
  });

  it("names file, line, field and reason of a refused row on stderr, and keeps the good rows", async () => {
    const { code, out, said } = await aanbel("import", "bad/rijen.csv");
    expect(code).toBe(0);
    expect(out).toMatch(/rijen\.csv: 26 regels: [1-9]/);
    expect(said).toMatch(/rijen\.csv, regel 4, veld boekdatum: '2026-02-30' is geen bestaande datum/);
  });

  it("ends with code 1 when a whole file is refused, and does the others", async () => {
    const { code, out, said } = await aanbel("import", "bad/leeg.csv", "bad/doctype.xml", "huurders.csv");
    expect(code).toBe(1);
    expect(said).toContain("leeg.csv: Dit bestand is leeg");
    expect(said).toContain("doctype.xml: Dit XML-bestand heeft een DOCTYPE");
    expect(out).toContain("huurders.csv: 11 regels");
  });

  it("--dry-run says what files would do, in words or as JSON, and keeps nothing", async () => {
    const before = [await prisma().importFile.count(), await prisma().tenancy.count({ where: { endsOn: null } })];
    const { code, out } = await aanbel("import", "erp/contracten-verhuisd.csv", "--dry-run");
    expect(code).toBe(0);
    expect(out.replaceAll("\u00a0", " ")).toContain("regel 2, veld einddatum: Het contract eindigt op 30 november 2026.");
    expect(out).toContain("er is niets bewaard");
    const json = await aanbel("import", "erp/contracten-verhuisd.csv", "erp/mutaties-foute-datums.csv", "--dry-run", "--json");
    const told = json.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(told).toMatchObject([
      { name: "contracten-verhuisd.csv", lines: 1, added: 0, changed: 1, ended: 1, rejected: 0 },
      {
        name: "mutaties-foute-datums.csv",
        lines: 3,
        added: 0,
        rejected: 3,
        issues: [{ line: 2, code: "impossible-date" }, {}, {}],
      },
    ]);
    expect([await prisma().importFile.count(), await prisma().tenancy.count({ where: { endsOn: null } })]).toEqual(before);
  });

  it("--mapping that nobody made is refused by its name", async () => {
    const { code, said } = await aanbel("import", "huurders.csv", "--mapping", "nergens");
    expect([code, said]).toEqual([1, expect.stringContaining("Er is geen kolomindeling die 'nergens' heet")]);
  });
});

describe("aanbel bank read", () => {
  const read = async (...files: string[]) => {
    const { code, out, said } = await aanbel("bank", "read", ...files, "--json");
    return {
      code,
      said,
      told: out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    };
  };

  it("prints one line of JSON for each file, with every field of every line, and imports nothing", async () => {
    const before = await prisma().bankLine.count();
    const { code, told } = await read("bank/camt053/storno-met-reden-zonder-rvslind.xml", "bank/mt940/ing-gestructureerd.sta");
    expect([code, told.length, await prisma().bankLine.count()]).toEqual([0, 2, before]);
    expect(told[0]).toMatchObject({
      file: "bank/camt053/storno-met-reden-zonder-rvslind.xml",
      format: "camt.053.001.02",
      warnings: [],
    });
    expect(told[0].statements[0]).toMatchObject({ account: "NL14BNGH0285001234", openingCents: 100000, closingCents: 38760 });
    expect(told[0].statements[0].lines).toMatchObject([
      {
        amountCents: -61240,
        status: "booked",
        bookedOn: "2026-11-20",
        valueOn: "2026-11-20",
        reference: "INC202611-100001",
        remittance: null,
        counterparty: "J. de Groot",
        iban: "NL44INGB0004100000",
        returnReason: "AM04",
        details: [{ amountCents: -61240, returnReason: "AM04" }],
      },
    ]);
    expect(told[1].format).toBe("mt940");
  });

  it("says of a refused file why and where, goes on with the others, and ends with code 1", async () => {
    const { code, said, told } = await read("bank/fout/bedrag-geen-getal.xml", "bank/fout/pdf.xml", "nergens.xml", "bank.xml");
    expect(code).toBe(1);
    expect(said).toContain("3 van 4 bestanden geweigerd");
    expect(told.map((one) => one.refused ?? one.format)).toEqual([
      expect.stringMatching(/^regel 10, veld Amt: .*\(bad-bank-amount\)$/),
      expect.stringMatching(/^regel 1: Dit is een pdf.*\(pdf-file\)$/),
      expect.stringMatching(/^regel 1: Dit bestand bestaat niet.*\(not-found\)$/),
      "camt.053.001.02",
    ]);
  });

  it("needs no database", async () => {
    const env = { AANBEL_DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
    const { code, out } = await aanbel.call(env, "bank", "read", "bank.xml", "--json");
    expect([code, JSON.parse(out).format]).toEqual([0, "camt.053.001.02"]);
  });
});

describe("aanbel bank lines", () => {
  it("says of every imported line or part what became of it, adding up to what came in", async () => {
    const { code, out } = await aanbel("bank", "lines", "--json");
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { _sum } = await prisma().bankLine.aggregate({ _sum: { amountCents: true } });
    expect(lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(Number(_sum.amountCents));
    const posted = lines.filter(({ disposition }) => disposition === "posted");
    expect(posted.length).toBeGreaterThan(0);
    expect(posted.every(({ tenancy, reason, line }) => tenancy && reason && line > 0)).toBe(true);
    expect(lines.filter(({ disposition, tenancy }) => disposition === "suspense" && tenancy !== null)).toEqual([]);
  });

  it("refuses a file that was never imported, by its name", async () => {
    const { code, out, said } = await aanbel("bank", "lines", "geen.xml", "--json");
    expect([code, out]).toEqual([1, ""]);
    expect(said).toContain("geen.xml is niet ingelezen");
  });
});

describe("aanbel positions", () => {
  it("prints cents and ISO days of every tenancy with an entry, adding up", async () => {
    const { code, out } = await aanbel("positions", "--as-of", "2026-11-22", "--csv");
    const [head, ...rows] = out.trim().split("\n");
    expect(code).toBe(0);
    expect(head).toBe(
      "tenancy,open,overdue,not_due_open,oldest_overdue_due,overdue_charges,months_behind,b1_30,b31_60,b61_90,b91,credit,months_in_arrears,open_since,debt_since,other_overdue",
    );
    const withEntry = await prisma().ledgerEntry.groupBy({ by: ["tenancyId"] });
    expect(rows.length).toBe(withEntry.length);
    for (const row of rows) {
      const [, open, overdue, notDue, oldest, , , b1, b31, b61, b91] = row.split(",");
      expect(Number(open)).toBe(Number(overdue) + Number(notDue));
      expect(Number(overdue)).toBe(Number(b1) + Number(b31) + Number(b61) + Number(b91));
      expect(oldest).toMatch(Number(overdue) > 0 ? /^\d{4}-\d{2}-\d{2}$/ : /^$/);
    }
  });

  it("knows nothing of what was recorded after the asked moment", async () => {
    const { out } = await aanbel("positions", "--as-of", "2026-11-22", "--known-at", "2020-01-01T05:00", "--csv");
    expect(out.trim().split("\n").length).toBe(1);
  });

  it("refuses a day that does not exist", async () => {
    const { code, out, said } = await aanbel("positions", "--as-of", "2026-02-30", "--csv");
    expect([code, out]).toEqual([1, ""]);
    expect(said).toContain("2026-02-30 is geen bestaande dag");
  });
});

describe("aanbel run and figures", () => {
  it("does the day's run, twice with the same result, and refuses a day before it", async () => {
    const day = addDays((await now()).day, 1);
    expect((await aanbel("run", "--as-of", day)).code).toBe(0);
    const [cases, answers] = [await prisma().arrearsCase.count(), await prisma().assessment.count()];
    expect((await aanbel("run", "--as-of", day)).code).toBe(0);
    expect([await prisma().arrearsCase.count(), await prisma().assessment.count()]).toEqual([cases, answers]);
    const { code, said } = await aanbel("run", "--as-of", "2026-11-01");
    expect(code).toBe(1);
    expect(said).toContain("is al gedaan");
  });

  it("prints the month's figures as JSON in cents", async () => {
    const { code, out } = await aanbel("figures", "--month", "2026-10", "--json");
    expect(code).toBe(0);
    const figures = JSON.parse(out);
    expect(figures).toMatchObject({ evictions: 0, evictionsYearBefore: 0 });
    expect(figures.tenancies).toBeGreaterThan(0);
    expect(Number.isInteger(figures.arrearsCents)).toBe(true);
    const none = await aanbel("figures", "--month", "0001-01", "--json");
    expect([none.code, none.said]).toEqual([1, expect.stringContaining("0001-01 is geen maand")]);
  });
});

describe("aanbel user add", () => {
  it("makes the first administrator with a password of its own making, and never the same address twice", async () => {
    const who = ["user", "add", "--email", "Beheer@Example.nl", "--name", "Bea Beheer", "--role", "admin"];
    const first = await aanbel(...who);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/Wachtwoord: \S{15,}/);
    const again = await aanbel(...who);
    expect([again.code, again.out]).toEqual([1, ""]);
    expect(again.said).toContain("Er is al een collega met het e-mailadres beheer@example.nl");
    const forgotten = await aanbel("user", "password", "--email", "beheer@example.nl");
    expect([forgotten.code, forgotten.out]).toEqual([0, expect.stringMatching(/Wachtwoord: \S{15,}/)]);
    expect((await aanbel("user", "password", "--email", "niemand@example.nl")).code).toBe(1);
  });

  it("says which option is missing or wrong when nobody is there to ask", async () => {
    expect((await aanbel("user", "add", "--email", "a@b.nl")).said).toContain("--name, --role");
    const wrong = await aanbel("user", "add", "--email", "a@b.nl", "--name", "An Bee", "--role", "baas");
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining("baas is geen rol")]);
  });
});

describe("aanbel", () => {
  it("explains itself, and says what it does not understand", async () => {
    const help = await aanbel("help");
    expect(help.code).toBe(0);
    for (const command of ["import", "run", "positions", "figures", "demo", "user", "account"])
      expect(help.out).toContain(command);
    const unknown = await aanbel("dans");
    expect([unknown.code, unknown.out]).toEqual([1, ""]);
    expect(unknown.said).toContain("De opdracht dans bestaat niet");
  });
});
