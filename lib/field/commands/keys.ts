import { realNow } from "@/lib/platform/clock";
import { type Db, prisma } from "@/lib/platform/db";
import { freshKeys, type SealTo } from "../domain/seal";

/** The pair that phones seal to today, and that receipts are signed with. */
export interface CurrentKey extends SealTo {
  readonly sign: JsonWebKey;
  readonly signOpen: JsonWebKey;
}

/** The newest key; the first is made when it is first asked for. It lies in the database, and so in every backup. */
export async function currentKey(): Promise<CurrentKey> {
  const db = prisma();
  const found = (await newest(db)) ?? (await makeKey(db, "veld-1"));
  return {
    keyId: found.id,
    agree: found.agreeOpen as JsonWebKey,
    sign: found.sign as JsonWebKey,
    signOpen: found.signOpen as JsonWebKey,
  };
}

const newest = (db: Db) => db.fieldKey.findFirst({ where: { retiredAt: null }, orderBy: [{ madeAt: "desc" }, { id: "desc" }] });

async function makeKey(db: Db, id: string) {
  const keys = await freshKeys();
  const asJson = (key: JsonWebKey) => ({ ...key }) as Record<string, string>;
  await db.fieldKey.createMany({
    data: {
      id,
      ...{ agree: asJson(keys.agree), agreeOpen: asJson(keys.agreeOpen) },
      ...{ sign: asJson(keys.sign), signOpen: asJson(keys.signOpen) },
      madeAt: realNow(),
    },
    // Two who ask at once get the same.
    skipDuplicates: true,
  });
  return db.fieldKey.findUniqueOrThrow({ where: { id } });
}

/** From now on phones get another key. What was sealed to the older ones is opened as before. */
export async function rotateKey(): Promise<string> {
  const db = prisma();
  const at = realNow();
  const next = await makeKey(db, `veld-${(await db.fieldKey.count()) + 1}`);
  await db.fieldKey.updateMany({ where: { retiredAt: null, id: { not: next.id } }, data: { retiredAt: at } });
  return next.id;
}
