import { describe, expect, it } from "vitest";
import { readCsv } from "../../intake/formats/csv";
import { recognise } from "../../intake/formats/recognise";

const ENTRIES = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving";
const bytes = (text: string) => Buffer.from(text, "latin1");
async function* inPieces(all: Uint8Array, size: number) {
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}
async function codeOf(content: Uint8Array, size = 1 << 16): Promise<string | null> {
  try {
    for await (const _ of readCsv(inPieces(content, size), { delimiter: ";", announced: false }));
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("letters of another code page, read as Windows-1252", () => {
  it.each([
    ["DOS: Daniël", "Dani\x89l"],
    ["DOS: André", "Andr\x82"],
    ["DOS: Özer", "\x99zer"],
    ["DOS: Çelik", "\x80elik"],
    ["DOS: Martín", "Mart\xa1n"],
    ["DOS: Nuñez", "Nu\xa4ez"],
    ["DOS: Ramón", "Ram\xa2n"],
    ["DOS: König", "K\x94nig"],
    ["DOS: Hélène", "H\x82l\x8ane"],
    ["Mac: André", "Andr\x8e"],
    ["Mac: Müller", "M\x9fller"],
    ["Mac: Saïd", "Sa\x95d"],
  ])("have the file refused: %s", async (_, name) => {
    expect(await codeOf(bytes(`a;b\n1;goed\n2;${name};x\n`))).toBe("unknown-letters");
  });

  it.each([
    "caf\xe9 \x80 12,50",
    "\x84november\x93",
    "m\xb2 en 10\xb0",
    "Smit \x86",
    "d\x92Angelo",
    "een\x85",
    "\x8aimi\xe6",
    "\x9elu\x9d".slice(0, 3),
  ])("are not seen in ordinary text: %j", async (text) => expect(await codeOf(bytes(`a;b\n1;${text};x\n`))).toBeNull());
});

describe("title lines above the header", () => {
  const row = "771001;V9;2026-11-01;2026-11-01;vordering;overig;1,00;;proef";
  it.each([
    ["one", "Export huur\n", 3],
    ["two, with a comma in them", "Export, d.d. 20-11-2026, afd. Huur\nAdministratie 001\n", 4],
    ["as a spreadsheet pads them", "Export huur;;;;;;;;\n;;;;;;;;\n", 4],
    ["between quotes", '"Export; huur"\n\n', 4],
    ["a line of spaces", "   \n", 3],
    ["below sep=;", "sep=;\nExport huur\n", 4],
  ])("are passed over: %s", async (_, above, line) => {
    const content = Buffer.from(`${above}${ENTRIES}\n${row}\n`);
    const file = recognise(content);
    expect(file.format).toBe("entries");
    const found = [];
    if (file.erp && "dialect" in file) for await (const record of readCsv(inPieces(content, 7), file.dialect)) found.push(record);
    expect(found).toEqual([{ line, cells: row.split(";") }]);
  });

  it("are passed over in a file of another system too, so that its columns can be mapped", () => {
    const content = Buffer.from("Debiteurenlijst\nKlant;Boekstuk;Dag;Som\n1;2;3;4\n");
    expect(() => recognise(content)).toThrow(expect.objectContaining({ values: { header: "klant; boekstuk; dag; som" } }));
  });
});
