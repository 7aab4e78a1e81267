import { recordSight } from "@/lib/audit/commands/sight";
import type { Actor } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/format";
import { translate } from "@/lib/i18n/translate";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { typeset } from "@/lib/platform/typeset";
import { corporation } from "@/lib/staff/queries/staff";
import { type Kept, readable } from "../templates/person-file";

/** Everything that is kept about somebody, to hand to them (GDPR articles 15 and 20); why is written down. */
export async function exportPerson(
  actor: Actor,
  { personId, reason }: { personId: number; reason: string },
): Promise<Outcome<{ name: string; json: string; pdf: string | null }, "not-found" | "erased">> {
  const person = await prisma().person.findUnique({ where: { id: personId }, select: { erasedAt: true } });
  if (!person) return refused("not-found");
  if (person.erasedAt) return refused("erased");
  await recordSight(actor, "person", { subject: personId, reason });
  const rows = await sqlOf(prisma())<{ place: string; rows: unknown[] | null }>(sqlFile("privacy/person-file"), [personId]);
  const kept = Object.fromEntries(rows.flatMap(({ place, rows: found }) => (found ? [[place, found]] : [])));
  const { day } = await now();
  const pdf = await printed(kept as Kept, day);
  return done({ name: `persoon-${personId}-${day}`, json: JSON.stringify({ made: day, ...kept }, null, 2), pdf });
}

/** Kinds of signs that paper cannot show, before we give up: each costs a page set anew, and everybody waits for that. */
const MOST_UNSEEN = 5;

/** The same to read, as a PDF that a screen reader reads too; in base64, null when paper cannot show it. In Dutch: it is handed to the tenant. */
async function printed(kept: Kept, day: Day): Promise<string | null> {
  const t = translate("nl");
  const { name, number } = await corporation();
  const file = {
    ...{ title: t("privacy.file.title", { corporation: name }), corporation: name, parts: readable(t, kept) },
    ...{ head: [t("privacy.file.when"), t("privacy.file.what")] },
    about: [
      t("privacy.file.made", { day: formatDay(day, "full", "nl") }),
      t("privacy.file.rest"),
      t("privacy.file.ask", { number }),
    ],
  };
  let text = JSON.stringify(file);
  for (let tries = 0; tries < MOST_UNSEEN; tries++) {
    const made = await typeset("lib/privacy/templates/person-file.typ", { file: text });
    if ("pdf" in made) return made.pdf.toString("base64");
    text = text.replaceAll(made.sign, "?");
  }
  return null;
}
