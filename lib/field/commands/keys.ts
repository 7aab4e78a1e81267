import { realNow } from "@/lib/platform/clock";
import { type Db, inTransaction, prisma, sqlOf } from "@/lib/platform/db";
import { freshKeys, keyName, type SealTo } from "../domain/seal";

/** The pair that phones seal to today, and that receipts are signed with. */
export interface CurrentKey extends SealTo {
  readonly sign: JsonWebKey;
  readonly signOpen: JsonWebKey;
}

/** The newest key; the first is made when it is first asked for. It lies in the database, and so in every backup. */
export async function currentKey(): Promise<CurrentKey> {
  const db = prisma();
  const found = (await newest(db)) ?? (await firstKey());
  return {
    keyId: found.id,
    agree: found.agreeOpen as JsonWebKey,
    sign: found.sign as JsonWebKey,
    signOpen: found.signOpen as JsonWebKey,
  };
}

const newest = (db: Db) => db.fieldKey.findFirst({ where: { retiredAt: null }, orderBy: [{ madeAt: "desc" }, { id: "desc" }] });

/** Two who ask at once for the first get the same. */
const firstKey = () =>
  inTransaction(async (db) => {
    await sqlOf(db)("SELECT pg_advisory_xact_lock(7311)::text AS taken", []);
    return (await newest(db)) ?? makeKey(db);
  });

async function makeKey(db: Db) {
  const keys = await freshKeys();
  const id = await keyName(keys.agreeOpen);
  const asJson = (key: JsonWebKey) => ({ ...key }) as Record<string, string>;
  return db.fieldKey.create({
    data: {
      id,
      ...{ agree: asJson(keys.agree), agreeOpen: asJson(keys.agreeOpen) },
      ...{ sign: asJson(keys.sign), signOpen: asJson(keys.signOpen) },
      madeAt: realNow(),
    },
  });
}

/** From now on phones get another key. What was sealed to the older ones is opened as before. */
export async function rotateKey(): Promise<string> {
  const db = prisma();
  const at = realNow();
  const next = await makeKey(db);
  await db.fieldKey.updateMany({ where: { retiredAt: null, id: { not: next.id } }, data: { retiredAt: at } });
  return next.id;
}
