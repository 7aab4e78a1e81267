import { randomUUID } from "node:crypto";
import Link from "next/link";
import type { CaseView } from "@/lib/cases/domain/view";
import { formatDay } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { endsByHand } from "@/lib/tenancies/domain/problem";
import styles from "./facts.module.css";
import { paymentWords } from "./facts-words";
import { NumberForm, SolvedForm } from "./problem-forms";

/** What somebody has to find out about this tenancy, and the button that says it is found out. */
export function Problems({ view, writes, money, t }: { view: CaseView; writes: boolean; money: boolean; t: Translate }) {
  const notCome = view.underWay.payments.filter((one) => one.overdue);
  return (
    <ul className={styles.know}>
      {notCome.map((one) => (
        <li key={`payment ${one.id}`}>
          {t("casepage.facts.notCome", paymentWords(one, t))}{" "}
          {money ? (
            <Link href={moneyHref(view)}>{t("casepage.facts.findOut")}</Link>
          ) : (
            <small>{t("casepage.facts.financeFinds")}</small>
          )}
        </li>
      ))}
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

/** Where finance settles money that is on its way, with this contract filled in. */
export const moneyHref = (view: CaseView): string => `/voorlopig-betaald?contract=${encodeURIComponent(view.number)}`;

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
