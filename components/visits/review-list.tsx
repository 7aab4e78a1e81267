import { randomUUID } from "node:crypto";
import type { ToReview } from "@/lib/field/queries/post";
import { formatDay, formatList, formatMoment } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { parseDay } from "@/lib/kernel/day";
import { CountForm, SettleForm } from "./review-forms";
import { whyWords } from "./review-words";

/** What was sealed, line by line. */
function saidLines({ said }: ToReview, t: Translate): readonly string[] {
  if (said === null) return [t("field.office.unreadable")];
  if (said.kind === "ring") return [t(`caretaker.result.${said.result}`)];
  if (said.kind === "correction") return [said.reason];
  const { answers } = said;
  const listed = (key: "seen" | "agreed") => {
    const codes = Array.isArray(answers[key]) ? answers[key] : [];
    return codes.length > 0
      ? t(`casepage.timeline.${key}`, {
          what: formatList(
            codes.map((code) => t(`visits.${key}.${code}`).toLowerCase()),
            t.lang,
          ),
        })
      : null;
  };
  const day = (key: string) => {
    const found = parseDay(String(answers[key] ?? ""));
    return found && formatDay(found, "full", t.lang);
  };
  const promised = day("promisedOn");
  const next = day("nextDay");
  return [
    t(`visits.outcome.${String(answers.outcome)}`),
    listed("seen"),
    listed("agreed"),
    promised && t("field.office.promise", { amount: String(answers.amount ?? ""), day: promised }),
    next && t("field.office.next", { day: next }),
    typeof answers.arrangementTotal === "string" &&
      answers.arrangementTotal &&
      t("field.office.terms", {
        amount: answers.arrangementTotal,
        count: String(answers.arrangementCount ?? "?"),
        day: day("arrangementStart") ?? "?",
      }),
    typeof answers.noMoreFor === "string" && answers.noMoreFor && t(`casepage.timeline.noMoreFor.${answers.noMoreFor}`),
    answers.consent === true && t("field.consent"),
    typeof answers.payDay === "string" && answers.payDay && t("casepage.timeline.payDay", { what: answers.payDay }),
    typeof answers.left === "string" && answers.left && t(`casepage.timeline.left.${answers.left}`),
    typeof answers.otherDebts === "string" && answers.otherDebts && t(`casepage.timeline.otherDebts.${answers.otherDebts}`),
    typeof answers.note === "string" && answers.note,
    typeof answers.fileNote === "string" && answers.fileNote,
  ].filter((line): line is string => Boolean(line));
}

/** What came from a phone and has to be looked at by somebody. */
export function ReviewList({ rows, t }: { rows: readonly ToReview[]; t: Translate }) {
  const moment = (at: string) => formatMoment(new Date(at), "weekdayShort", t.lang);
  return (
    <ul className="mt-3">
      {rows.map((row) => (
        <li key={row.id} className="py-4 border-t border-line grid gap-1">
          <p>
            {row.tenancyId === null ? (
              <b>{t("field.nameUnknown")}</b>
            ) : (
              <a href={`/dossier/${row.tenancyId}`}>
                <b>{row.name ? formatPersonName(row.name) : t("field.nameUnknown")}</b>
              </a>
            )}
          </p>
          <p className="need">{whyWords(row, t)}</p>
          {saidLines(row, t).map((line) => (
            <p key={line} className="pl-3 border-l-2 border-line whitespace-pre-line wrap-anywhere">
              {line}
            </p>
          ))}
          <p className="text-s text-ink-2">
            {t("field.office.who", {
              who: row.who,
              at: moment(row.happenedAt ?? row.receivedAt),
              received: moment(row.receivedAt),
            })}
          </p>
          <div className="grid gap-2 max-w-104">
            {row.mayCount && <CountForm envelopeId={row.id} commandId={randomUUID()} label={t("field.office.letCount")} />}
            <SettleForm
              envelopeId={row.id}
              commandId={randomUUID()}
              words={{ note: t("field.office.whatCameOfIt"), save: t("field.office.settle") }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
