import { recordDisclosure } from "@/lib/contact/commands/disclosure";
import { isDisclosure, type Said } from "@/lib/contact/domain/said";
import type { Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { objectToSharing } from "@/lib/referrals/commands";
import { recordAway } from "@/lib/tenancies/commands/person";
import type { TenancyMember } from "@/lib/tenancies/queries/people";
import type { Desk } from "./act";
import { pauseForDeath, promise } from "./agree";

/** What was said in a conversation, as the form gives it. */
interface Conversation {
  readonly said: readonly Said[];
  readonly promisedOn?: Day;
  readonly amount?: Cents;
  readonly incomeDay: boolean;
  readonly agreedDay?: Day;
  readonly awayUntil?: Day;
  readonly detail?: string;
}

/** Turns what was said into facts: statements the rules heed, a promise, an absence, an objection, a pause. */
export async function recordSaid(
  desk: Desk,
  talk: Conversation,
  person: TenancyMember | null,
  attemptId: number,
): Promise<Outcome<null>> {
  for (const said of new Set(talk.said)) {
    const outcome = await recordOne(desk, said, talk, person, attemptId);
    if (!outcome.ok) return outcome;
  }
  return done(null);
}

async function recordOne(
  desk: Desk,
  said: Said,
  talk: Conversation,
  person: TenancyMember | null,
  attemptId: number,
): Promise<Outcome<unknown>> {
  const { db, actor, now, tenancyId, caseId } = desk;
  if (isDisclosure(said)) {
    const until = said === "agreed-moment" ? (talk.agreedDay ?? null) : null;
    if (until !== null && until < now.day) return refused("day-passed");
    const detail = said === "already-paid" || said === "disputes" ? (talk.detail ?? null) : null;
    return done(await recordDisclosure(db, actor, now, { tenancyId, caseId, attemptId, kind: said, until, detail }));
  }
  switch (said) {
    case "promise":
      if (!talk.promisedOn || !talk.amount) return refused("day-passed");
      return promise(desk, { promisedOn: talk.promisedOn, amount: talk.amount, incomeDay: talk.incomeDay, attemptId });
    case "away-until":
      return person && talk.awayUntil ? away(desk, person.id, talk.awayUntil) : refused("unknown-person");
    case "objects-sharing": {
      await objectToSharing(db, actor, now, tenancyId);
      // Also when it stood already: the objection holds for as long as one conversation in which it was said does.
      desk.before({ objected: true });
      return done(null);
    }
    case "heard-deceased":
      desk.before({ holdId: await pauseForDeath(desk) });
      return done(null);
  }
}

async function away(desk: Desk, personId: number, until: Day): Promise<Outcome<null>> {
  if (until < desk.now.day) return refused("day-passed");
  const [before] = await recordAway(desk.db, [personId], until);
  desk.before({ away: { personId, until: before ?? null, set: until } });
  return done(null);
}
