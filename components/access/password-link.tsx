"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { makePasswordLink, resetSteps } from "@/lib/accounts/actions";

/** A link with which a colleague sets a password of their own; shown once, to pass on in person. */
export function PasswordLink({ staffId, name }: { staffId: number; name: string }) {
  const t = useText();
  const [link, setLink] = useState<string | null>(null);
  return (
    <ActionForm
      action={makePasswordLink}
      hidden={{ staffId }}
      onDone={({ word }) => setLink(`${location.origin}/aanmelden/nieuw-wachtwoord?sleutel=${word}`)}
    >
      <p className="text-s text-ink-2">{t("access.link.hint", { name })}</p>
      {link !== null && (
        <p role="status" className="break-all rounded-2 bg-desk p-2 font-mono text-s">
          {link}
        </p>
      )}
      <SubmitButton kind="plain" size="small">
        {t("access.link.make")}
      </SubmitButton>
    </ActionForm>
  );
}

/** A lost phone: what it could do ends at once. */
export function LostPhone({ staffId, name }: { staffId: number; name: string }) {
  const t = useText();
  return (
    <ActionForm action={resetSteps} hidden={{ staffId }} done={t("access.lost.done")} deliberate>
      <p className="text-s text-ink-2">{t("access.lost.hint", { name })}</p>
      <SubmitButton kind="plain" size="small">
        {t("access.lost.do")}
      </SubmitButton>
    </ActionForm>
  );
}
