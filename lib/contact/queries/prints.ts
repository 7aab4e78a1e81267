import { prisma } from "@/lib/platform/db";

/** A letter as it was made; null when there is none by this id. */
export async function printOf(id: number): Promise<{ pdf: Uint8Array<ArrayBuffer> } | null> {
  return prisma().letterPrint.findUnique({ where: { id }, select: { pdf: true } });
}
