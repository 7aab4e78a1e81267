import { describe, expect, it } from "vitest";
import type { RefusedFile } from "@/lib/kernel/refusal";
import { type Mapping, signatureOf } from "../domain/mapping";
import { Row } from "./fields";
import { HEAD_BYTES, recognise } from "./recognise";

const bytes = (text: string) => new TextEncoder().encode(text);
const codeOf = (work: () => unknown) => {
  try {
    work();
    return "accepted";
  } catch (error) {
    return (error as RefusedFile).code;
  }
};

describe("a field of a row", () => {
  it.each([
    ["612,40", null],
    ["1.234,50", null],
    ["€ 5,00", null],
    ["1,005", "three-decimals"],
    ["-1,00", "negative-amount"],
    ["99999999999999,99", "amount-too-large"],
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

  it("with a word we do not know names one word for each that we do", () => {
    const row = new Row({ a: "x" });
    row.word("a", { huurder: "tenant", huu: "tenant", contact: "contact" }, "unknown-role");
    expect(row.problem?.values).toEqual({ value: "x", allowed: "huurder, contact" });
  });
});

describe("a file is known by its first bytes", () => {
  const header = "complexcode;naam;straat;huisnummer;postcode;plaats;huismeester";
  it("with or without a byte order mark, in any order of columns, case and separator", () => {
    for (const text of [
      header,
      `\uFEFF${header}`,
      header.split(";").reverse().join(";"),
      header.toUpperCase(),
      header.replaceAll(";", ","),
      header.replaceAll(";", "\t"),
      `sep=;\n${header}`,
      `"${header.split(";").join('";"')}"`,
    ]) {
      expect(recognise(bytes(`${text}\r\n`)).format).toBe("buildings");
    }
  });

  it("and a bank statement by its first sign, whatever its encoding", () => {
    for (const head of [bytes("<?xml"), bytes("\uFEFF\n <Document>"), Buffer.from("\uFEFF<?xml", "utf16le")]) {
      expect(recognise(head).format).toBe("camt053");
    }
    const swift = ":20:MSG1\r\n:25:NL14BNGH0285001234\r\n";
    for (const head of [bytes(swift), Buffer.from(`\uFEFF${swift}`, "utf16le")]) expect(recognise(head).format).toBe("mt940");
  });

  it.each([
    ["gzip", Buffer.from([0x1f, 0x8b, 8]), "packed-file"],
    ["zip or xlsx", Buffer.from("PK\u0003\u0004"), "packed-file"],
    ["an old Excel file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "packed-file"],
    ["PDF", Buffer.from("%PDF-1.7"), "pdf-file"],
    ["a web page", bytes("<!DOCTYPE html>"), "html-file"],
    ["NUL bytes", bytes(`${header}\u0000`), "nul-bytes"],
    ["nothing", bytes(""), "empty-file"],
    ["only blank lines", bytes(" \n\n"), "empty-file"],
    ["a column twice", bytes(`${header};naam\n`), "column-twice"],
    ["a column less", bytes(`${header.replace(";plaats", "")}\n`), "missing-column"],
    ["another header", bytes("kleur;maat\n"), "unknown-header"],
    ["a header without an end", new Uint8Array(HEAD_BYTES).fill(0x61), "line-too-long"],
  ])("and refused when it is %s", (_, head, code) => expect(codeOf(() => recognise(head))).toBe(code));
});

describe("a file of another system", () => {
  const header = ["rel", "contract", "naam huurder", "tel"];
  const mapping: Mapping = {
    name: "oud systeem",
    format: "tenants",
    signature: signatureOf(header),
    columns: {
      contractnummer: { from: "contract" },
      relatienummer: { from: "rel" },
      naam: { from: "Naam  huurder" },
      rol: { always: "huurder" },
    },
  };
  const head = bytes(`${header.join(";")}\n`);

  it("is read by the mapping that knows its columns, in any order", () => {
    expect(recognise(head, [mapping])).toMatchObject({
      format: "tenants",
      mapping: "oud systeem",
      width: 4,
      places: { contractnummer: { at: 1 }, naam: { at: 2, label: "Naam  huurder" }, rol: { always: "huurder" } },
    });
    expect(recognise(bytes(`${[...header].reverse().join(";")}\n`), [mapping])).toMatchObject({
      places: { contractnummer: { at: 2 } },
    });
  });

  it("is unknown without one, and with a column more", () => {
    expect(codeOf(() => recognise(head))).toBe("unknown-header");
    expect(codeOf(() => recognise(bytes(`${header.join(";")};nieuw\n`), [mapping]))).toBe("unknown-header");
  });

  it("is read by the mapping that somebody names, as long as its columns are there", () => {
    expect(recognise(bytes(`${header.join(";")};nieuw\n`), [mapping], "oud systeem")).toMatchObject({
      format: "tenants",
      width: 5,
    });
    expect(codeOf(() => recognise(head, [mapping], "nieuw"))).toBe("unknown-mapping");
    expect(codeOf(() => recognise(bytes("rel;contract;tel\n"), [mapping], "oud systeem"))).toBe("mapping-misses");
  });
});
