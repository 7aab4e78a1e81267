import { inTransaction } from "@/lib/platform/db";
import { sealed, unsealed } from "@/lib/platform/seal";
import { ORGANISATION } from "../queries/organisation";
import { CODES } from "./factor";

/**
 * Seals with the key of now what the one before it sealed, so that that one can be forgotten.
 * @returns how many were sealed again, and how many neither key opens: those were lost before
 */
export const sealAgain = (): Promise<{ again: number; lost: number }> =>
  inTransaction(async (db) => {
    const count = { again: 0, lost: 0 };
    const again = (purpose: string, word: string): string => {
      const text = unsealed(purpose, word);
      count[text === null ? "lost" : "again"] += 1;
      return text === null ? word : sealed(purpose, text);
    };
    await db.$executeRaw`LOCK TABLE totp, setting IN SHARE ROW EXCLUSIVE MODE`;
    for (const { staffId, secret } of await db.totp.findMany({ select: { staffId: true, secret: true } }))
      await db.totp.update({ where: { staffId }, data: { secret: again(CODES, secret) } });
    const row = await db.setting.findUnique({ where: { key: ORGANISATION } });
    const value = row?.value as { secret?: string } | undefined;
    if (value?.secret) {
      const kept = { ...value, secret: again(ORGANISATION, value.secret) };
      await db.setting.update({ where: { key: ORGANISATION }, data: { value: kept } });
    }
    return count;
  });
