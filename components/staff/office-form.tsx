import { ActionForm } from "@/components/ui/action-form";
import { TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Translate } from "@/lib/i18n/phrase";
import { setOffice } from "@/lib/staff/actions";
import type { Corporation } from "@/lib/staff/queries/staff";

/** How the corporation is named to tenants, and the one number on which they ring back. */
export function OfficeForm({ t, office }: { t: Translate; office: Corporation }) {
  return (
    <ActionForm action={setOffice} done={t("staff.office.saved")} key={JSON.stringify(office)}>
      <TextField name="name" label={t("staff.office.name")} defaultValue={office.name} maxLength={80} />
      <TextField
        name="teamNumber"
        type="tel"
        label={t("staff.office.number")}
        hint={t("staff.office.numberHint")}
        defaultValue={office.number}
        maxLength={30}
      />
      <TextField name="hours" label={t("staff.office.hours")} defaultValue={office.hours} maxLength={60} />
      <TextField
        name="dropIn"
        label={t("staff.office.dropIn")}
        hint={t("staff.office.dropInHint")}
        defaultValue={office.dropIn}
        maxLength={80}
      />
      <TextAreaField
        name="letterhead"
        label={t("staff.office.letterhead")}
        hint={t("staff.office.letterheadHint")}
        defaultValue={office.letterhead.join("\n")}
        rows={3}
        maxLength={300}
      />
      <SubmitButton kind="plain">{t("staff.office.save")}</SubmitButton>
    </ActionForm>
  );
}
