import { assertAccounted, type Sum } from "@/lib/bank/domain/accounted";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Counts } from "../domain/report";
import type { ErpFormat } from "../formats/format";
import { type ErpFile, type VeraFile, viewsOf } from "../formats/recognise";
import type { Importing } from "./importing";
import { settleEntries } from "./settle-entries";
import { csvRows, type SourceRow, stage, veraRows } from "./stage-erp";

type Settled = Omit<Counts, "lines" | "suspense"> & { readonly changed: number; readonly ended: number; readonly noted: number };

/** Notes the staged rows that were not taken and what the others changed, and counts how all of them ended. */
async function settle({ client, fileId, issues }: Importing): Promise<Settled> {
  await issues.flush();
  // What was left out of a row is said of the rows that come in; of those that are known it was said then.
  await client.query("DELETE FROM change c USING staged s WHERE c.kind = 'noted' AND s.line = c.line AND s.outcome <> 'added'");
  await client.query(
    `INSERT INTO import_issue (file_id, line, field, kind, code, "values")
     SELECT $1::int, coalesce(p.line, f.line), f.field, f.kind, f.code, f.vals
     FROM (SELECT line, field, outcome AS kind, code_said AS code, vals, 0 AS ordinal FROM staged WHERE outcome IN ('ignored', 'rejected')
       UNION ALL SELECT line, field, kind, code, vals, ordinal FROM change) f
     LEFT JOIN source_line p ON p.nth = f.line ORDER BY 2, f.line, f.ordinal`,
    [fileId],
  );
  const { rows } = await client.query<Settled>(
    `SELECT count(*) FILTER (WHERE outcome = 'added')::int AS added, count(*) FILTER (WHERE outcome = 'known')::int AS known,
       count(*) FILTER (WHERE outcome = 'ignored')::int AS ignored, count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected,
       count(*) FILTER (WHERE outcome = 'added' AND changed)::int AS changed,
       (SELECT count(DISTINCT line)::int FROM change WHERE kind = 'ended') AS ended,
       (SELECT count(DISTINCT line)::int FROM change WHERE kind = 'noted') AS noted FROM staged`,
  );
  return rows[0] ?? NOTHING;
}
const NOTHING = { added: 0, known: 0, ignored: 0, rejected: 0, changed: 0, ended: 0, noted: 0 };

interface Sums {
  readonly cents: string;
  readonly addedCents: string;
  readonly kept: number;
  readonly keptCents: string;
}

/** What was read is what was judged; of rows with an amount also to the cent, and what was judged new is what is now kept. Else nothing of it is. */
async function prove({ client }: Importing, { amount }: ErpFormat, read: Sum, { added, known, ignored, rejected }: Settled) {
  const lines = added + known + ignored + rejected;
  if (!amount) return assertAccounted(read, { lines, cents: read.cents });
  const { rows } = await client.query<Sums>(
    `SELECT coalesce(sum("${amount}"), 0)::text AS cents, coalesce(sum("${amount}") FILTER (WHERE outcome = 'added'), 0)::text AS "addedCents",
       (SELECT coalesce(sum(rows), 0)::int FROM kept) AS kept, (SELECT coalesce(sum(cents), 0)::text FROM kept) AS "keptCents" FROM staged`,
  );
  const { cents = "0", addedCents = "0", kept = 0, keptCents = "0" } = rows[0] ?? {};
  assertAccounted(read, { lines, cents: BigInt(cents) });
  assertAccounted({ lines: added, cents: BigInt(addedCents) }, { lines: kept, cents: BigInt(keptCents) });
}

async function bringInRows(importing: Importing, file: ErpFile | VeraFile, erp: ErpFormat, rows: AsyncIterable<SourceRow>) {
  const { lines, staged } = await stage(importing, file, erp, rows);
  if (erp.format === "entries") await settleEntries(importing);
  else await importing.client.query(sqlFile(`intake/${erp.format}`));
  if (erp.format === "people") await importing.client.query(sqlFile("intake/tenants"));
  if (erp.format === "entries" || erp.format === "balances") await importing.client.query(sqlFile("intake/openings"));
  const settled = await settle(importing);
  await prove(importing, erp, staged, settled);
  // What was made on the way may be made again for the next kind of rows.
  await importing.client.query(
    "DROP TABLE IF EXISTS pg_temp.address, pg_temp.given, pg_temp.several, pg_temp.back, pg_temp.bad_reversal, pg_temp.kept",
  );
  return { lines, ...settled };
}

/** Brings in one ERP file: reads, judges against what is known, saves. Set-based, whatever its size. */
export async function importErp(
  importing: Importing,
  file: ErpFile | VeraFile,
  chunks: () => AsyncIterable<Uint8Array>,
): Promise<Counts & Settled> {
  const { issues } = importing;
  const counts = { lines: 0, ...NOTHING };
  const views = "entity" in file ? viewsOf(file) : [null];
  for (const view of views) {
    const rows = view ? veraRows(view, chunks()) : csvRows(file as ErpFile, chunks());
    const brought = await bringInRows(importing, file, view?.erp ?? file.erp, rows);
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += brought[name];
  }
  return { ...counts, suspense: 0, ignored: counts.ignored + issues.ignored, rejected: counts.rejected + issues.rejected };
}
