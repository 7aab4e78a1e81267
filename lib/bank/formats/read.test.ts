import fc from "fast-check";
import { expect, describe as group, it } from "vitest";
import { RefusedFile } from "@/lib/kernel/refusal";
import type { BankEvent, BankLine } from "../domain/line";
import { readBankFile } from "./read";

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
async function events(chunks: AsyncIterable<Uint8Array>): Promise<BankEvent[]> {
  const all: BankEvent[] = [];
  for await (const event of readBankFile(chunks)) all.push(event);
  return all;
}
const bookings = (all: readonly BankEvent[]): BankLine[] => all.flatMap((event) => (event.type === "line" ? [event.line] : []));

interface Paid {
  cents: number;
  received: boolean;
  name: string;
  text: string;
  day: string;
}
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,11}$/);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
const paid: fc.Arbitrary<Paid> = fc.record({
  cents: fc.integer({ min: 1, max: 99_999_999 }),
  received: fc.boolean(),
  name: words,
  text: words.filter((text) => !/storno|return|reversal|terug/i.test(text)),
  day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`),
});
const payments = fc.array(paid, { minLength: 0, maxLength: 12 });

const euros = (cents: number, point: string) => `${Math.floor(cents / 100)}${point}${String(cents % 100).padStart(2, "0")}`;
const total = (all: readonly Paid[]) => all.reduce((sum, it) => sum + (it.received ? it.cents : -it.cents), 0);

const IBAN = "NL44INGB0004100000";
const OURS = "NL14BNGH0285001234";

function camt(all: readonly Paid[], prefix: string): string {
  const tag = (name: string, inner: string, more = "") => `<${prefix}${name}${more}>${inner}</${prefix}${name}>`;
  const amount = (cents: number) => tag("Amt", euros(cents, "."), ' Ccy="EUR"');
  const balance = (code: string, cents: number) =>
    tag(
      "Bal",
      tag("Tp", tag("CdOrPrtry", tag("Cd", code))) +
        amount(Math.abs(cents)) +
        tag("CdtDbtInd", cents < 0 ? "DBIT" : "CRDT") +
        tag("Dt", tag("Dt", "2026-02-28")),
    );
  const entry = (it: Paid) => {
    const role = it.received ? "Dbtr" : "Cdtr";
    const party = tag("RltdPties", tag(role, tag("Nm", it.name)) + tag(`${role}Acct`, tag("Id", tag("IBAN", IBAN))));
    const details = tag("NtryDtls", tag("TxDtls", party + tag("RmtInf", tag("Ustrd", it.text))));
    const sign = tag("CdtDbtInd", it.received ? "CRDT" : "DBIT") + tag("Sts", "BOOK");
    return tag("Ntry", amount(it.cents) + sign + tag("BookgDt", tag("Dt", it.day)) + details);
  };
  const account = tag("Acct", tag("Id", tag("IBAN", OURS)));
  const statement = tag(
    "Stmt",
    tag("Id", "1") + account + balance("OPBD", 0) + balance("CLBD", total(all)) + all.map(entry).join("\n"),
  );
  return tag("Document", tag("BkToCstmrStmt", statement));
}

/** Field 86 as ING and others write it: cut every 65 signs, wherever that is. */
function mt940(all: readonly Paid[]): string {
  const balance = (tag: string, cents: number) => `:${tag}:${cents < 0 ? "D" : "C"}260228EUR${euros(Math.abs(cents), ",")}`;
  const entry = (it: Paid) => {
    const told = `/CNTP/${IBAN}/INGBNL2A/${it.name}///REMI/USTD//${it.text}/`;
    const wrapped = told.match(/.{1,65}/gs) ?? [];
    const day = it.day.replaceAll("-", "").slice(2);
    return `:61:${day}${day.slice(2)}${it.received ? "C" : "D"}${euros(it.cents, ",")}NTRFNONREF\r\n:86:${wrapped.join("\r\n")}`;
  };
  const fields = [":20:1", `:25:${OURS}`, ":28C:1/1", balance("60F", 0), ...all.map(entry), balance("62F", total(all)), "-"];
  return `${fields.join("\r\n")}\r\n`;
}

