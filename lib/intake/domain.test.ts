import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { RefusedFile } from "@/lib/kernel/refusal";
import { csvText } from "./domain/csvText";
import { readPhone } from "./domain/phone";
import { assertBalanced } from "./domain/report";
import { judgeReversals, type ReversalCandidate } from "./domain/reversals";
import { readCsv } from "./formats/csv";
import { Row, readDay } from "./formats/fields";
import { recognise } from "./formats/recognise";

const bytes = (text: string) => new TextEncoder().encode(text);
const codeOf = (work: () => unknown) => {
  try {
    work();
    return "accepted";
  } catch (error) {
    return (error as RefusedFile).code;
  }
};

describe("a phone number as people write it", () => {
  it.each([
    ["06-12345678", "mobile", "+31612345678"],
    ["06 - 12 34 56 78", "mobile", "+31612345678"],
    ["+31 (0)6 1234 5678", "mobile", "+31612345678"],
    ["0031612345678", "mobile", "+31612345678"],
    ["(010) 412 34 56", "landline", "+31104123456"],
    ["010/4123456", "landline", "+31104123456"],
    ["088 123 45 67", "landline", "+31881234567"],
    ["geen", "unusable", "geen"],
    ["0612345", "unusable", "0612345"],
    ["0900-1234", "unusable", "0900-1234"],
  ])("%s is %s", (typed, kind, value) => expect(readPhone(typed)).toEqual({ kind, value }));
});

describe("a field of a row", () => {
  it.each([
    ["2026-11-01", "2026-11-01"],
    ["1-11-2026", "2026-11-01"],
    ["29-02-2024", "2024-02-29"],
    ["29-02-2026", null],
    ["2026-13-01", null],
    ["1/11/2026", null],
    ["01-11-26", null],
  ])("with the date %s is read as %s", (text, read) => expect(readDay(text)).toBe(read));

  it.each([
    ["612,40", null],
    ["7", null],
    ["1,005", "three-decimals"],
    ["1.234,50", "bad-amount"],
    ["1e5", "bad-amount"],
    ["NaN", "bad-amount"],
    ["€ 5,00", "bad-amount"],
    ["-1,00", "negative-amount"],
    ["99999999999999,99", "bad-amount"],
  ])("with the amount %s has the problem %s", (bedrag, problem) => {
    const row = new Row({ bedrag });
    row.amount("bedrag");
    expect(row.problem?.code ?? null).toBe(problem);
  });

  it("that is wrong keeps the first problem of its row", () => {
    const row = new Row({ a: "x", b: "y" });
    row.day("a");
    row.amount("b");
    expect(row.problem).toMatchObject({ field: "a", code: "impossible-date" });
  });
});

describe("a file is known by its first bytes", () => {
  const header = "complexcode;naam;straat;huisnummer;postcode;plaats;huismeester";
  it("with or without a byte order mark, in any order of columns and case", () => {
    for (const text of [
      header,
      `\uFEFF${header}`,
      header.split(";").reverse().join(";"),
      header.toUpperCase(),
      `"${header.split(";").join('";"')}"`,
    ]) {
      expect(recognise(bytes(`${text}\r\n`)).format).toBe("buildings");
    }
  });

  it("and a bank statement by its first sign, whatever its encoding", () => {
    for (const head of [bytes("<?xml"), bytes("\uFEFF\n <Document>"), Buffer.from("\uFEFF<?xml", "utf16le")]) {
      expect(recognise(head).format).toBe("camt053");
    }
  });

  it("and refused when it is packed, binary or of another kind", () => {
    expect(codeOf(() => recognise(Buffer.from([0x1f, 0x8b, 8])))).toBe("packed-file");
    expect(codeOf(() => recognise(Buffer.from("PK\u0003\u0004")))).toBe("packed-file");
    expect(codeOf(() => recognise(Buffer.from("%PDF-1.7")))).toBe("not-text");
    expect(codeOf(() => recognise(bytes(`${header}\u0000`)))).toBe("not-text");
    expect(codeOf(() => recognise(bytes(" \n\n")))).toBe("empty-file");
    expect(codeOf(() => recognise(bytes(`${header};naam\n`)))).toBe("column-twice");
  });
});

describe("the rows of a CSV file", () => {
  const rows = async (text: string) => {
    const all = [];
    async function* chunks() {
      // One byte at a time: a letter or quote may be cut anywhere.
      for (const byte of bytes(text)) yield Uint8Array.of(byte);
    }
    for await (const record of readCsv(chunks())) all.push([record.line, ...record.cells]);
    return all;
  };

  it("keep quotes, semicolons and line breaks within quotes, accents, and their line number", async () => {
    expect(await rows('a;b\n1;"x;y ""z"""\n\n2;"één\ntwee"\r\n3;los "woord" hier\n')).toEqual([
      [2, "1", 'x;y "z"'],
      [5, "2", "één\ntwee"],
      [6, "3", 'los "woord" hier'],
    ]);
  });

  it("stop at a quote that never closes and at bytes that are not UTF-8, with the line", async () => {
    await expect(rows('a;b\n1;"open\n')).rejects.toMatchObject({ code: "broken-quotes", values: { line: 2 } });
    async function* latin() {
      yield Buffer.from("a;b\n1;caf\xe9\n", "latin1");
    }
    await expect(readCsv(latin()).next()).rejects.toMatchObject({ code: "not-utf8", values: { line: 2 } });
    async function* endless() {
      for (let at = 0; at < 40; at++) yield bytes("x".repeat(10_000));
    }
    await expect(readCsv(endless()).next()).rejects.toMatchObject({ code: "line-too-long" });
  });
});

describe("reversals of one receipt", () => {
  const candidate = (line: number, more: Partial<ReversalCandidate> = {}): ReversalCandidate => ({
    line,
    amount: 400n,
    bookedOn: day("2026-11-05"),
    target: "entry 1",
    targetKind: "payment",
    targetAmount: 1000n,
    targetBookedOn: day("2026-11-01"),
    reversed: 0n,
    twins: [],
    ...more,
  });
  const fates = (candidates: ReversalCandidate[]) => {
    const judged = judgeReversals(candidates);
    return candidates.map((it) => judged.get(it.line)?.fate);
  };

  it("are good until it is used up, in the order they were booked, and a refused one takes nothing", () => {
    expect(fates([candidate(1), candidate(2), candidate(3), candidate(4, { amount: 200n })])).toEqual([
      "good",
      "good",
      "rejected",
      "good",
    ]);
    expect(fates([candidate(1), candidate(2, { amount: 1000n, bookedOn: day("2026-11-02") })])).toEqual(["rejected", "good"]);
  });

  it("that the bank already reported are twins, one each", () => {
    expect(fates([candidate(1, { twins: ["7"] }), candidate(2, { twins: ["7"] })])).toEqual(["twin", "good"]);
  });
});

it("lines that went missing stop the import", () => {
  const counts = { lines: 10, added: 5, known: 1, suspense: 1, ignored: 1, rejected: 1 };
  expect(() => assertBalanced(counts)).toThrow("10 lines in, 9 accounted for");
  expect(() => assertBalanced({ ...counts, known: 2 })).not.toThrow();
});

it("text that looks like a formula stays text in a downloaded list", () => {
  expect(csvText([["=1+1", "+31", "-5", "@x", "gewoon", 'a;"b"', -5]])).toBe(
    '\uFEFF\'=1+1;\'+31;\'-5;\'@x;gewoon;"a;""b""";-5\r\n',
  );
});
