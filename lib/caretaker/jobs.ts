import type { Actor } from "../auth/actor";
import type { Outcome } from "../kernel/outcome";
import { now } from "../platform/clock";
import { prisma } from "../platform/db";
import { makeCards, type Wanted } from "./commands/cards";
import { forgetSignals } from "./commands/signal";
import { remindOfWorries, seeWorries } from "./commands/worry";

/** A colleague has a case open: what was told at its door was seen. */
export async function caseOpened(actor: Actor, tenancyId: number): Promise<void> {
  if (actor.staffId !== null) await seeWorries(prisma(), await now(), actor.staffId, tenancyId);
}

/** Every night: early signals whose term is over. */
export const tidySignals = () => forgetSignals();

/** Every minute: what nobody opened within two hours. */
export const remind = () => remindOfWorries();

const idOf = (text: string | null) => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : 0);

/** Cards as a PDF, asked for by an address: `?taak=7`, `?bezoek=12`, or neither for one's whole list; `vel` for four on a sheet. */
export function cardsAsked(actor: Actor, firstName: string, asked: URLSearchParams): Promise<Outcome<Buffer>> {
  const wanted: Wanted = asked.has("taak")
    ? { task: idOf(asked.get("taak")) }
    : asked.has("bezoek")
      ? { visit: idOf(asked.get("bezoek")) }
      : "all";
  return makeCards({ actor, firstName }, wanted, asked.has("vel"));
}
