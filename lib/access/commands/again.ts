import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import type { From } from "@/lib/staff/commands/failures";
import { closeSession, openSession, takeStep } from "@/lib/staff/commands/session";
import { staffOfSession } from "@/lib/staff/queries/staff";
import { giveCode } from "./factor";

/** Password and code in one go, over a form that stands open. A session that does not get all the way is over again. */
export async function openAgain(
  input: { email: string; password: string; code?: string | undefined },
  from: From,
): Promise<Outcome<{ sessionId: string; browser: string | null }>> {
  const opened = await openSession(input.email, input.password, from);
  if (!opened.ok) return opened;
  const { sessionId, stage, browser } = opened.value;
  if (stage === "open") return done({ sessionId, browser });
  const person = await staffOfSession(sessionId);
  const given =
    stage !== "factor"
      ? refused("moreSteps")
      : input.code && person?.actor.staffId
        ? await giveCode(person.actor.staffId, input.code)
        : refused("codeNeeded");
  const next = given.ok ? await takeStep(sessionId, browser) : null;
  if (next?.stage === "open") return done({ sessionId: next.sessionId, browser });
  if (next) {
    await closeSession(next.sessionId);
    return refused("moreSteps");
  }
  await closeSession(sessionId);
  return given.ok ? refused("moreSteps") : given;
}
