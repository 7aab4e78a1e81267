import { GATEWAY } from "@/lib/contact/queries/gateway";
import { MAIL } from "@/lib/health/queries/mail";
import { inTransaction } from "@/lib/platform/db";
import { sealed, unsealed } from "@/lib/platform/seal";
import { ORGANISATION } from "../queries/organisation";
import { CODES } from "./factor";

/** Settings with a secret in them, sealed under their own name. */
const SEALED = [ORGANISATION, GATEWAY, MAIL];

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
    for (const { key, value } of await db.setting.findMany({ where: { key: { in: [...SEALED] } } })) {
      const kept = value as { secret?: string };
      if (kept.secret) await db.setting.update({ where: { key }, data: { value: { ...kept, secret: again(key, kept.secret) } } });
    }
    return count;
  });
