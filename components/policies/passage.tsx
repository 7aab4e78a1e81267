import { Fragment } from "react";
import type { Translate } from "@/lib/i18n/phrase";
import type { Passage as Reading } from "@/lib/policies/domain/reading";
import type { PolicyValues, ThresholdName } from "@/lib/rules/policy";
import styles from "./policies.module.css";
import { piecesOf, sourceWords, valueWords } from "./words";

interface Props {
  passage: Reading;
  values: PolicyValues;
  /** The version it was copied from: what differs is shown struck through beside the new value. */
  before?: PolicyValues;
  t: Translate;
}

/** A passage of the ladder with its thresholds in the sentences. */
export function Passage({ passage, values, before, t }: Props) {
  const sources = passage.thresholds.flatMap((name) => {
    const source = sourceWords(name, t);
    return source ? [t("policies.screen.sourceOf", { value: valueWords(name, values[name], t), source })] : [];
  });
  return (
    <>
      <p>
        {piecesOf(passage, t).map((piece, index) => (
          <Fragment key={index}>
            {typeof piece === "string" ? piece : <Value name={piece.threshold} values={values} before={before} t={t} />}
          </Fragment>
        ))}
      </p>
      {sources.length > 0 && <p className="text-ink-2 font-normal text-s">{sources.join(". ")}.</p>}
    </>
  );
}

function Value({ name, values, before, t }: Omit<Props, "passage"> & { name: ThresholdName }) {
  const now = valueWords(name, values[name], t);
  if (!before || before[name] === values[name]) return <b className="font-semibold whitespace-nowrap">{now}</b>;
  return (
    <>
      <del className={styles.gone}>{valueWords(name, before[name], t)}</del>{" "}
      <ins className="bg-accent-wash rounded-1 font-semibold px-1 no-underline whitespace-nowrap">{now}</ins>
    </>
  );
}
