"use client";

import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { signIn } from "@/lib/access/actions";

/** E-mail and password; a demo colleague's are filled in when one was chosen. */
export function SignInForm({ email, password, to }: { email: string; password: string; to: string }) {
  const t = useText();
  return (
    <ActionForm action={signIn} hidden={{ to }} className="form touch">
      <TextField
        key={`${email}@`}
        name="email"
        type="email"
        label={t("staff.email")}
        autoComplete="username"
        defaultValue={email}
        autoFocus={!email}
        spellCheck={false}
      />
      <TextField
        key={`${email}-password`}
        name="password"
        type="password"
        label={t("staff.password")}
        autoComplete="current-password"
        defaultValue={password}
      />
      <SubmitButton size="touch" key={email} autoFocus={Boolean(email)}>
        {t("staff.signIn")}
      </SubmitButton>
    </ActionForm>
  );
}
