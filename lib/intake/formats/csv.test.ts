import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Delimiter, readCsv, readHead } from "./csv";

const bytes = (text: string) => new TextEncoder().encode(text);
async function* inPieces(all: Uint8Array, size: number) {
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}
async function rows(content: Uint8Array | string, delimiter: Delimiter = ";", size = 1) {
  const all = [];
  const chunks = inPieces(typeof content === "string" ? bytes(content) : content, size);
  for await (const record of readCsv(chunks, { delimiter, announced: false })) all.push([record.line, ...record.cells]);
  return all;
}

describe("the rows of a CSV file", () => {
  it("keep quotes, semicolons and line breaks within quotes, accents, and the line they begin on", async () => {
    const text = 'a;b\n1;"x;y ""z"""\n\n2;"één\ntwee"\r\n3;los "woord" hier\r4;"een"twee;\n"";5';
    for (const size of [1, 2, 3, 7, 1000]) {
      expect(await rows(text, ";", size)).toEqual([
        [2, "1", 'x;y "z"'],
        [4, "2", "één\ntwee"],
        [6, "3", 'los "woord" hier'],
        [7, "4", "eentwee", ""],
        [8, "", "5"],
      ]);
    }
  });

  it.each([
    ["UTF-8", Buffer.from("a;b\n1;café €\n")],
    ["UTF-8 with a mark", Buffer.from("\uFEFFa;b\n1;café €\n")],
    ["UTF-16, little end first, with a mark", Buffer.from("\uFEFFa;b\n1;café €\n", "utf16le")],
    ["UTF-16, little end first, without", Buffer.from("a;b\n1;café €\n", "utf16le")],
    ["UTF-16, big end first, with a mark", Buffer.from("\uFEFFa;b\n1;café €\n", "utf16le").swap16()],
    ["UTF-16, big end first, without", Buffer.from("a;b\n1;café €\n", "utf16le").swap16()],
    ["Windows-1252", Buffer.from([...Buffer.from("a;b\n1;caf\xe9 ", "latin1"), 0x80, 0x0a])],
  ])("in %s are the same, wherever they are cut", async (_, content) => {
    for (const size of [1, 2, 3, 5, 1000]) expect(await rows(content, ";", size)).toEqual([[2, "1", "café €"]]);
  });

  it("come out as they went in, whatever the cells hold and wherever the file is cut", async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab;,\t"\n é€'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom<Delimiter>(";", ",", "\t", "|"),
        fc.integer({ min: 1, max: 9 }),
        async (cells, delimiter, size) => {
          const quoted = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter));
          const found = await rows(`${["x", ...quoted].join("\r\n")}\r\n`, delimiter, size);
          expect(found.map((row) => row.slice(1))).toEqual(cells);
        },
      ),
    );
  });
});

describe("a file that is no table", () => {
  const refusal = async (content: string | Uint8Array, size = 1 << 16) =>
    rows(content, ";", size).then(
      () => null,
      (error) => [error.code, error.values.line],
    );
  const good = "1;goed\n".repeat(10);

  it.each([
    ["a quote that never closes", `a;b\n${good}1;"open\n${good}`, "broken-quotes", 12],
    ["a quote that never closes in a large file", `a;b\n1;"open\n${"x;y\n".repeat(200_000)}`, "broken-quotes", 2],
    ["a line that is too long", `a;b\n${good}${"x".repeat(300_000)}\n`, "line-too-long", 12],
    ["a hundred thousand columns", `a;b\n${";".repeat(100_000)}\n`, "too-many-columns", 2],
    ["a million columns", `a;b\n${";".repeat(1_000_000)}\n`, "line-too-long", 2],
    ["a NUL byte", "a;b\n1;x\n2;\0\n", "nul-bytes", 3],
    [
      "UTF-8 that goes on in Windows-1252",
      Buffer.concat([Buffer.from("a;b\n1;é\n"), Buffer.from("2;\xe9\n", "latin1")]),
      "mixed-encoding",
      3,
    ],
    ["letters of an old DOS program", Buffer.from("a;b\n1;caf\x82\x81\n", "latin1"), "unknown-letters", 2],
  ])("because of %s is refused with its place", async (_, content, code, line) => {
    expect(await refusal(content)).toEqual([code, line]);
  });

  it("because of one line of 1 GB is refused after a few pieces, without reading or keeping the rest", async () => {
    let made = 0;
    const piece = new Uint8Array(1 << 20).fill(0x61);
    async function* endless() {
      yield bytes("a;b\n");
      for (; made < 1024; made++) yield piece;
    }
    const before = process.memoryUsage().rss;
    const read = readCsv(endless(), { delimiter: ";", announced: false }).next();
    await expect(read).rejects.toMatchObject({ code: "line-too-long", values: { line: 2 } });
    expect(made).toBeLessThan(4);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 << 20);
  });
});

describe("what stands between the columns", () => {
  const known = new Set(["naam", "straat", "plaats"]);
  it.each([
    ["naam;straat;plaats\n", ";"],
    ["naam,straat,plaats\n", ","],
    ["naam\tstraat\tplaats\n", "\t"],
    ["naam|straat|plaats\n", "|"],
    ['"naam","straat","plaats"\n', ","],
    ["naam;straat,nummer;plaats\n", ";"],
    ["sep=,\nnaam,straat,plaats\n", ","],
    ["iets;anders\n", ";"],
    ["iets,heel,anders;dan\n", ","],
  ])("is seen in the header %j", (text, delimiter) => expect(readHead(text, known, true).delimiter).toBe(delimiter));

  it("does not matter to the names, nor do capitals, quotes and blanks", () => {
    expect(readHead(' "Naam" ; STRAAT;"Huis   Nummer"\n1;2;3\n', known, true)).toMatchObject({
      header: ["naam", "straat", "huis nummer"],
      rows: [["1", "2", "3"]],
    });
  });
});
