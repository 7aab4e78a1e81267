import { formatDay } from "@/lib/i18n/format";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import { apart } from "@/lib/intake/domain/report";
import type { ImportRow } from "@/lib/intake/queries/history";

/** What became of a file, in one or two sentences. */
export function fileWords(t: Translate, row: ImportRow): string {
  if (row.status === "running") return t("intake.screen.running", { lines: row.lines });
  if (row.refusal) return t(`intake.refusal.${row.refusal.code}`, inWords(row.refusal.values, t.lang));
  if (row.status !== "done") return t(`intake.status.${row.status}`);
  const { lines, known, suspense, ignored, rejected } = row;
  const words = [t("intake.summary", { lines, ...apart(row), known, suspense, ignored, rejected })];
  if (lines > 0 && known === lines) words.push(t("intake.nothingNew"));
  if (row.completeThrough) words.push(t("intake.completeThrough", { day: formatDay(row.completeThrough, "full", t.lang) }));
  return words.join(" ");
}
