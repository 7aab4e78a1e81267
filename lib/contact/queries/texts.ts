import { type Db, prisma } from "@/lib/platform/db";
import { TEXTS, type Text, type TextKind } from "../domain/texts";

/** One version of the words of a kind; the one it starts with has no id, nobody and no moment. */
export interface TextVersion extends Text {
  readonly id: number | null;
  readonly by: string | null;
  readonly savedAt: Date | null;
}

/** The words that count now: what the corporation wrote last, else what the program starts with. */
export async function textInForce(kind: TextKind, db: Db = prisma()): Promise<Text> {
  const own = await db.messageText.findFirst({ where: { kind }, orderBy: { id: "desc" }, select: { title: true, body: true } });
  return own ?? TEXTS[kind].first;
}

/** Every version of the words of a kind, the one in force first. */
export async function textVersions(kind: TextKind): Promise<readonly TextVersion[]> {
  const own = await prisma().messageText.findMany({ where: { kind }, orderBy: { id: "desc" }, include: { staff: true } });
  return [
    ...own.map(({ id, title, body, staff, savedAt }) => ({ id, title, body, by: staff.name, savedAt })),
    { id: null, ...TEXTS[kind].first, by: null, savedAt: null },
  ];
}
