import { stepWord } from "@/components/cases/words";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Translate } from "@/lib/i18n/phrase";
import { editDraft } from "@/lib/policies/actions";
import { CHAPTERS, type Passage } from "@/lib/policies/domain/reading";
import { writeThreshold } from "@/lib/policies/domain/typed";
import type { VersionView } from "@/lib/policies/queries/versions";
import type { PolicyValues, ThresholdName } from "@/lib/rules/policy";
import { THRESHOLDS } from "@/lib/rules/thresholds";
import styles from "./policies.module.css";
import { ValueField } from "./value-field";
import { boundWords, piecesOf, valueWords } from "./words";

interface Props {
  draft: VersionView;
  /** What the version it was copied from holds. */
  before: PolicyValues;
  t: Translate;
}

/** The ladder with a field where every number stands. */
export function ValuesForm({ draft, before, t }: Props) {
  return (
    <ActionForm action={editDraft} hidden={{ versionId: draft.id }} draft="waarden" className="grid gap-6">
      <TextField
        name="reason"
        label={t("policies.screen.reason")}
        hint={t("policies.screen.reasonHint")}
        defaultValue={draft.reason}
      />
      {CHAPTERS.map((chapter) => (
        <Section key={chapter.key} title={t(`policies.chapter.${chapter.key}`)} className={styles.chapter}>
          <ul className={styles.list}>
            {chapter.passages
              .filter((passage) => passage.thresholds.length > 0)
              .map((passage) => (
                <li key={passage.key}>
                  {chapter.key !== "list" && <h3>{stepWord(passage.key, t)}</h3>}
                  <Sentence passage={passage} values={draft.values} before={before} t={t} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <div className="sticky bottom-0 flex flex-wrap gap-3 py-3 border-t border-line bg-paper">
        <SubmitButton kind="go">{t("policies.screen.save")}</SubmitButton>
        <LinkButton kind="quiet" href={`/regels/${draft.id}`}>
          {t("policies.screen.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

function Sentence({
  passage,
  values,
  before,
  t,
}: {
  passage: Passage;
  values: PolicyValues;
  before: PolicyValues;
  t: Translate;
}) {
  return (
    <div className="leading-9.5">
      {piecesOf(passage, t).map((piece, index) =>
        typeof piece === "string" ? (
          <span key={index}>{piece}</span>
        ) : (
          <Field key={index} name={piece.threshold} value={values[piece.threshold]} before={before[piece.threshold]} t={t} />
        ),
      )}
    </div>
  );
}

function Field({ name, value, before, t }: { name: ThresholdName; value: number; before: number; t: Translate }) {
  const { unit, least, most } = THRESHOLDS[name];
  const bounds = t("policies.bounds", { least: boundWords(name, least), most: boundWords(name, most) });
  return (
    <ValueField
      name={name}
      label={t(`policies.name.${name}`)}
      value={writeThreshold(value, unit)}
      unit={unit === "cents" ? "€" : t(`policies.unitWord.${unit}`)}
      unitFirst={unit === "cents"}
      hint={value === before ? bounds : `${t("policies.screen.was", { value: valueWords(name, before, t) })}; ${bounds}`}
    />
  );
}
