import { prisma } from "@/lib/platform/db";
import type { Mapping } from "../domain/mapping";

/** How the sources name their columns, as it holds now. */
export async function currentMappings(): Promise<Mapping[]> {
  const rows = await prisma().columnMapping.findMany({ where: { replacedAt: null }, orderBy: { name: "asc" } });
  return rows.map(({ name, format, signature, columns }) => ({
    name,
    format,
    signature,
    columns: columns as unknown as Mapping["columns"],
  }));
}
