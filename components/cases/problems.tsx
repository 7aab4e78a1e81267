import { randomUUID } from "node:crypto";
import type { CaseView } from "@/lib/cases/domain/view";
import { formatDay } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { endsByHand } from "@/lib/tenancies/domain/problem";
import styles from "./facts.module.css";
import { NumberForm, SolvedForm } from "./problem-forms";

/** What somebody has to find out about this tenancy, and the button that says it is found out. */
export function Problems({ view, writes, t }: { view: CaseView; writes: boolean; t: Translate }) {
  return (
    <ul className={styles.know}>
      {view.underWay.problems.map((problem) => (
        <li key={problem.id}>
          {t(`cases.problem.${problem.kind}`)}{" "}
          <small>{t("cases.toFindOut.since", { day: formatDay(problem.since, "weekdayShort", t.lang) })}</small>
          {writes && endsByHand(problem.kind) && (
            <SolvedForm problemId={problem.id} commandId={randomUUID()} label={t("cases.toFindOut.solved")} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A number the desk learned, under the ones that are known. */
export function AddNumber({ view, t }: { view: CaseView; t: Translate }) {
  const living = view.people.filter((person) => person.deceasedOn === null);
  const people = living.map((person) => ({ value: String(person.id), label: formatPersonName(person) }));
  if (people.length === 0) return null;
  const words = {
    open: t("cases.number.add"),
    number: t("cases.number.number"),
    whose: t("cases.number.whose"),
    save: t("cases.number.save"),
  };
  return (
    <NumberForm tenancyId={view.tenancyId} commandId={randomUUID()} people={people} words={words} key={view.phones.length} />
  );
}
