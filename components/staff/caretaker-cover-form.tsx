import { ActionForm } from "@/components/ui/action-form";
import { DayField, SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay, formatList } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { coverCaretaker, endCaretakerCover } from "@/lib/staff/actions";
import type { CaretakerCover, CaretakerRow } from "@/lib/staff/queries/staff";

interface Props {
  t: Translate;
  today: Day;
  people: readonly CaretakerRow[];
  covers: readonly CaretakerCover[];
}

/** Who looks after a colleague's buildings for a while. */
export function CaretakerCoverForm({ t, today, people, covers }: Props) {
  const day = (value: Day) => formatDay(value, "full", t.lang);
  const choices = (all: readonly CaretakerRow[]) => [
    { value: "", label: t("staff.caretakers.choose") },
    ...all.map(({ id, name, buildings }) => ({
      value: String(id),
      label: t("staff.caretakers.buildings", { name, count: buildings }),
    })),
  ];
  return (
    <>
      {covers.length === 0 && <p className="mb-2">{t("staff.caretakers.none", { day: day(today) })}</p>}
      {covers.map(({ id, name, fromDay, untilDay, buildings }) => (
        <ActionForm key={`${id} ${fromDay} ${untilDay}`} action={endCaretakerCover} hidden={{ by: id, untilDay }}>
          <p>
            {t("staff.caretakers.covers", {
              name,
              from: day(fromDay),
              until: day(untilDay),
              buildings: formatList(buildings, t.lang),
            })}
          </p>
          <SubmitButton kind="plain" size="small">
            {t("staff.caretakers.end")}
          </SubmitButton>
        </ActionForm>
      ))}
      <ActionForm action={coverCaretaker} done={t("staff.caretakers.saved")} key={covers.length}>
        <p className="text-s text-ink-2">{t("staff.caretakers.hint")}</p>
        <SelectField
          name="of"
          label={t("staff.caretakers.of")}
          options={choices(people.filter(({ buildings }) => buildings > 0))}
        />
        <SelectField name="by" label={t("staff.caretakers.by")} options={choices(people)} />
        <DayField name="fromDay" label={t("staff.caretakers.from")} defaultValue={today} />
        <DayField name="untilDay" label={t("staff.caretakers.until")} min={today} />
        <SubmitButton kind="plain">{t("staff.caretakers.save")}</SubmitButton>
      </ActionForm>
    </>
  );
}
