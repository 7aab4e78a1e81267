/** @jsxImportSource preact */
import { delicateIn } from "@/lib/contact/domain/delicate";
import { typedEuros } from "@/lib/kernel/money";
import { AGREED, LEFT, NO_MORE, OTHER_DEBTS, SEEN, VISIT_OUTCOMES } from "@/lib/visits/domain/visit";
import type { Draft } from "./day";
import { useWords } from "./words";

export interface StepProps {
  readonly draft: Draft;
  /** The office's day, as an ISO text. */
  readonly today: string;
  change(next: Draft): void;
}

/** What keeps one from going on, at the question where it is; the key of its sentence. */
export function problemIn(step: string, { answers, when }: Draft, today: string): string | null {
  const agreed = listOf(answers.agreed);
  if (step === "agreed" && agreed.includes("promise")) {
    if (!answers.promisedOn) return "promiseDay";
    if (typedEuros(textOf(answers.amount)) === null) return "promiseAmount";
  }
  if (step === "agreed" && agreed.includes("arrangement-wanted")) {
    const terms = [answers.arrangementTotal, answers.arrangementCount, answers.arrangementStart].map(textOf);
    const filled = terms.filter(Boolean).length;
    if (filled > 0 && (filled < 3 || typedEuros(terms[0] ?? "") === null || !/^([1-9]|[12]\d|3[0-6])$/.test(terms[1] ?? "")))
      return "arrangementWhole";
  }
  if (step === "next" && when && (!when.day || when.day > today)) return "whenDay";
  // Each day ahead is looked at where it is asked: one that has passed meanwhile must not hold up an earlier question.
  const promised = step === "agreed" && agreed.includes("promise") ? textOf(answers.promisedOn) : "";
  const ahead = step === "next" ? textOf(answers.nextDay) : promised;
  return ahead && ahead < (when?.day ?? today) ? "dayBehind" : null;
}
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

interface ChoicesProps extends StepProps {
  readonly name: string;
  readonly options: readonly string[];
  readonly words: string;
  readonly many?: boolean;
  /** A remark under the option of that value. */
  readonly remark?: Readonly<Record<string, string>>;
}
function Choices({ name, options, words, many = false, remark = {}, draft, change }: ChoicesProps) {
  const t = useWords();
  const chosen = many ? listOf(draft.answers[name]) : [textOf(draft.answers[name])];
  const choose = (option: string, on: boolean) => {
    const others = listOf(draft.answers[name]).filter((one) => one !== option);
    // "Nothing agreed" and something agreed exclude one another.
    const beside = option === "nothing" ? [] : others.filter((one) => one !== "nothing");
    const value = many ? (on ? [...beside, option] : others) : option;
    change({ ...draft, answers: { ...draft.answers, [name]: value } });
  };
  return (
    <>
      {options.map((option) => (
        <label key={option} class="choice">
          <input
            type={many ? "checkbox" : "radio"}
            name={name}
            value={option}
            checked={chosen.includes(option)}
            onChange={(event) => choose(option, event.currentTarget.checked)}
          />
          {t(`${words}.${option}`)}
          {remark[option] && <small>{remark[option]}</small>}
        </label>
      ))}
    </>
  );
}

interface FieldProps extends StepProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "date" | "text";
  readonly min?: string;
  readonly hint?: string;
}
function Field({ name, label, type = "text", min, hint, draft, change }: FieldProps) {
  return (
    <label>
      {label}
      <input
        type={type}
        name={name}
        min={min}
        maxLength={type === "text" ? 60 : undefined}
        placeholder={hint}
        inputMode={/amount|Total|Count/.test(name) ? "decimal" : undefined}
        value={textOf(draft.answers[name])}
        onInput={(event) => change({ ...draft, answers: { ...draft.answers, [name]: event.currentTarget.value } })}
      />
    </label>
  );
}

function Tick({ name, label, draft, change }: StepProps & { name: string; label: string }) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={draft.answers[name] === true}
        onChange={(event) => change({ ...draft, answers: { ...draft.answers, [name]: event.currentTarget.checked } })}
      />
      {label}
    </label>
  );
}

export function Happened(props: StepProps) {
  const t = useWords();
  return (
    <Choices
      {...props}
      name="outcome"
      options={VISIT_OUTCOMES}
      words="visits.outcome"
      remark={{ deceased: t("field.checked") }}
    />
  );
}

export function Seen(props: StepProps) {
  const t = useWords();
  return (
    <>
      <p class="lead">{t("field.seenHint")}</p>
      <Choices {...props} name="seen" options={SEEN} words="visits.seen" many />
    </>
  );
}

