import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, describe as group, it } from "vitest";
import { RefusedFile } from "@/lib/kernel/refusal";
import { describe } from "./describe";

const FOLDER = path.resolve(import.meta.dirname, "../../../tests/samples/bank");
const EXPECTED = JSON.parse(readFileSync(path.join(FOLDER, "expected.json"), "utf8")) as Record<string, string[]>;

interface Shown {
  amountCents: number | null;
  status?: string;
  bookedOn?: string | null;
  valueOn?: string | null;
  reference: string | null;
  counterparty: string | null;
  iban: string | null;
  remittance: string | null;
  returnReason: string | null;
  isBatch?: boolean;
  details?: Shown[];
}
interface Read {
  format: string;
  statements: { account: string; page: number | null; openingCents: number; closingCents: number; lines: Shown[] }[];
}

const signed = (cents: number | null) => (cents === null ? "?" : `${cents < 0 ? "" : "+"}${cents}`);
const part = (name: string, value: string | null) => (value === null ? "" : ` ${name}=${value}`);
const payment = (it: Shown) =>
  part("ref", it.reference) +
  part("name", it.counterparty) +
  part("iban", it.iban) +
  part("text", it.remittance) +
  part("ret", it.returnReason);

/** A line as expected.json writes it; transactions only where they tell more than the line. */
function shown(line: Shown): string[] {
  const { details = [], bookedOn = null, valueOn = null } = line;
  const status = line.status === "pending" ? "pending " : "";
  const valued = valueOn !== null && valueOn !== bookedOn ? ` v=${valueOn}` : "";
  const head = `${status}${signed(line.amountCents)} ${bookedOn ?? "-"}${valued}${payment(line)}${line.isBatch ? " batch" : ""}`;
  const alone = details.length === 1 && [null, line.amountCents].includes(details[0]?.amountCents ?? null);
  return [head, ...(alone ? [] : details.map((it) => `  - ${signed(it.amountCents)}${payment(it)}`))];
}

async function reading(file: string, size = 1 << 16): Promise<string[]> {
  const bytes = readFileSync(path.join(FOLDER, file));
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let json = "{";
  const warnings: string[] = [];
  try {
    for await (const piece of describe(chunks())) {
      if ("json" in piece) json += piece.json;
      else warnings.push(`! ${piece.warning.code}`);
    }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const { line = 1, field, code } = error.values;
    return [`refused ${code ?? error.code} ${line}${field === undefined ? "" : ` ${field}`}`];
  }
  const { format, statements } = JSON.parse(`${json}}`) as Read;
  const lines = statements.flatMap(({ account, page, openingCents, closingCents, lines }, index) => [
    `${index === 0 ? `${format} |` : "+"} ${account} ${openingCents} > ${closingCents}${page === null ? "" : ` p${page}`}`,
    ...lines.flatMap(shown),
  ]);
  return [...lines, ...warnings];
}

group("a file of the bank", () => {
  it.each(Object.entries(EXPECTED))("%s reads as its name says", async (file, expected) => {
    expect(await reading(file)).toEqual(expected);
  });

  it.each(Object.entries(EXPECTED))("%s reads the same in pieces of any size", async (file, expected) => {
    for (const size of [1, 7, 333]) expect(await reading(file, size)).toEqual(expected);
  });

  it("has an expectation, each of at least 120 files", () => {
    const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile() && it.name !== "expected.json")
      .map((it) => path.relative(FOLDER, path.join(it.parentPath, it.name)));
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
    expect(files.length).toBeGreaterThanOrEqual(120);
  });
});
