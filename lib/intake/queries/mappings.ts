import { prisma } from "@/lib/platform/db";
import type { Mapping } from "../domain/mapping";

/** A mapping as the screen shows it: who made it, and what was read by it. */
export interface KeptMapping extends Mapping {
  readonly id: number;
  readonly since: Date;
  readonly by: string | null;
  readonly files: number;
  readonly lastUsed: Date | null;
}

/** The mappings that hold now, by name. */
export async function keptMappings(): Promise<KeptMapping[]> {
  const rows = await prisma().columnMapping.findMany({ where: { replacedAt: null }, orderBy: { name: "asc" } });
  const used = await prisma().importFile.groupBy({
    by: ["mapping"],
    where: { mapping: { in: rows.map(({ name }) => name) }, status: "done" },
    _count: true,
    _max: { startedAt: true },
  });
  const staff = await prisma().staff.findMany({ where: { id: { in: rows.flatMap(({ staffId }) => staffId ?? []) } } });
  return rows.map(({ id, name, format, signature, columns, staffId, recordedAt }) => {
    const use = used.find(({ mapping }) => mapping === name);
    return {
      ...{ id, name, format, signature, columns: columns as unknown as Mapping["columns"], since: recordedAt },
      by: staff.find((one) => one.id === staffId)?.name ?? null,
      files: use?._count ?? 0,
      lastUsed: use?._max.startedAt ?? null,
    };
  });
}

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
