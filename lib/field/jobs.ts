import type { Actor } from "../auth/actor";
import type { Language } from "../i18n/language";
import { deposit, readToken, standOfPhone } from "./commands/deposit";
import { handOut } from "./commands/hand-out";
import { currentKey } from "./commands/keys";
import { openWaiting, recordEnvelope } from "./commands/record";
import { tidyField } from "./commands/tidy";
import type { HandedDay } from "./domain/day";
import type { Token } from "./domain/token";
import { askSchema, envelopeSchema, standSchema } from "./schema";

/** A day to take along; null when it was not asked for as a phone does. */
export async function giveDay(
  actor: Actor,
  who: { readonly firstName: string; readonly lang: Language },
  body: unknown,
): Promise<HandedDay | "lost" | null> {
  const read = askSchema.safeParse(body);
  return read.success && actor.staffId !== null ? handOut({ ...actor, staffId: actor.staffId }, who, read.data) : null;
}

/** Who wrote a token: one of our keys, or nobody of us. */
export const tokenOf = (word: string): Promise<Token | null> => readToken(word);

/** At the start of the worker: the first key is there before the first backup. */
export const prepare = () => currentKey();

/** Every minute: what was kept and not opened yet. */
export const openLeft = () => openWaiting();

/** What somebody's phone puts down, with the token that came with its day. Answers a status and what belongs to it. */
export async function takeEnvelope(token: Token, body: unknown): Promise<{ status: number; answer?: object }> {
  const read = envelopeSchema.safeParse(body);
  if (!read.success) return { status: 422 };
  const answer = await deposit(token, read.data);
  return typeof answer === "string" ? { status: answer === "unknown-key" ? 503 : 409 } : { status: 200, answer };
}

/** Which of the envelopes a phone has a receipt of are not here. */
export async function standOf(token: Token, body: unknown): Promise<{ status: number; answer?: object }> {
  const read = standSchema.safeParse(body);
  return read.success ? { status: 200, answer: await standOfPhone(token, read.data.ids) } : { status: 422 };
}

/** Every night: what is kept for a while only. */
export const tidy = () => tidyField();

/** Opens an envelope that came in. */
export const openEnvelope = ({ envelopeId }: { envelopeId: string }) => recordEnvelope(envelopeId);
