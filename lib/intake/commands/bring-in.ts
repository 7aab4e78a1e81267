import type pg from "pg";
import { importStatements } from "@/lib/bank/commands/import-statements";
import { rematch } from "@/lib/bank/commands/rematch";
import { settleReturns } from "@/lib/bank/commands/settle-returns";
import type { Day } from "@/lib/kernel/day";
import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import { compareBalances } from "@/lib/ledger/commands/compare-balances";
import { sqlOfClient } from "@/lib/platform/db";
import { assertBalanced, type Counts, emptyReport, type FileReport, ISSUES_IN_REPORT } from "../domain/report";
import type { ErpFile, Recognised, VeraFile } from "../formats/recognise";
import { firstIssues, noteProgress } from "./history";
import { importErp } from "./import-erp";
import type { Importing } from "./importing";
import { counted, type OfferedFile } from "./offered";

export interface BringInOptions {
  /** Up to which bank day the receipts in an ERP file are complete. */
  readonly completeThrough?: Day;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far the file under way is. */
export interface Progress {
  readonly name: string;
  readonly lines: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Sum of the amounts read so far. */
  readonly amountCents: bigint;
}

const PROGRESS_MS = 1000;

/** Brings one file in, on the connection and in the transaction of its caller. Answers its report and what its bytes hash to. */
export async function bringIn(
  base: Omit<Importing, "onLines">,
  file: OfferedFile,
  recognised: Recognised,
  options: BringInOptions,
): Promise<{ report: FileReport; sha256: string }> {
  const { client, fileId, today, moment } = base;
  const totalBytes = await file.size();
  const source = counted(file.chunks);
  // The last word is always told: comparing what was read takes its time too.
  const onLines = throttled(
    (lines, amountCents = 0n) => {
      const bytes = source.bytes();
      options.onProgress?.({ name: file.name, lines, bytes, totalBytes, amountCents });
      void noteProgress(fileId, lines, bytes, amountCents).catch(() => {});
    },
    () => source.bytes() >= totalBytes,
  );
  await client.query("CREATE TEMP TABLE touched (tenancy_id int) ON COMMIT DROP");
  await client.query(
    "CREATE TEMP TABLE importing ON COMMIT DROP AS SELECT $1::int AS file_id, $2::date AS today, $3::timestamptz(3) AS moment",
    [fileId, today, moment],
  );
  const importing: Importing = { ...base, onLines };
  const brought = recognised.erp
    ? await bringInErp(importing, recognised, source.chunks, options.completeThrough)
    : { ended: 0, noted: 0, ...(await importStatements(importing, source.chunks())) };
  await importing.issues.flush();
  assertBalanced(brought);
  const report: FileReport = {
    ...emptyReport(fileId, file.name, recognised.format),
    ...brought,
    ...("mapping" in recognised && recognised.mapping ? { mapping: recognised.mapping } : {}),
    issues: await firstIssues(client, fileId, ["ignored", "rejected", "noted"], ISSUES_IN_REPORT),
    changes: await firstIssues(client, fileId, ["changed", "ended"], ISSUES_IN_REPORT),
    touchedTenancyIds: await touchedBy(client),
  };
  return { report, sha256: source.sha256() };
}

async function touchedBy(client: pg.ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>("SELECT DISTINCT tenancy_id AS id FROM touched ORDER BY 1");
  return rows.map((row) => row.id);
}

type Brought = Counts & {
  readonly changed: number;
  readonly ended: number;
  readonly noted: number;
  readonly notes?: readonly Said[];
  readonly completeThrough?: Day;
};

async function bringInErp(
  importing: Importing,
  erpFile: ErpFile | VeraFile,
  chunks: () => AsyncIterable<Uint8Array>,
  completeThrough?: Day,
): Promise<Brought> {
  const claims = erpFile.format === "entries" && completeThrough !== undefined;
  if (claims && completeThrough > importing.today) throw new RefusedFile("complete-in-future", { day: completeThrough });
  const counts = await importErp(importing, erpFile, chunks);
  // A return that waits in suspense may take back a receipt that only now came in.
  if (erpFile.format === "entries") await settleReturns(importing.client, importing.moment);
  // Contracts, references, accounts and names that only now came in may say whose a waiting receipt is.
  if (erpFile.format === "contracts" || erpFile.format === "tenants") {
    const touched = await rematch(importing.client, importing.moment);
    await importing.client.query("INSERT INTO touched SELECT unnest($1::int[])", [touched]);
  }
  if (erpFile.format === "balances") {
    const at = { day: importing.today, moment: importing.moment, tenancyIds: null };
    const touched = await compareBalances(sqlOfClient(importing.client), at);
    await importing.client.query("INSERT INTO touched SELECT unnest($1::int[])", [touched]);
  }
  if (!claims) return counts;
  await importing.client.query(
    "INSERT INTO receipts_complete (account_id, through_day, file_id, recorded_at) VALUES (NULL, $1, $2, $3)",
    [completeThrough, importing.fileId, importing.moment],
  );
  return { ...counts, completeThrough };
}

type Tell = (lines: number, amountCents?: bigint) => void;

function throttled(tell: Tell, isOver: () => boolean): Tell {
  let last = Number.NEGATIVE_INFINITY;
  return (lines, amountCents) => {
    const at = performance.now();
    if (at - last < PROGRESS_MS && !isOver()) return;
    last = at;
    tell(lines, amountCents);
  };
}
