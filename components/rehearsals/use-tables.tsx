import { stepWord } from "@/components/cases/words";
import { Table } from "@/components/ui/table";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { StepUse } from "@/lib/rehearsals/domain/use";
import type { FactSource, Overlap } from "@/lib/rehearsals/queries/use";

const SPANS = ["days7", "days30", "days365", "standing"] as const;

/** How often each step of one ladder came up, in the order in which it decides. */
export function StepTable({ steps, caption, t }: { steps: readonly StepUse[]; caption: string; t: Translate }) {
  return (
    <Table
      caption={caption}
      hideCaption
      scrollsAs={caption}
      columns={[
        { label: t("rehearsals.use.step") },
        ...SPANS.map((span) => ({ label: t(`rehearsals.use.${span}`), num: true })),
        { label: t("rehearsals.use.lastDay"), num: true },
      ]}
    >
      {steps.map((one) => (
        <tr key={one.step} className={one.lastDay === null ? "text-ink-2" : undefined}>
          <td>{stepWord(one.step, t)}</td>
          {SPANS.map((span) => (
            <td key={span} className="num">
              {one[span] === 0 ? <span className="text-ink-3">0</span> : formatCount(one[span])}
            </td>
          ))}
          <td className="num">{one.lastDay === null ? t("rehearsals.use.never") : formatDay(one.lastDay, "dated", t.lang)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Steps that never came up, each with what that may mean. */
export function NeverList({ steps, t }: { steps: readonly StepUse[]; t: Translate }) {
  const never = steps.filter((one) => one.lastDay === null);
  if (never.length === 0) return <p className="text-s text-ink-2">{t("rehearsals.use.neverNone")}</p>;
  return (
    <ul>
      {never.map(({ step }) => (
        <li key={step}>
          <b>{stepWord(step, t)}.</b>{" "}
          {t(t.has(`rehearsals.use.neverWhy.${step}`) ? `rehearsals.use.neverWhy.${step}` : "rehearsals.use.neverWhy.other")}
        </li>
      ))}
    </ul>
  );
}

export function OverlapTable({ overlaps, t }: { overlaps: readonly Overlap[]; t: Translate }) {
  return (
    <Table
      caption={t("rehearsals.use.overlapsNote")}
      scrollsAs={t("rehearsals.use.overlaps")}
      columns={[
        { label: t("rehearsals.use.step") },
        { label: t("rehearsals.use.also") },
        { label: t("rehearsals.use.count"), num: true },
      ]}
    >
      {overlaps.map((one) => (
        <tr key={`${one.step} ${one.also}`}>
          <td>{stepWord(one.step, t)}</td>
          <td>{stepWord(one.also, t)}</td>
          <td className="num">{formatCount(one.count)}</td>
        </tr>
      ))}
    </Table>
  );
}

export function FactTable({ facts, caption, t }: { facts: readonly FactSource[]; caption: string; t: Translate }) {
  return (
    <Table
      caption={caption}
      scrollsAs={t("rehearsals.use.facts")}
      columns={[
        { label: t("rehearsals.use.fact") },
        { label: t("rehearsals.use.source") },
        { label: t("rehearsals.use.filled"), num: true },
      ]}
    >
      {facts.map((one) => (
        <tr key={one.fact} className={one.filled === 0 ? "text-ink-2" : undefined}>
          <td>{t(`rehearsals.fact.${one.fact}`)}</td>
          <td>{t(`rehearsals.factSource.${one.source}`)}</td>
          <td className="num">
            {one.of === null
              ? formatCount(one.filled)
              : t("rehearsals.use.of", { filled: formatCount(one.filled), of: formatCount(one.of) })}
          </td>
        </tr>
      ))}
    </Table>
  );
}
