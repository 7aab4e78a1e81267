import { RentCard, type RentMonth } from "@/components/ui/rent-card";
import type { CaseView, MonthView } from "@/lib/cases/domain/view";
import { formatDay, formatDecimal, formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { addMonths, dayOfMonth, monthOf } from "@/lib/kernel/day";

const SHOWN = 12;

function cellOf(month: MonthView | undefined, name: string, label: string, t: Translate): RentMonth {
  if (!month || month.notDue) return { label, name, state: "none" };
  if (month.open > 0n) return { label, name, state: month.open < month.charged ? "part" : "open", openCents: month.open };
  const state = month.late ? "late" : "paid";
  if (month.coveredOn === null) return { label, name, state };
  if (monthOf(month.coveredOn) === month.month) return { label, name, state, day: dayOfMonth(month.coveredOn) };
  const before = monthOf(month.coveredOn) < month.month;
  return { label, name, state, said: before ? t("casepage.months.before") : formatDay(month.coveredOn, "short", t.lang) };
}

/** Twelve months of rent: the day each came in, or what of it is open. */
export function Months({ view, t }: { view: CaseView; t: Translate }) {
  const current = monthOf(view.day);
  const months = Array.from({ length: SHOWN }, (_, index) => addMonths(current, index - SHOWN + 1)).map((month) =>
    cellOf(
      view.months.find((one) => one.month === month),
      formatMonth(month, "long", t.lang),
      formatMonth(month, "short", t.lang),
      t,
    ),
  );
  const { monthsBehind, monthsInArrears } = view.position;
  return (
    <section className="mt-6" aria-labelledby="maanden">
      <div className="flex flex-wrap items-baseline gap-x-3 mb-2">
        <h2 id="maanden">{t("casepage.months.title")}</h2>
        <span className="text-s text-ink-2">{t("casepage.months.sub")}</span>
        <span className={`text-s text-ink-2 ml-auto`}>
          {t("casepage.months.summary", { count: monthsBehind })}
          {monthsInArrears > 0 && ` · ${t("casepage.months.arrears", { months: formatDecimal(monthsInArrears / 100) })}`}
          {" · "}
          <a href="#huurrekening">{t("casepage.ledger.title")}</a>
        </span>
      </div>
      {view.months.length === 0 ? (
        <p>{t("casepage.months.none")}</p>
      ) : (
        <RentCard
          months={months}
          words={{
            title: t("casepage.months.title"),
            late: t("casepage.months.late"),
            open: t("casepage.months.isOpenShort"),
            part: t("casepage.months.isPart"),
            paused: t("casepage.months.paused"),
            none: "–",
            paid: t("casepage.months.paid"),
            settled: t("casepage.months.settled"),
          }}
        />
      )}
    </section>
  );
}