const told = (line: BankLine) => [line.amountCents, line.bookedOn, line.counterparty, line.iban, line.remittance];
const meant = (it: Paid) => [BigInt(it.received ? it.cents : -it.cents), it.day, it.name, IBAN, it.text];

group("what is written is what is read", () => {
  it("as CAMT.053 with any prefix, and the statement adds up", () =>
    fc.assert(
      fc.asyncProperty(payments, fc.constantFrom("", "a:", "ns2:", "Doc:"), async (all, prefix) => {
        const read = await events(cut(Buffer.from(camt(all, prefix)), [64]));
        expect(bookings(read).map(told)).toEqual(all.map(meant));
        expect(read.filter((event) => event.type === "note")).toEqual([]);
      }),
    ));

  it("as MT940 with words cut wherever a line is full, and the statement adds up", () =>
    fc.assert(
      fc.asyncProperty(payments, async (all) => {
        const read = await events(cut(Buffer.from(mt940(all)), [64]));
        expect(bookings(read).map(told)).toEqual(all.map(meant));
        expect(read.filter((event) => event.type === "note")).toEqual([]);
      }),
    ));
});

it("the same bytes in any pieces give the same events", () =>
  fc.assert(
    fc.asyncProperty(
      payments,
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (all, sizes, wide) => {
        const xml = camt(all, "");
        for (const bytes of [Buffer.from(mt940(all)), wide ? Buffer.from(`\uFEFF${xml}`, "utf16le") : Buffer.from(xml)]) {
          expect(await events(cut(bytes, sizes))).toEqual(await events(cut(bytes, [bytes.length])));
        }
      },
    ),
    { numRuns: 60 },
  ));

it("no bytes at all make the reader fail in another way than by refusing", () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom("", "<", ":20:1\n:25:", "{1:F01"),
      async (bytes, start) => {
        const all = Buffer.concat([Buffer.from(start), bytes]);
        const failed = await events(cut(all, [50])).then(
          () => null,
          (error: unknown) => error,
        );
        expect(failed === null || failed instanceof RefusedFile).toBe(true);
      },
    ),
    { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 500) },
  ));

/** A file that is made while it is read, so that no one has to keep a gigabyte. */
async function* endless(start: string, piece: string, bytes: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(start);
  const chunk = Buffer.from(piece.repeat(Math.ceil((1 << 18) / piece.length)));
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
}
const GIGABYTE = 1 << 30;
const HEAD = `<Document><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>${OURS}</IBAN></Id></Acct><Ntry><AddtlNtryInf>`;

group("a file made to exhaust the reader is refused within seconds and little memory", () => {
  it.each([
    ["one text of a gigabyte", HEAD, "x", "line-too-long"],
    ["one comment of a gigabyte", `${HEAD}<!--`, "x", "line-too-long"],
    ["one attribute of a gigabyte", `${HEAD}<a b="`, "x", "line-too-long"],
    ["one name of a gigabyte", `${HEAD}<a`, "a", "line-too-long"],
    ["white space of a gigabyte", "<Document>", " ", "line-too-long"],
    ["parts within parts without end", HEAD, "<a>", "too-deep"],
    ["ever new elements", HEAD, "", "too-varied"],
    ["entities within entities", "<!DOCTYPE a [", "<!ENTITY b 'c'>", "line-too-long"],
    ["one line of a gigabyte in MT940", ":20:1\n:25:", "x", "line-too-long"],
    [
      "one field of a gigabyte in MT940",
      `:20:1\n:25:${OURS}\n:60F:C260228EUR0,00\n:61:2602280228C1,00NTRFNONREF\n:86:`,
      "x\n",
      "field-too-long",
    ],
    ["nothing but a gigabyte of line ends", "\n", "\n", "empty-file"],
    ["zeros", "", "\0", "nul-bytes"],
  ])("%s", async (what, start, piece, code) => {
    const varied = Array.from({ length: 20_000 }, (_, index) => `<e${index}/>`).join("");
    const chunks = what === "ever new elements" ? cut(Buffer.from(start + varied), [4096]) : endless(start, piece, GIGABYTE);
    const before = process.memoryUsage.rss();
    const since = performance.now();
    await expect(events(chunks)).rejects.toMatchObject({ code });
    expect(performance.now() - since).toBeLessThan(5000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 << 20);
  });
});
