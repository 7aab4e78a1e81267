import type { CaseView } from "@/lib/cases/domain/view";
import { type DayStyle, formatDay } from "@/lib/i18n/format";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import type { Reason } from "@/lib/rules/answer";
import styles from "./case.module.css";
import { phonesToCall } from "./desk-model";
import { looksLater } from "./primary";
import { lineWords, stepWord } from "./words";

/** A reason of the rules as a sentence; an unknown code shows itself, so that nothing is hidden. */
export const reasonWords = (reason: Reason, t: Translate, days?: DayStyle): string =>
  t.has(`reasons.${reason.code}`) ? t(`reasons.${reason.code}`, inWords(reason.values, t.lang, days)) : reason.code;

const SAID_ALREADY: ReadonlySet<string> = new Set([
  "rent-late",
  "rent-late-days",
  "charge-late",
  "charge-late-days",
  "several-months-late",
  "several-months-late-days",
  "month-half-open",
  "calls-not-answered",
]);

const AGREED_OR_HELD: ReadonlySet<string> = new Set(["watch", "hold", "promise-pending", "arrangement-kept"]);
/** Nobody has to do anything now: the step is to wait. */
export const onlyWaits = (step: string): boolean => step.startsWith("wait-") || AGREED_OR_HELD.has(step);

/** Where the case stands, when there is nothing to do now: the step itself, said before its reason. */
export const standingOf = (view: CaseView, t: Translate): string | null => {
  const step = view.openCase ? view.assessment?.contact.step : undefined;
  if (looksLater(view)) return t("steps.doing.reviewed");
  return step && onlyWaits(step) ? stepWord(step, t) : null;
};

/** What to do or wait for, in one line under the reason. */
export function hintOf(view: CaseView, t: Translate): string {
  const answer = view.assessment;
  if (!view.openCase || !answer) return t("casepage.step.notAssessed");
  const { step, until, reasons } = answer.contact;
  const [phone] = phonesToCall(view);
  if (step === "call" && phone?.tally && phone.tally.answered > 0) {
    const { part, answered, tried } = phone.tally;
    return t("casepage.step.bestTime", {
      line: lineWords(phone.number, view.phones, t) || phone.number,
      part: t(`casepage.mornings.${part}`),
      answered,
      tried,
    });
  }
  // What is open, and that nobody answered, stands in the sentence above already.
  const telling = reasons.find((reason) => !SAID_ALREADY.has(reason.code));
  const first = telling ? reasonWords(telling, t) : "";
  if (!(onlyWaits(step) || looksLater(view)) || until === null || Object.values(telling?.values ?? {}).includes(until))
    return first;
  return `${first} ${t("casepage.step.waitUntil", { day: formatDay(until, "weekdayLong", t.lang) })}`;
}

function Reasons({ title, reasons, t }: { title: string; reasons: readonly Reason[]; t: Translate }) {
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code + JSON.stringify(reason.values)}>{reasonWords(reason, t)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Everything behind the step: reasons, what else matched, the duty beside it, and when the answer can change by itself. */
export function Why({ view, t }: { view: CaseView; t: Translate }) {
  const answer = view.assessment;
  if (!answer) return null;
  const also = answer.also.map((step) => stepWord(step, t));
  return (
    <details className={styles.why}>
      <summary>{t("casepage.step.why")}</summary>
      <div
        className="grid gap-3 my-2 py-3 px-4 bg-desk rounded-2 text-ink [&_h3]:font-medium [&_h3]:text-s
          [&_h3]:text-ink-2"
      >
        <Reasons title={stepWord(answer.contact.step, t)} reasons={answer.contact.reasons} t={t} />
        <Reasons title={t("casepage.step.flag")} reasons={answer.flagReasons} t={t} />
        <Reasons
          title={`${t("casepage.step.duty")}: ${stepWord(answer.duty.step, t).toLocaleLowerCase("nl")}`}
          reasons={answer.duty.reasons}
          t={t}
        />
        {also.length > 0 && (
          <div>
            <h3>{t("casepage.step.also")}</h3>
            <p>{also.join(", ")}</p>
          </div>
        )}
        <p className="text-s text-ink-2">
          {answer.reassessOn
            ? t("casepage.step.reassess", { day: formatDay(answer.reassessOn, "weekdayLong", t.lang) })
            : t("casepage.step.lookNever")}{" "}
          {t("casepage.step.policy", { policy: answer.policy })}
        </p>
      </div>
    </details>
  );
}
