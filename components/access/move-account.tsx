import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { moveAccount } from "@/lib/accounts/actions";
import type { Translate } from "@/lib/i18n/phrase";

/** An account goes over to the organisation, or comes back. */
export function MoveAccount({ t, staffId, name, managed }: { t: Translate; staffId: number; name: string; managed: boolean }) {
  const way = managed ? "back" : "over";
  return (
    <ActionForm
      action={moveAccount}
      hidden={{ staffId, to: managed ? "here" : "organisation" }}
      done={t(`access.move.${way}Done`)}
      deliberate
    >
      <p className="text-s text-ink-2">{t(`access.move.${way}`, { name })}</p>
      <SubmitButton kind="plain" size="small">
        {t(`access.move.${way}Do`)}
      </SubmitButton>
    </ActionForm>
  );
}
