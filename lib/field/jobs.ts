import type { Actor } from "../auth/actor";
import type { Language } from "../i18n/language";
import { deposit, missingOf, readToken } from "./commands/deposit";
import { handOut } from "./commands/hand-out";
import { recordEnvelope } from "./commands/record";
import { tidyField } from "./commands/tidy";
import type { HandedDay } from "./domain/day";
import { askSchema, envelopeSchema, standSchema } from "./schema";

/** A day to take along; null when it was not asked for as a phone does. */
export async function giveDay(
  actor: Actor,
  who: { readonly firstName: string; readonly lang: Language },
  body: unknown,
): Promise<HandedDay | null> {
  const read = askSchema.safeParse(body);
  return read.success && actor.staffId !== null ? handOut({ ...actor, staffId: actor.staffId }, who, read.data) : null;
}

/** What somebody's phone puts down, with the token that came with its day. Answers a status and what belongs to it. */
export async function takeEnvelope(word: string, body: unknown): Promise<{ status: number; answer?: object }> {
  const token = await readToken(word);
  if (!token) return { status: 401 };
  const read = envelopeSchema.safeParse(body);
  if (!read.success) return { status: 422 };
  const answer = await deposit(token, read.data);
  return typeof answer === "string" ? { status: answer === "unknown-key" ? 503 : 409 } : { status: 200, answer };
}

/** Which of the envelopes a phone has a receipt of are not here. */
export async function standOf(word: string, body: unknown): Promise<{ status: number; answer?: object }> {
  const token = await readToken(word);
  if (!token) return { status: 401 };
  const read = standSchema.safeParse(body);
  return read.success ? { status: 200, answer: { missing: await missingOf(token, read.data.ids) } } : { status: 422 };
}

/** Every night: what is kept for a while only. */
export const tidy = () => tidyField();

/** Opens an envelope that came in. */
export const openEnvelope = ({ envelopeId }: { envelopeId: string }) => recordEnvelope(envelopeId);
