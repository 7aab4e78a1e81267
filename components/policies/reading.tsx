import { stepWord } from "@/components/cases/words";
import { Section } from "@/components/ui/section";
import type { Translate } from "@/lib/i18n/phrase";
import { CHAPTERS, type Chapter } from "@/lib/policies/domain/reading";
import type { PolicyValues } from "@/lib/rules/policy";
import { Passage } from "./passage";
import styles from "./policies.module.css";

interface Props {
  values: PolicyValues;
  before?: PolicyValues;
  t: Translate;
}

/** The whole ladder as a person reads it, in the order in which it decides. */
export function Reading({ values, before, t }: Props) {
  return CHAPTERS.map((chapter) => (
    <Section
      key={chapter.key}
      title={t(`policies.chapter.${chapter.key}`)}
      note={chapter.key === "list" ? undefined : t(`policies.chapter.${chapter.key}Note`)}
      className={styles.chapter}
    >
      {chapter.key === "list" ? (
        <ul className={styles.list}>
          {chapter.passages.map((passage) => (
            <li key={passage.key}>
              <Passage passage={passage} values={values} before={before} t={t} />
            </li>
          ))}
        </ul>
      ) : (
        <Steps chapter={chapter} values={values} before={before} t={t} />
      )}
    </Section>
  ));
}

function Steps({ chapter, values, before, t }: Props & { chapter: Chapter }) {
  return (
    <ol className={styles.steps}>
      {chapter.passages.map((passage) => (
        <li key={passage.key}>
          <h3>{stepWord(passage.key, t)}</h3>
          <Passage passage={passage} values={values} before={before} t={t} />
        </li>
      ))}
    </ol>
  );
}

/** Only the passages in which something differs, and what it was. */
export function Changes({ values, before, t }: Required<Props>) {
  const passages = CHAPTERS.flatMap((chapter) => chapter.passages).filter((passage) =>
    passage.thresholds.some((name) => values[name] !== before[name]),
  );
  if (passages.length === 0) return <p className="text-s text-ink-2">{t("policies.screen.noChanges")}</p>;
  return (
    <ul className={styles.list}>
      {passages.map((passage) => (
        <li key={passage.key}>
          {!passage.key.startsWith("list-") && <h3>{stepWord(passage.key, t)}</h3>}
          <Passage passage={passage} values={values} before={before} t={t} />
        </li>
      ))}
    </ul>
  );
}
