import { buttonClass } from "@/components/ui/button";
import { DayField, SelectField } from "@/components/ui/field";
import type { ListAct } from "@/lib/bulk/domain/bulk";
import { HOLD_REASONS } from "@/lib/holds/domain";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import type { DeskColleague } from "@/lib/staff/queries/staff";

interface Props {
  act: ListAct;
  /** What the address says of the list, sent along. */
  filter: readonly (readonly [string, string])[];
  colleagues: readonly DeskColleague[];
  chosen: { readonly aan: string; readonly reden: string; readonly tot: string };
  today: Day;
  until: Day;
  t: Translate;
}

/** What is chosen before the preview: to whom, or why and until when. A plain form, so that the preview has an address. */
export function BulkChoice({ act, filter, colleagues, chosen, today, until, t }: Props) {
  if (act === "sms") return null;
  return (
    <form className="form mb-6 max-w-96">
      {filter.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="doe" value={act} />
      {act === "assign" && (
        <SelectField
          name="aan"
          label={t("bulk.to")}
          defaultValue={chosen.aan}
          options={[
            { value: "niemand", label: t("bulk.nobody") },
            ...colleagues.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      {act === "wait" && (
        <>
          <SelectField
            name="reden"
            label={t("bulk.reason")}
            defaultValue={chosen.reden}
            options={HOLD_REASONS.filter((reason) => reason !== "deceased").map((value) => ({
              value,
              label: t(`holds.reason.${value}`),
            }))}
          />
          <DayField name="tot" label={t("bulk.until")} min={today} max={until} defaultValue={chosen.tot} />
        </>
      )}
      <button type="submit" className={buttonClass({ size: "small" })}>
        {t("bulk.preview")}
      </button>
    </form>
  );
}
