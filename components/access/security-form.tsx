import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { SubmitButton } from "@/components/ui/submit-button";
import { setSecurity } from "@/lib/accounts/actions";
import type { Translate } from "@/lib/i18n/phrase";
import { ROLES } from "@/lib/staff/domain/sign-in";
import type { Security } from "@/lib/staff/queries/security";

/** For which roles a second step is demanded. */
export function SecurityForm({ t, known }: { t: Translate; known: Security }) {
  return (
    <ActionForm action={setSecurity} done={t("access.security.saved")}>
      <Choices
        name="factorFor[]"
        legend={t("access.security.factorFor")}
        options={ROLES.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
        chosen={known.factorFor}
        several
      />
      <p className="text-s text-ink-2">{t("access.security.hint")}</p>
      <SubmitButton kind="plain">{t("access.security.save")}</SubmitButton>
    </ActionForm>
  );
}
