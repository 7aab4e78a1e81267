"use client";

import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { addPasskey, askPasskey, askPasskeySignIn, passkeySignIn, removePasskey } from "@/lib/access/actions";
import { type ActionState, IDLE, SIGNED_OUT } from "@/lib/auth/state";

export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly words: string;
}

/** A form of fields that nobody types. */
const fieldsOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

/** Why it did not work, as the server said it; null when it did. */
function troubleOf(state: ActionState): string | null {
  if (state.status === "refused" && state.signedOut) window.dispatchEvent(new Event(SIGNED_OUT));
  return state.status === "refused" ? state.message : state.status === "invalid" ? (Object.values(state.fields)[0] ?? "") : null;
}

/** One's own passkeys, one per device, and adding the one of this device. */
export function Passkeys({ rows, device, onward }: { rows: readonly PasskeyRow[]; device: string; onward?: string }) {
  const t = useText();
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (form: FormData) => {
    setBusy(true);
    setTrouble(null);
    try {
      const asked = await askPasskey(IDLE, new FormData());
      if (asked.status !== "done") return setTrouble(troubleOf(asked));
      const { challengeId, options } = asked.value;
      const response = await startRegistration({ optionsJSON: options });
      const fields = { challengeId, response: JSON.stringify(response), name: String(form.get("name") ?? "") };
      const added = await addPasskey(IDLE, fieldsOf(fields));
      const wrong = troubleOf(added);
      if (wrong !== null) return setTrouble(wrong);
      return onward ? location.assign(onward) : router.refresh();
    } catch {
      // The browser says it in its own window: somebody closed it, or this device cannot.
      return setTrouble(t("access.passkey.notMade"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-3">
      <p>{t("access.passkey.why")}</p>
      {rows.map(({ id, name, words }) => (
        <ActionForm
          key={id}
          action={removePasskey}
          hidden={{ passkeyId: id }}
          className="flex flex-wrap items-center gap-3"
          onDone={() => router.refresh()}
        >
          <span>
            {name}
            <br />
            <span className="text-s text-ink-2">{words}</span>
          </span>
          <SubmitButton kind="plain" size="small" aria-label={t("access.passkey.removeOf", { name })}>
            {t("access.passkey.remove")}
          </SubmitButton>
        </ActionForm>
      ))}
      {trouble !== null && <Notice kind="need">{trouble}</Notice>}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void make(new FormData(event.currentTarget));
        }}
      >
        <TextField name="name" label={t("access.passkey.name")} defaultValue={device} autoComplete="off" />
        <Button kind="plain" size="small" type="submit" disabled={busy}>
          {t("access.passkey.make")}
        </Button>
      </form>
    </div>
  );
}

interface ButtonProps {
  readonly to: string;
  readonly label: string;
  readonly failed: string;
  /** Over a form that stands open: what to do once it worked. */
  readonly onDone?: () => void;
}
/** Signing in without a password: the device asks for a finger, a face or its own code. */
export function PasskeyButton({ to, label, failed, onDone }: ButtonProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const asked = await askPasskeySignIn(IDLE, new FormData());
      if (asked.status !== "done") return setTrouble(troubleOf(asked));
      const { challengeId, options } = asked.value;
      const response = await startAuthentication({ optionsJSON: options });
      const answer = await passkeySignIn(
        IDLE,
        fieldsOf({ challengeId, response: JSON.stringify(response), to, ...(onDone && { again: "on" }) }),
      );
      if (answer.status === "done") onDone?.();
      return setTrouble(troubleOf(answer));
    } catch (fault) {
      // Next's own way of leading elsewhere goes on.
      if (fault instanceof Error && "digest" in fault) throw fault;
      return setTrouble(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="mt-4 grid gap-2">
      <Button kind="plain" size="touch" type="button" disabled={busy} onClick={() => void signIn()}>
        {label}
      </Button>
      {trouble !== null && <Notice kind="need">{trouble}</Notice>}
    </div>
  );
}
