import { formatDay, formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { RehearsalLine } from "@/lib/rehearsals/queries/rehearsals";

/** A rehearsal in one line: of when, how far, and whether it is of the values as they are now. */
export function LineWords({ line, t }: { line: RehearsalLine; t: Translate }) {
  const when =
    line.kind === "shadow" ? formatDay(line.day, "weekdayShort", t.lang) : formatMoment(line.askedAt, "weekdayShort", t.lang);
  const state = line.state === "running" ? "running" : line.state === "failed" ? "failed" : line.readByMe ? "read" : "done";
  return (
    <>
      {t(`rehearsals.line.${line.kind}`, { when })}: {t(`rehearsals.line.${state}`, { done: line.daysDone, days: line.days })}
      {!line.present && `, ${t("rehearsals.line.older")}`}
    </>
  );
}
