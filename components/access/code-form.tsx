"use client";

import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { giveCode } from "@/lib/access/actions";

/** The second step: a code of the app, or one of the recovery codes. */
export function CodeForm({ to }: { to: string }) {
  const t = useText();
  return (
    <ActionForm action={giveCode} hidden={{ to }} className="form touch">
      <TextField
        name="code"
        label={t("access.code.label")}
        hint={t("access.code.hint")}
        autoComplete="one-time-code"
        autoFocus
        spellCheck={false}
      />
      <SubmitButton size="touch">{t("access.code.save")}</SubmitButton>
    </ActionForm>
  );
}
