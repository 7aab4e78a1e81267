import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { lacking, type Mapping, type Origin, signatureOf } from "../domain/mapping";
import { ERP_FORMATS } from "../formats/erp";

export interface MappingInput {
  readonly name: string;
  readonly format: string;
  /** The column names of the file. */
  readonly header: readonly string[];
  /** For each of our columns a column of the file, or a text that stands on every row. */
  readonly columns: Readonly<Record<string, Origin>>;
}

type Refusal = "unknown-format" | "unknown-column" | "columns-missing" | "column-chosen-twice";

/** Keeps how a source names its columns, so that its next file is recognised. The one it replaces stays, with its end. */
export async function saveMapping(
  actor: Actor,
  { name, format, header, columns }: MappingInput,
): Promise<Outcome<Mapping, Refusal>> {
  const erp = ERP_FORMATS.find((one) => one.format === format);
  if (!erp) return refused("unknown-format");
  const chosen = Object.values(columns).flatMap((origin) => ("from" in origin ? [origin.from] : []));
  const stray = Object.keys(columns).find((column) => ![...erp.columns, ...(erp.further ?? [])].includes(column));
  const gone = stray ?? chosen.find((column) => !header.includes(column));
  if (gone !== undefined) return refused("unknown-column", { column: gone });
  const twice = chosen.find((column, at) => chosen.indexOf(column) !== at);
  if (twice !== undefined) return refused("column-chosen-twice", { column: twice });
  const missing = lacking(erp.needed, (column) => columns[column] !== undefined);
  if (missing.length > 0) return refused("columns-missing", { columns: missing.join(", ") });
  const mapping: Mapping = { name, format, signature: signatureOf(header), columns };
  return inTransaction(async (db) => {
    const { moment } = await now(db);
    await db.columnMapping.updateMany({
      where: { replacedAt: null, OR: [{ name }, { signature: mapping.signature }] },
      data: { replacedAt: moment },
    });
    await db.columnMapping.create({ data: { ...mapping, columns: { ...columns }, staffId: actor.staffId, recordedAt: moment } });
    await record(db, { actor, at: moment, action: "intake.saveMapping", detail: { name, format } });
    return done(mapping);
  });
}
