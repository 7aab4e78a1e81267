import { now } from "@/lib/platform/clock";
import { type Db, inTransaction, prisma } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import type { Envelope } from "../domain/seal";
import { readSigned, signed } from "../domain/seal";
import type { Token } from "../domain/token";
import { tokenSchema } from "../schema";
import { rowOf } from "./hand-out";

/** Who wrote this token: one of our keys, also one of before. Null when nobody of us did. */
export async function readToken(word: string): Promise<Token | null> {
  for (const key of await prisma().fieldKey.findMany({ orderBy: { madeAt: "desc" } })) {
    const text = await readSigned("token", word, key.signOpen as JsonWebKey);
    const read = text === null ? null : tokenSchema.safeParse(JSON.parse(text));
    if (read?.success) return read.data;
  }
  return null;
}

/** The hand-out of a token; written again when the database came back from before it. */
async function handoutOf(db: Db, token: Token): Promise<void> {
  await db.fieldHandout.createMany({ data: rowOf(token), skipDuplicates: true });
  await db.fieldHandout.update({ where: { id: token.handout }, data: { seenAt: (await now(db)).moment } });
}

type Deposited = { readonly receipt: string } | "id-in-use" | "unknown-key";

/**
 * Keeps a sealed envelope, once, and answers a signed receipt. Opening it is for afterwards, so that nothing about what it says can keep
 * it out; the same one sent again gets the same answer.
 */
export async function deposit(token: Token, envelope: Envelope): Promise<Deposited> {
  const { id, keyId, form, ...sealed } = envelope;
  const answer = await inTransaction(async (db): Promise<"kept" | Exclude<Deposited, object>> => {
    if (!(await db.fieldKey.findUnique({ where: { id: keyId }, select: { id: true } }))) return "unknown-key";
    await handoutOf(db, token);
    const { count } = await db.fieldEnvelope.createMany({
      data: { id, keyId, form, sealed, handoutId: token.handout, receivedAt: (await now(db)).moment },
      skipDuplicates: true,
    });
    if (count === 0) {
      const known = await db.fieldEnvelope.findUniqueOrThrow({ where: { id } });
      // One that was let go of is known by its id alone.
      const { box } = known.sealed as { box?: string };
      if (box !== undefined && box !== sealed.box) return "id-in-use";
    } else await enqueue("open-envelope", { envelopeId: id }, db);
    return "kept";
  });
  if (answer !== "kept") return answer;
  // With the key it was sealed to: the phone knows that one, whatever key is given out by now.
  const kept = await prisma().fieldEnvelope.findUniqueOrThrow({ where: { id }, include: { key: true } });
  const receipt = JSON.stringify({ id, receivedAt: kept.receivedAt.toISOString() });
  return { receipt: await signed("receipt", receipt, kept.key.sign as JsonWebKey) };
}

/** Of these envelopes, which this server does not have: it came back from a backup made before them. And whether the phone was reported lost. */
export async function standOfPhone(token: Token, ids: readonly string[]): Promise<{ missing: string[]; lost: boolean }> {
  await inTransaction((db) => handoutOf(db, token));
  const lost = await prisma().fieldHandout.count({ where: { deviceId: token.device, revokedAt: { not: null } } });
  const known = await prisma().fieldEnvelope.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const here = new Set(known.map(({ id }) => id));
  return { missing: ids.filter((id) => !here.has(id)), lost: lost > 0 };
}
