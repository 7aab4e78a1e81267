import { ActionForm } from "@/components/ui/action-form";
import { DayField, SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { setCover } from "@/lib/staff/actions";
import type { DeskColleague } from "@/lib/staff/queries/staff";

interface Props {
  t: Translate;
  today: Day;
  me: number | null;
  colleagues: readonly DeskColleague[];
}

/** Away until a day, and who stands in: that colleague finds these cases under `van mij`. */
export function CoverForm({ t, today, me, colleagues }: Props) {
  const own = colleagues.find(({ id }) => id === me);
  const cover = colleagues.find(({ id }) => id === own?.coveredById);
  const covering = colleagues.filter(({ coveredById }) => coveredById !== null && coveredById === me);
  const day = (until: Day | null) => (until ? formatDay(until, "full", t.lang) : "");
  return (
    <>
      {covering.map(({ id, name, awayUntil }) => (
        <p key={id}>{t("staff.own.covering", { name, day: day(awayUntil) })}</p>
      ))}
      {own?.awayUntil && (
        <>
          <p className="mb-2">{t("staff.own.away", { day: day(own.awayUntil), name: cover?.name ?? "" })}</p>
          <ActionForm action={setCover}>
            <SubmitButton kind="plain">{t("staff.own.back")}</SubmitButton>
          </ActionForm>
        </>
      )}
      {!own?.awayUntil && (
        <ActionForm action={setCover} done={t("staff.own.saved")}>
          <p className="text-s text-ink-2">{t("staff.own.hint")}</p>
          <DayField name="awayUntil" label={t("staff.own.until")} min={today} />
          <SelectField
            name="coveredBy"
            label={t("staff.own.by")}
            options={[
              { value: "", label: t("staff.own.choose") },
              ...colleagues.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          <SubmitButton kind="plain">{t("staff.own.save")}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
