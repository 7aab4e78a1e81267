import { derivedId } from "@/lib/audit/commands/derived-id";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { lettersOfPrints, waitingLetters } from "../../queries/letters";
import type { PrintLettersInput, SendLettersInput } from "../../schema/duties";
import { printLetter } from "./print-letter";
import { sendLetter } from "./send-letter";

/** What became of each letter of a batch: how many went well, and why the others did not. */
export interface Batch {
  readonly done: number;
  readonly refused: readonly { readonly tenancyId: number; readonly code: string }[];
}

/** Each letter is an act of its own. */
type One = (actor: Actor, letter: { commandId: string; letterId: number }) => Promise<Outcome<unknown>>;

async function each(
  actor: Actor,
  commandId: string,
  letters: readonly { readonly letterId: number; readonly tenancyId: number }[],
  act: One,
): Promise<Outcome<Batch>> {
  const not: { tenancyId: number; code: string }[] = [];
  for (const { letterId, tenancyId } of letters) {
    const one = await act(actor, { commandId: derivedId(commandId, letterId), letterId });
    if (!one.ok) not.push({ tenancyId, code: one.code });
  }
  return done({ done: letters.length - not.length, refused: not });
}

/** Makes every letter that the rules asked for, from what is open now. */
export const printLetters = async (actor: Actor, { commandId }: PrintLettersInput) =>
  each(actor, commandId, await waitingLetters(), printLetter);

/**
 * These very prints are on the post: each is recorded as its own act, or refused with its reason. A letter that was made anew since says
 * something else than what lies in the envelope, and one that was called off should not go out: both are named.
 */
export async function sendLetters(actor: Actor, { commandId, prints }: SendLettersInput) {
  const letters = await lettersOfPrints(prints);
  const replaced = new Set(letters.filter(({ last, printId }) => last !== printId).map(({ letterId }) => letterId));
  return each(actor, commandId, letters, async (who, letter) =>
    replaced.has(letter.letterId) ? refused("letter-replaced") : sendLetter(who, letter),
  );
}
