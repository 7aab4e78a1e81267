import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Organisation } from "@/lib/access/queries/organisation";
import { removeOrganisation, setOrganisation } from "@/lib/accounts/actions";
import type { Translate } from "@/lib/i18n/phrase";
import { ROLES } from "@/lib/staff/domain/sign-in";

/** Entra ID or another provider: where it is, and which of its app roles is which role here. */
export function OrganisationForm({ t, known, back }: { t: Translate; known: Organisation | null; back: string }) {
  return (
    <>
      <ActionForm action={setOrganisation} done={t("access.organisation.saved")}>
        <p className="text-s text-ink-2">{t("access.organisation.hint")}</p>
        <p className="text-s break-all">{t("access.organisation.back", { address: back })}</p>
        <TextField name="name" label={t("access.organisation.name")} defaultValue={known?.name} />
        <TextField
          name="issuer"
          label={t("access.organisation.issuer")}
          hint={t("access.organisation.issuerHint")}
          defaultValue={known?.issuer}
          inputMode="url"
          spellCheck={false}
        />
        <TextField name="clientId" label={t("access.organisation.clientId")} defaultValue={known?.clientId} spellCheck={false} />
        <TextField
          name="secret"
          type="password"
          label={t("access.organisation.secret")}
          hint={known ? t("access.organisation.secretStays") : undefined}
          autoComplete="off"
        />
        <details>
          <summary>{t("access.organisation.roles")}</summary>
          <p className="text-s text-ink-2">{t("access.organisation.rolesHint")}</p>
          {ROLES.map((role) => (
            <TextField
              key={role}
              name={`role.${role}`}
              label={t(`common.role.${role}`)}
              defaultValue={known?.roles[role]}
              spellCheck={false}
            />
          ))}
        </details>
        <SubmitButton kind="plain">{t("access.organisation.save")}</SubmitButton>
      </ActionForm>
      {known && (
        <ActionForm action={removeOrganisation} className="mt-3" deliberate>
          <SubmitButton kind="plain" size="small">
            {t("access.organisation.remove")}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
