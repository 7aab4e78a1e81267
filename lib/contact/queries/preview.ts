import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { corporation } from "@/lib/staff/queries/staff";
import { gsmLength, gsmParts } from "../domain/gsm";
import { problemsOf, type Text, type TextKind, type TextProblem } from "../domain/texts";
import { EXAMPLE_ABOUT, exampleEnvelope, exampleSms } from "../templates/examples";
import { type LetterPage, letterPage } from "../templates/letter";
import { smsText } from "../templates/sms";
import { type RealCase, realAbout } from "./real-case";

/** Words as a tenant would read them, and what stands in the way of using them. */
export interface Preview {
  readonly problems: readonly TextProblem[];
  readonly sms: { readonly text: string; readonly length: number; readonly parts: number } | null;
  readonly page: LetterPage | null;
  /** What the letter is about is invented: that case has nothing of it today. */
  readonly example: boolean;
}

/** Shows words with a case, or with an invented tenant, and the office as it is. */
export async function previewOf(actor: Actor, kind: TextKind, text: Text, real: RealCase | null = null): Promise<Preview> {
  const [house, { day, part }] = await Promise.all([corporation(), now()]);
  const problems = problemsOf(kind, text);
  const office = { corporation: house.name, teamNumber: house.number };
  if (kind === "sms-call-back") {
    const own = actor.staffId === null ? null : await prisma().staff.findUnique({ where: { id: actor.staffId } });
    const values = exampleSms({ ...office, firstName: own?.firstName ?? actor.name });
    const made = smsText({ ...values, ...(real && { name: real.envelope.spoken, part }) }, text.body);
    const sms = made.ok ? { text: made.value, length: gsmLength(made.value), parts: gsmParts(made.value) } : null;
    return { problems, sms, page: null, example: false };
  }
  const invented = exampleEnvelope({ ...office, letterhead: house.letterhead, hours: house.hours, sender: actor.name, day });
  const about = real && (await realAbout(real, kind));
  const made = letterPage(real?.envelope ?? invented, about ?? EXAMPLE_ABOUT[kind], text);
  return { problems, sms: null, page: made.ok ? made.value : null, example: real !== null && about === null };
}
