import { spawn } from "node:child_process";
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseUrl } from "./database";

/** Files as only a fault or an enemy makes them, looked at by a process with a small heap of its own. */
const folder = mkdtempSync(path.join(tmpdir(), "aanbel-bad-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENTRIES = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving\n";
const GIGABYTE = 1_000_000_000;
const long = (text: string) => text.repeat(Math.ceil(2_000_000 / text.length));
const row = (amount: string, day = "2026-11-01") => `1;M;${day};2026-11-01;vordering;huur;${amount};;\n`;
const utf16 = (text: string) => Buffer.from(text, "utf16le");

/** What stands in the file, how long it goes on after that, and how it ends: the whole refused with its line, or its rows. */
const FILES: Record<string, readonly [content: string | Uint8Array, size: number, said: string]> = {
  "one line of a gigabyte": [long("x"), GIGABYTE, "line-too-long 1"],
  "a header and then one line of a gigabyte": [ENTRIES + long("x"), GIGABYTE, "line-too-long 2"],
  "a header of a million columns": [`${";".repeat(1_000_000)}\n`, 0, "line-too-long 1"],
  "a row of a million columns": [`${ENTRIES}${row("1,00")}${";".repeat(1_000_000)}\n`, 0, "line-too-long 3"],
  "a row of three thousand columns": [`${ENTRIES}${row("1,00")}${";".repeat(3_000)}\n`, 0, "too-many-columns 3"],
  "a quote that is not closed for a gigabyte": [`${ENTRIES}1;"${long("M\n")}`, GIGABYTE, "broken-quotes 2"],
  "a quote that is not closed before the end": [`${ENTRIES}1;"M1;2026-11-01\n`, 0, "broken-quotes 2"],
  "NUL bytes after good rows": [`${ENTRIES}${row("1,00")}\0\0\0`, 0, "nul-bytes 3"],
  "a gigabyte of NUL bytes": ["\0", GIGABYTE, "nul-bytes 1"],
  "a packed file (gz)": [Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), 0, "packed-file"],
  "a packed file (zip)": ["PK\u0003\u0004\u0014", 0, "packed-file"],
  "UTF-16 without a mark": [utf16(`${ENTRIES}${row("1e5")}`), 0, "2 bedrag bad-amount"],
  "UTF-8 first and Windows-1252 later": [
    Buffer.concat([Buffer.from(`${ENTRIES}${row("€ 1,00")}`), Buffer.from(row("\u00801,00"), "latin1")]),
    0,
    "mixed-encoding 3",
  ],
  "amounts and days that are none": [
    ENTRIES + row("1.234,5") + row("NaN") + row("1e5") + row("90071992547409,92") + row("-1,00") + row("1,00", "31-02-2026"),
    0,
    "2 bedrag bad-amount, 3 bedrag bad-amount, 4 bedrag bad-amount, 5 bedrag amount-too-large, 6 bedrag negative-amount, 7 boekdatum impossible-date",
  ],
  "an entity without end for a gigabyte": [`[\n{"a": "${long("x")}`, GIGABYTE, "line-too-long 2"],
  "a hundred thousand brackets": [`[{"a": ${"[".repeat(100_000)}`, 0, "json-too-deep 1"],
};

interface Seen {
  readonly said: string;
  readonly ms: number;
}
let seen: Record<string, Seen> = {};
let peakMegabytes = 0;

beforeAll(async () => {
  for (const [name, [content, size]] of Object.entries(FILES)) {
    const at = openSync(path.join(folder, `${name}.csv`), "w");
    writeSync(at, typeof content === "string" ? Buffer.from(content) : content);
    // The rest is a hole in the file: nobody should come as far as that.
    if (size > 0) ftruncateSync(at, size);
    closeSync(at);
  }
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=80", "--import", "tsx", path.join(import.meta.dirname, "../factories/look.ts"), folder],
    { env: { ...process.env, AANBEL_DATABASE_URL: databaseUrl() }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let told = "";
  child.stdout.on("data", (piece: Buffer) => {
    told += piece.toString();
  });
  const code = await new Promise((resolve) => child.on("exit", resolve));
  if (code !== 0) throw new Error(`the process that looked ended with ${code}`);
  ({ seen, peakMegabytes } = JSON.parse(told) as { seen: Record<string, Seen>; peakMegabytes: number });
}, 60_000);

describe("a file from the housing system that is no ordinary file", () => {
  it.each(Object.entries(FILES))("is refused with its place, within seconds: %s", (name, [, , said]) => {
    expect(seen[`${name}.csv`]?.said).toBe(said);
    expect(seen[`${name}.csv`]?.ms).toBeLessThan(5_000);
  });

  it("takes little memory, however large it is", () => expect(peakMegabytes).toBeLessThan(320));
});