export function Agreed(props: StepProps) {
  const t = useWords();
  const agreed = listOf(props.draft.answers.agreed);
  return (
    <>
      <Choices {...props} name="agreed" options={AGREED} words="visits.agreed" many />
      {agreed.includes("promise") && (
        <div class="fields">
          <Field {...props} name="promisedOn" label={t("field.promisedOn")} type="date" min={props.today} />
          <Field {...props} name="amount" label={t("field.amount")} hint={t("field.amountHint")} />
          <Tick {...props} name="incomeDay" label={t("field.incomeDay")} />
        </div>
      )}
      {agreed.includes("arrangement-wanted") && (
        <div class="fields">
          <p>{t("field.arrangementHint")}</p>
          <Field {...props} name="arrangementTotal" label={t("field.arrangementTotal")} hint={t("field.amountHint")} />
          <Field {...props} name="arrangementCount" label={t("field.arrangementCount")} hint="6" />
          <Field {...props} name="arrangementStart" label={t("field.arrangementStart")} type="date" min={props.today} />
        </div>
      )}
      {agreed.includes("help-municipality") && <Tick {...props} name="consent" label={t("field.consent")} />}
      <details class="known">
        <summary>{t("field.moneyTalk")}</summary>
        <div class="fields">
          <Field {...props} name="payDay" label={t("field.payDay")} hint={t("field.payDayHint")} />
        </div>
        <p class="label">{t("field.left")}</p>
        <Choices {...props} name="left" options={LEFT} words="field.leftIs" />
        <p class="label">{t("field.otherDebts")}</p>
        <Choices {...props} name="otherDebts" options={OTHER_DEBTS} words="field.otherDebtsAre" />
      </details>
    </>
  );
}

const NOTE_SIGNS = 2000;

function Note({ name, label, hint, draft, change }: StepProps & { name: string; label: string; hint: string }) {
  const t = useWords();
  const found = delicateIn(textOf(draft.answers[name]));
  const left = NOTE_SIGNS - textOf(draft.answers[name]).length;
  return (
    <label>
      {label}
      <small>{hint}</small>
      <textarea
        maxLength={NOTE_SIGNS}
        value={textOf(draft.answers[name])}
        onInput={(event) => change({ ...draft, answers: { ...draft.answers, [name]: event.currentTarget.value } })}
      />
      {left < 200 && <small role="status">{t("field.signsLeft", { count: left })}</small>}
      {found && (
        <span role="status" class="warns">
          {found.kind === "bsn" ? t("field.warnBsn") : t("field.warnHealth", { word: found.word })}
        </span>
      )}
    </label>
  );
}

export function Next(props: StepProps) {
  const t = useWords();
  const { draft, today, change } = props;
  return (
    <>
      <div class="fields">
        <Field {...props} name="nextDay" label={t("field.nextDay")} type="date" min={today} />
        <label>
          {t("field.noMore")}
          <select
            name="noMoreFor"
            value={textOf(draft.answers.noMoreFor)}
            onChange={(event) => change({ ...draft, answers: { ...draft.answers, noMoreFor: event.currentTarget.value } })}
          >
            <option value="">{t("field.noMoreOpen")}</option>
            {NO_MORE.map((reason) => (
              <option key={reason} value={reason}>
                {t(`visits.noMoreFor.${reason}`)}
              </option>
            ))}
          </select>
        </label>
        <Note {...props} name="note" label={t("field.teamNote")} hint={t("field.teamNoteHint")} />
        <Note {...props} name="fileNote" label={t("field.fileNote")} hint={t("field.fileNoteHint")} />
      </div>
      <p class="label">{t("field.whenWas")}</p>
      <label class="choice">
        <input type="radio" name="when" checked={!draft.when} onChange={() => change({ ...draft, when: undefined })} />
        {t("field.justNow")}
      </label>
      <label class="choice">
        <input
          type="radio"
          name="when"
          checked={draft.when !== undefined}
          onChange={() => change({ ...draft, when: { day: today, part: "morning" } })}
        />
        {t("field.earlier")}
      </label>
      {draft.when && (
        <div class="fields">
          <label>
            {t("field.whichDay")}
            <input
              type="date"
              max={today}
              value={draft.when.day}
              onInput={(event) =>
                change({ ...draft, when: { part: draft.when?.part ?? "morning", day: event.currentTarget.value } })
              }
            />
          </label>
          <label>
            {t("field.whichPart")}
            <select
              value={draft.when.part}
              onChange={(event) => change({ ...draft, when: { day: draft.when?.day ?? today, part: event.currentTarget.value } })}
            >
              {["morning", "afternoon", "evening"].map((part) => (
                <option key={part} value={part}>
                  {t(`visits.part.${part}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </>
  );
}
