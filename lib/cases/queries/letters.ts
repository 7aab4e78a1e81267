import type { LetterKind } from "@/lib/contact/domain/texts";
import type { LetterPage } from "@/lib/contact/templates/letter";
import type { Address } from "@/lib/i18n/people";
import type { Day } from "@/lib/kernel/day";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { amsterdamOf } from "@/lib/platform/zone";

/** A letter that the rules asked for and nobody posted yet. */
export interface WaitingLetter extends Address {
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string | null;
  readonly letterId: number;
  readonly letterKind: LetterKind;
  readonly tenancyId: number;
  readonly askedOn: Day;
  readonly number: string;
  readonly printId: number | null;
  readonly madeAt: Date | null;
}

/** More than this are not posted in one go. */
const MOST_LETTERS = 400;

export const waitingLetters = (): Promise<WaitingLetter[]> =>
  sqlOf(prisma())<WaitingLetter>(sqlFile("cases/letters-waiting"), [MOST_LETTERS]);

/** Made today, so that what it says still holds: these go into one file and are posted together. */
export const madeToday = (letters: readonly WaitingLetter[], today: Day): readonly WaitingLetter[] =>
  letters.filter(({ madeAt }) => madeAt !== null && amsterdamOf(madeAt).day === today);

/** What these prints say, in the order given. */
export async function pagesOf(printIds: readonly number[]): Promise<LetterPage[]> {
  const rows = await prisma().letterPrint.findMany({ where: { id: { in: [...printIds] } }, select: { id: true, page: true } });
  const pages = new Map(rows.map(({ id, page }) => [id, page as unknown as LetterPage]));
  return printIds.flatMap((id) => pages.get(id) ?? []);
}

/** Each of these prints with its letter, and the print that was made of it last. */
export async function lettersOfPrints(printIds: readonly number[]) {
  const rows = await prisma().letterPrint.findMany({
    where: { id: { in: [...printIds] } },
    select: {
      id: true,
      letter: { select: { id: true, tenancyId: true, prints: { select: { id: true }, orderBy: { id: "desc" }, take: 1 } } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, letter }) => ({
    printId: id,
    letterId: letter.id,
    tenancyId: letter.tenancyId,
    last: letter.prints[0]?.id ?? id,
  }));
}
