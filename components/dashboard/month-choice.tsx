import { formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Month } from "@/lib/kernel/day";

/** Choosing another month works without scripts: a form that asks for the same page. */
export function MonthChoice({ months, chosen, t }: { months: readonly Month[]; chosen: Month; t: Translate }) {
  return (
    <details>
      <summary>{t("dashboard.otherMonth")}</summary>
      <ul>
        {months.slice(0, 36).map((month) => (
          <li key={month}>
            <a href={`/resultaten?maand=${month}`} aria-current={month === chosen ? "page" : undefined}>
              {formatMonth(month, "long", t.lang)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
