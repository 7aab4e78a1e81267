import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { sealed } from "@/lib/platform/seal";
import { sendMail } from "../channels/mail";
import { MAIL, mailServer, mailShown } from "../queries/mail";
import type { MailInput } from "../schema";

const noted = async (db: Db, actor: Actor, action: string, detail: Record<string, string | boolean>) =>
  record(db, { actor, action: `health.${action}`, detail, at: (await now(db)).moment });

/** Where warnings are mailed, and from where, from now on. Without a new password the one before stays, while it is the same server. */
export const setMail = (actor: Actor, { secret, ...input }: MailInput): Promise<Outcome<{ to: string }, "mailGiven">> =>
  inTransaction(async (db) => {
    const shown = await mailShown(db);
    if (shown.by === "environment") return refused("mailGiven");
    const row = await db.setting.findUnique({ where: { key: MAIL } });
    const before = (row?.value ?? {}) as { host?: string; secret?: string };
    const kept = secret ? sealed(MAIL, secret) : before.host === input.host ? before.secret : undefined;
    const value = { ...input, ...(kept ? { secret: kept } : {}) };
    await db.setting.upsert({ where: { key: MAIL }, create: { key: MAIL, value }, update: { value } });
    const { by: _, ...was } = shown;
    await noted(db, actor, "setMail", {
      before: JSON.stringify(was),
      after: JSON.stringify(input),
      newSecret: secret !== undefined,
    });
    return done({ to: input.to });
  });

/** One mail to who is told, to see whether they arrive. */
export async function tryMail(
  actor: Actor,
  mail: { subject: string; text: string },
): Promise<Outcome<{ to: string }, "noMail" | "mailFailed">> {
  const known = await mailServer();
  if (!known) return refused("noMail");
  const failed = await sendMail(known, mail).then(
    () => null,
    (error: { code?: string; responseCode?: number }) => {
      log.warn({ error: String(error) }, "a mail to try did not leave");
      return String(error.responseCode ?? error.code ?? "?");
    },
  );
  await inTransaction((db) => noted(db, actor, "tryMail", { left: failed === null }));
  return failed === null ? done({ to: known.to }) : refused("mailFailed", { code: failed });
}
