import { ActionForm } from "@/components/ui/action-form";
import { MoneyField, SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { split } from "@/lib/bank/actions";
import type { Candidate, SuspenseLine, Term } from "@/lib/bank/queries/suspense";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./bank.module.css";
import { placeWords } from "./candidate-words";
import { SplitRest } from "./split-rest";

interface Props {
  t: Translate;
  line: SuspenseLine;
  candidates: readonly Candidate[];
  terms: readonly Term[];
  commandId: string;
}
const ROWS = 4;
const typed = (cents: string) => formatEuro(BigInt(cents)).replace(/[^\d,]/g, "");

/** One line divided over rent accounts and terms; the parts add up to it. */
export function SplitLine({ t, line, candidates, terms, commandId }: Props) {
  const together = candidates.filter((it) => it.cents !== null);
  const shown = together.length > 0 ? together : candidates.slice(0, 1);
  const rows = Array.from({ length: Math.max(ROWS, shown.length) }, (_, at) => shown[at]);
  const words = (term: Term) =>
    `${t(`bank.category.${term.category}`)} ${formatDay(term.dueOn, "short", t.lang)}, ${formatEuro(BigInt(term.cents))}`;
  return (
    <ActionForm id="place" action={split} hidden={{ commandId, lineId: line.id }} draft="verdelen">
      <SplitRest cents={Math.abs(Number(line.cents))} left={t("bank.split.left")} whole={t("bank.split.whole")} />
      {rows.map((it, at) => (
        <fieldset key={it?.tenancyId ?? `row-${at}`} className={styles.part} data-first={at === 0 ? "" : undefined}>
          <legend>{it ? placeWords(t, it) : t("bank.split.part", { nth: at + 1 })}</legend>
          <TextField name={`number${at}`} label={t("bank.screen.number")} defaultValue={it?.number ?? ""} autoComplete="off" />
          <MoneyField name={`amount${at}`} label={t("bank.split.amount")} defaultValue={it?.cents ? typed(it.cents) : ""} />
          <SelectField
            name={`charge${at}`}
            label={t("bank.split.what")}
            options={[
              { value: "", label: t("bank.split.oldest") },
              ...terms.filter((term) => term.tenancyId === it?.tenancyId).map((term) => ({ value: term.id, label: words(term) })),
            ]}
          />
        </fieldset>
      ))}
      <SubmitButton>{t("bank.split.do")}</SubmitButton>
    </ActionForm>
  );
}
