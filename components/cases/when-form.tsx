import { Button } from "@/components/ui/button";
import { DayField, SelectField } from "@/components/ui/field";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";

/** Which day, and with what knowledge: that of the day itself, or all that is known now. */
export function WhenForm({ day, today, asThen, t }: { day: Day; today: Day; asThen: boolean; t: Translate }) {
  const options = ["toen", "nu"].map((value) => ({ value, label: t(`explain.screen.${value}`) }));
  return (
    <form method="get" className="flex flex-wrap items-end gap-4 mt-4 mb-3">
      <DayField name="dag" label={t("explain.screen.day")} defaultValue={day} max={today} required />
      <SelectField name="bekend" label={t("explain.screen.known")} options={options} defaultValue={asThen ? "toen" : "nu"} />
      <Button type="submit" kind="go">
        {t("explain.screen.show")}
      </Button>
    </form>
  );
}
