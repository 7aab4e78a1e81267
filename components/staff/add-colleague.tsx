import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Translate } from "@/lib/i18n/phrase";
import { addStaff } from "@/lib/staff/actions";
import { ROLES } from "@/lib/staff/domain/sign-in";

export function AddColleague({ t }: { t: Translate }) {
  return (
    <ActionForm action={addStaff} done={t("staff.added")} draft="collega">
      <TextField name="name" label={t("staff.fullName")} autoComplete="off" />
      <TextField name="firstName" label={t("staff.firstName")} hint={t("staff.firstNameHint")} autoComplete="off" />
      <TextField name="email" type="email" label={t("staff.email")} autoComplete="off" />
      <SelectField
        name="role"
        label={t("staff.role")}
        hint={t("staff.caretakerHint")}
        options={ROLES.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
      />
      <TextField name="phone" type="tel" label={t("staff.phone")} autoComplete="off" />
      <TextField name="password" type="password" label={t("staff.password")} autoComplete="new-password" />
      <SubmitButton>{t("staff.add")}</SubmitButton>
    </ActionForm>
  );
}
