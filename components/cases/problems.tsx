import { randomUUID } from "node:crypto";
import Link from "next/link";
import { mayHearAll } from "@/lib/cases/domain/caller";
import type { CaseView } from "@/lib/cases/domain/view";
import { formatDay } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { endsByHand } from "@/lib/tenancies/domain/problem";
import styles from "./facts.module.css";
import { paymentWords } from "./facts-words";
import { Mandates } from "./mandates";
import { NumberForm, SolvedForm } from "./problem-forms";
import { Wishes } from "./wishes";

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
            <SolvedForm
              problemId={problem.id}
              commandId={randomUUID()}
              label={t("cases.toFindOut.solved")}
              found={problem.kind === "worried" ? t("cases.toFindOut.found") : null}
            />
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

/** Whom the tenant lets speak for them, each with what they may hear and until when. */
export function TenantsMandates({ view, t }: { view: CaseView; t: Translate }) {
  const mandates = view.people
    .filter(({ role }) => role === "contact")
    .map((person) => ({
      personId: person.id,
      commandId: randomUUID(),
      words: `${formatPersonName(person)}, ${t("casepage.ringing.authority", {
        role: t("casepage.facts.role.contact"),
        hears: mayHearAll({ role: "contact", scope: person.scope }) ? "all" : "appointments",
        until: person.until ? formatDay(person.until, "full", t.lang) : "none",
      })}`,
    }));
  return (
    <Mandates key={mandates.length} tenancyId={view.tenancyId} commandId={randomUUID()} today={view.day} mandates={mandates} />
  );
}

/** What each living person wishes, and what visitors must know; by name where there are several. */
export function PeoplesWishes({ view, t }: { view: CaseView; t: Translate }) {
  const living = view.people.filter((person) => person.deceasedOn === null);
  return living.map((person) => (
    <Wishes
      key={person.id}
      tenancyId={view.tenancyId}
      person={{
        ...{ id: person.id, smsOptOut: person.smsOptOut, language: person.language, prefers: person.prefers },
        noted: person.safetyNote !== null,
      }}
      ids={{ sms: randomUUID(), language: randomUUID(), prefers: randomUUID(), safety: randomUUID(), gone: randomUUID() }}
      title={living.length === 1 ? t("casepage.wish.title") : t("casepage.wish.titleOf", { name: formatPersonName(person) })}
    />
  ));
}
