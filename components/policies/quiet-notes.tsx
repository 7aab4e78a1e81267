import { Notice } from "@/components/ui/notice";
import type { Translate } from "@/lib/i18n/phrase";
import { type Quiet, quietIn } from "@/lib/policies/domain/quiet";
import type { PolicyValues } from "@/lib/rules/policy";
import { valueWords } from "./words";

const wordsOf = ({ threshold, how, values: { value, ...more } }: Quiet, t: Translate): string =>
  t("policies.quiet.line", {
    name: t(`policies.name.${threshold}`),
    value: valueWords(threshold, Number(value), t),
    how,
    because: t(`policies.quiet.${threshold}`, more),
  });

/** Values that seldom or never decide anything beside the others: whoever changes one then knows why nothing happens. */
export function QuietNotes({ values, t }: { values: PolicyValues; t: Translate }) {
  const found = quietIn(values);
  if (found.length === 0) return <p className="sub">{t("policies.quiet.none")}</p>;
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
