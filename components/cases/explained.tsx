import { Fragment } from "react";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { dutyStep } from "@/lib/cases/domain/line";
import type { Explained } from "@/lib/cases/queries/explain";
import { factWords } from "@/lib/i18n/facts";
import { formatDay, formatEuro, formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Reason } from "@/lib/rules/answer";
import styles from "./explained.module.css";
import { reasonWords } from "./why";
import { stepWord } from "./words";

function Reasons({ reasons, t }: { reasons: readonly Reason[]; t: Translate }) {
  return (
    <ul className="grid gap-2 my-2 pl-4 [list-style:disc]">
      {reasons.map((one) => (
        <li key={one.code + JSON.stringify(one.values)}>{reasonWords(one, t, "long")}</li>
      ))}
    </ul>
  );
}

/** The answer in words: in the list or not, what the law asks beside it, and what was held back. */
export function Answer({ found, t }: { found: Explained; t: Translate }) {
  const { assessment, blocked, alsoContact, alsoDuty, inList } = found;
  const duty = dutyStep(assessment);
  const others = alsoContact.filter((step) => step !== blocked?.step);
  const also = [...others, ...alsoDuty].map((step) => stepWord(step, t)).join(", ");
  return (
    <>
      <Section title={t(inList ? "explain.inList" : "explain.notInList", { step: stepWord(assessment.contact.step, t) })}>
        <Reasons reasons={assessment.contact.reasons} t={t} />
        {blocked && (
          <Notice>{t("explain.blocked", { step: stepWord(blocked.step, t), by: stepWord(blocked.by.step, t) })}</Notice>
        )}
        {also && <p>{t("explain.also", { steps: also })}</p>}
        <p className="text-s text-ink-2">
          {assessment.reassessOn
            ? t("explain.reassess", { day: formatDay(assessment.reassessOn, "long", t.lang) })
            : t("explain.never")}{" "}
          {t("explain.policy", { policy: assessment.policy })}
        </p>
      </Section>
      <Section title={t(assessment.flagged ? "explain.flagged" : "explain.notFlagged")}>
        <Reasons reasons={assessment.flagReasons} t={t} />
      </Section>
      <Section title={t("explain.duty", { step: duty === null ? t("explain.nothingYet") : stepWord(duty, t) })}>
        <Reasons reasons={duty === null ? [] : assessment.duty.reasons} t={t} />
      </Section>
    </>
  );
}

/** The facts come in the order of the ladder's questions; each part begins with one of these. What is owed reads first. */
const PARTS = ["overdue", "bankThrough", "heldCharges", "roundStartedOn", "daysPastDue", "monthlyRent"] as const;

/** The facts of one part: from its first one to that of the next. */
function partOf(first: string, facts: Explained["facts"]): Explained["facts"] {
  const from = facts.findIndex((one) => one.fact === first);
  if (from === -1) return [];
  const next = facts.findIndex((one, place) => place > from && (PARTS as readonly string[]).includes(one.fact));
  return facts.slice(from, next === -1 ? undefined : next);
}

function FactRow({ one, t }: { one: Explained["facts"][number]; t: Translate }) {
  const { name, value, limit, source } = factWords(one, t);
  return (
    <tr data-beyond={one.beyond || undefined}>
      <td>{name}</td>
      <td>
        {one.beyond ? <b>{value}</b> : value}
        {one.beyond && <span className="sr-only"> {t("explain.screen.beyond")}</span>}
      </td>
      <td>{limit}</td>
      <td className="text-s text-ink-2">{source}</td>
    </tr>
  );
}

/** Each fact with its value, what it is held against, and where it comes from. */
export function FactTable({ found, t }: { found: Explained; t: Translate }) {
  const columns = ["fact", "value", "limit", "source"].map((name) => ({ label: t(`explain.screen.${name}`) }));
  const parts = PARTS.map((first) => ({ first, facts: partOf(first, found.facts) })).filter(({ facts }) => facts.length > 0);
  return (
    <Section title={t("explain.factsHead")} note={t("explain.screen.factsNote")}>
      <div className={styles.facts}>
        <Table caption={t("explain.factsHead")} hideCaption columns={columns}>
          {parts.map(({ first, facts }) => (
            <Fragment key={first}>
              <tr className={styles.part}>
                <th scope="rowgroup" colSpan={4}>
                  {t(`explain.parts.${first}`)}
                </th>
              </tr>
              {facts.map((one) => (
                <FactRow key={one.fact} one={one} t={t} />
              ))}
            </Fragment>
          ))}
        </Table>
      </div>
    </Section>
  );
}

/** What was booked by that day and became known after its list was made. */
export function LaterKnown({ found, t }: { found: Explained; t: Translate }) {
  if (found.later.length === 0) return null;
  return (
    <Section title={t("explain.laterHead")} note={t("explain.screen.laterNote")}>
      <ul className="grid gap-2 my-2 pl-4 [list-style:disc]">
        {found.later.map((one) => (
          <li key={one.id}>
            <b className="text-signal">{t("explain.screen.laterMark")}</b>{" "}
            {t("explain.later", {
              kind: t(`explain.kinds.${one.kind}`),
              amount: formatEuro(BigInt(one.amount)),
              day: formatDay(one.bookedOn, "long", t.lang),
              known: formatMoment(one.recordedAt, "long", t.lang),
              counted: one.counted ? "yes" : "no",
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
