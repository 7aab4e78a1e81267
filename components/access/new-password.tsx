"use client";

import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { usePasswordLink as setIt } from "@/lib/access/actions";

/** The password behind a link; the link counts once. */
export function NewPassword({ word }: { word: string }) {
  const t = useText();
  return (
    <ActionForm
      action={setIt}
      hidden={{ word }}
      className="form touch"
      done={
        <>
          {t("access.link.done")} <a href="/aanmelden">{t("access.link.signIn")}</a>
        </>
      }
    >
      <TextField
        name="password"
        type="password"
        label={t("access.password.new")}
        hint={t("access.password.hint")}
        autoComplete="new-password"
        autoFocus
      />
      <SubmitButton size="touch">{t("access.password.save")}</SubmitButton>
    </ActionForm>
  );
}
