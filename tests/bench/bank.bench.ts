import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SaxesParser } from "saxes";
import { disconnect, pool } from "@/lib/platform/db";
import { BENCH_IBAN, BENCH_TENANCIES, benchReference, receiptCents, receiptDay, writeStatement } from "./bank-file";
import { copyBare, importApart, say, timed } from "./measure";

/**
 * A whole CAMT.053 imported, matched and posted, beside its floor in the same run: a bare streaming tokenizer over the same file, and a
 * bare COPY of the same rows into the same tables. Sizes on request: `BENCH_RECEIPTS=100000,1000000`.
 */
const SIZES = (process.env.BENCH_RECEIPTS ?? "100000,1000000").split(",").map(Number);

async function load(): Promise<void> {
  const statement = readFileSync(path.join(process.cwd(), "tests/bench/load.sql"), "utf8");
  await pool().query(statement, [BENCH_TENANCIES]);
  await pool().query("UPDATE tenancy SET payment_reference = (5000000000000000 + id)::text");
  await pool().query("INSERT INTO bank_account (iban, name) VALUES ($1, 'Bench')", [BENCH_IBAN]);
  await pool().query("INSERT INTO own_clock (id, day, part) VALUES (1, '2026-11-10', 'morning')");
}

/** The floor of reading: every byte through the tokenizer, nothing kept. */
async function tokenize(file: string): Promise<number> {
  const parser = new SaxesParser({ position: true });
  let seen = 0;
  for (const event of ["opentag", "closetag", "text"] as const) parser.on(event, () => void seen++);
  const decoder = new TextDecoder();
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    parser.write(decoder.decode(chunk as Uint8Array, { stream: true }));
  }
  parser.close();
  return seen;
}

/** The same rows in the same tables, beyond every entry the import makes. */
const FIRST_ID = 1_000_000_000;
const tenancyOf = (n: number) => 1 + (n % BENCH_TENANCIES);
const TABLES = {
  "ledger_entry (id, tenancy_id, kind, amount_cents, booked_on, source, source_number, description)": (n: number) =>
    `${FIRST_ID + n}\t${tenancyOf(n)}\tpayment\t${receiptCents(n)}\t${receiptDay(n)}\tbank\tbare-copy-fingerprint-of-32-${n}\tHuurder nummer ${n}`,
  "bank_line (account_id, statement_id, fingerprint, amount_cents, booked_on, value_on, reference, counterparty, iban, disposition, because, tenancy_id, entry_id, file_id, settled_at)":
    (n: number) =>
      `1\t1\tbare-copy-fingerprint-of-32-${n}\t${receiptCents(n)}\t${receiptDay(n)}\t${receiptDay(n)}\t${benchReference(n)}\tHuurder nummer ${n}\tNL44INGB${String(n).padStart(10, "0")}\tposted\treference\t${tenancyOf(n)}\t${FIRST_ID + n}\t1\t2026-11-10`,
};

const folder = mkdtempSync(path.join(tmpdir(), "aanbel-bank-"));
try {
  await load();
  console.log(`A CAMT.053 file against ${BENCH_TENANCIES} tenancies; every receipt has its payment reference.\n`);
  console.log("| receipts | file | tokenizer | bare COPY | floor | import | × floor | posted | peak Node memory |");
  console.log("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const size of SIZES) {
    const file = path.join(folder, `${size}.xml`);
    await writeStatement(file, size);
    const [took, imported] = await timed(() => importApart(file));
    say(`import of ${size}: ${took.toFixed(1)} s, ${imported.peakMegabytes} MB`);
    const [read] = await timed(() => tokenize(file));
    say(`tokenizer: ${read.toFixed(1)} s`);
    const [copied] = await timed(() => copyBare(size, TABLES));
    say(`bare COPY: ${copied.toFixed(1)} s`);
    const floor = read + copied;
    console.log(
      `| ${size} | ${Math.round(statSync(file).size / 1e6)} MB | ${read.toFixed(1)} s | ${copied.toFixed(1)} s | ${floor.toFixed(1)} s | ${took.toFixed(1)} s | ${(took / floor).toFixed(2)} | ${imported.added} | ${imported.peakMegabytes} MB |`,
    );
    rmSync(file);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await disconnect();
}
