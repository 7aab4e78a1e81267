import { Notice } from "@/components/ui/notice";
import type { Translate } from "@/lib/i18n/phrase";
import { type IdleLimit, idleLimitsIn } from "@/lib/policies/domain/idle-limits";
import type { PolicyValues } from "@/lib/rules/policy";
import { valueWords } from "./words";

const wordsOf = ({ threshold, how, values: { value, ...more } }: IdleLimit, t: Translate): string =>
  t("policies.idle.line", {
    name: t(`policies.name.${threshold}`),
    value: valueWords(threshold, Number(value), t),
    how,
    because: t(`policies.idle.${threshold}`, more),
  });

/** Values that seldom or never decide anything beside the others: whoever changes one then knows why nothing happens. */
export function IdleLimitNotes({ values, t }: { values: PolicyValues; t: Translate }) {
  const found = idleLimitsIn(values);
  if (found.length === 0) return <p className="text-s text-ink-2">{t("policies.idle.none")}</p>;
  return (
    <Notice>
      <ul>
        {found.map((one) => (
          <li key={one.threshold}>{wordsOf(one, t)}</li>
        ))}
      </ul>
    </Notice>
  );
}
