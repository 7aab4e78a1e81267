import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/lib/auth/actor";
import { withdrawLetter as withdraw } from "@/lib/contact/commands/letter";
import type { LetterKind } from "@/lib/contact/domain/texts";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf } from "@/lib/platform/clock";
import type { WithdrawLetterInput } from "../../schema/duties";
import { act, type Desk } from "./act";
import { agreedNow } from "./agreed-now";

/** A letter that a person asks for: what was agreed, or what to change. It waits at *Brieven* until somebody prints and posts it. */
export const askLetter = (
  actor: Actor,
  { commandId, tenancyId, kind }: { commandId: string; tenancyId: number; kind: Exclude<LetterKind, "written-reminder"> },
) => act(actor, { action: "cases.askLetter", commandId, tenancyId }, (desk) => newLetter(desk, kind));

/** One letter of a kind waits at a time. Asked for again when something else holds, the one before is called off: its print says the old. */
export async function newLetter(desk: Desk, kind: string): Promise<Outcome<{ letterId: number }>> {
  const { db, now, tenancyId, caseId } = desk;
  const about = await agreedNow(desk, kind);
  if (!about.ok) return about;
  const waiting = await db.letter.findFirst({ where: { tenancyId, kind, sentOn: null, withdrawnOn: null } });
  if (waiting && isDeepStrictEqual(waiting.about, about.value)) return done({ letterId: waiting.id });
  if (waiting) await withdraw(db, now, waiting.id);
  const before = await db.letter.aggregate({ where: { tenancyId, kind }, _max: { ordinal: true } });
  const ordinal = (before._max.ordinal ?? 0) + 1;
  const letter = await db.letter.create({
    data: { tenancyId, caseId, kind, ordinal, about: about.value, askedOn: dateOf(now.day), recordedAt: now.moment },
    select: { id: true },
  });
  return done({ letterId: letter.id });
}

/** A letter whose matter changed or fell through need not go out: its print says the old. */
export async function letterFallsThrough(
  { db, now, tenancyId }: Pick<Desk, "db" | "now" | "tenancyId">,
  kind: LetterKind,
): Promise<void> {
  const waiting = await db.letter.findMany({ where: { tenancyId, kind, sentOn: null, withdrawnOn: null }, select: { id: true } });
  for (const { id } of waiting) await withdraw(db, now, id);
}

/** A letter that a person asked for need not go out after all. What the rules ask for is called off by the rules. */
export const withdrawLetter = (actor: Actor, { commandId, letterId }: WithdrawLetterInput) =>
  act(
    actor,
    {
      action: "cases.withdrawLetter",
      commandId,
      tenancyId: async (db) => (await db.letter.findUnique({ where: { id: letterId } }))?.tenancyId,
    },
    async ({ db, now }) => {
      const letter = await db.letter.findUniqueOrThrow({ where: { id: letterId } });
      if (letter.kind === "written-reminder") return refused("not-found");
      return (await withdraw(db, now, letterId)) ? done({ letterId }) : refused("already-sent");
    },
  );
