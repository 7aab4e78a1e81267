"use client";

import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { changePassword } from "@/lib/access/actions";

/** A password of one's own; a password manager may fill both fields, and pasting is fine. */
export function OwnPassword({ to, touch = false }: { to?: string; touch?: boolean }) {
  const t = useText();
  return (
    <ActionForm
      action={changePassword}
      hidden={to === undefined ? {} : { to }}
      done={t("access.password.done")}
      className={touch ? "form touch" : "form"}
    >
      <TextField name="current" type="password" label={t("access.password.current")} autoComplete="current-password" />
      <TextField
        name="password"
        type="password"
        label={t("access.password.new")}
        hint={t("access.password.hint")}
        autoComplete="new-password"
      />
      <SubmitButton size={touch ? "touch" : undefined}>{t("access.password.save")}</SubmitButton>
    </ActionForm>
  );
}
