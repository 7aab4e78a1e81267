import { isValidIBAN } from "ibantools";
import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";

/** A further bank account of the corporation: from now on its statements are read. */
export async function addAccount(
  actor: Actor,
  given: { readonly iban: string; readonly name: string },
): Promise<Outcome<{ iban: string }, "bad-iban" | "account-known">> {
  const iban = given.iban.replace(/\s/g, "").toUpperCase();
  if (!isValidIBAN(iban)) return refused("bad-iban", { value: given.iban });
  return inTransaction(async (db) => {
    if (await db.bankAccount.findUnique({ where: { iban } })) return refused("account-known", { iban });
    await db.bankAccount.create({ data: { iban, name: given.name.trim() || iban } });
    await record(db, { actor, action: "bank.addAccount", detail: { iban }, at: (await now(db)).moment });
    return done({ iban });
  });
}
