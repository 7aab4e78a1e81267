"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { letCount, revoke, settle } from "@/lib/field/actions";

/** What came of it, in a few words; then it is no longer waiting. */
export function SettleForm({ envelopeId, commandId, words }: Named & { words: { note: string; save: string } }) {
  const router = useRouter();
  return (
    <ActionForm action={settle} hidden={{ commandId, envelopeId }} onDone={() => router.refresh()}>
      <TextField name="note" label={words.note} maxLength={500} />
      <SubmitButton kind="plain" size="small">
        {words.save}
      </SubmitButton>
    </ActionForm>
  );
}
interface Named {
  readonly envelopeId: string;
  readonly commandId: string;
}

export function CountForm({ envelopeId, commandId, label }: Named & { label: string }) {
  const router = useRouter();
  return (
    <ActionForm action={letCount} hidden={{ commandId, envelopeId }} onDone={() => router.refresh()}>
      <SubmitButton kind="plain" size="small">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

export function RevokeForm({ handoutId, commandId, label }: { handoutId: string; commandId: string; label: string }) {
  const router = useRouter();
  return (
    <ActionForm action={revoke} hidden={{ commandId, handoutId }} onDone={() => router.refresh()}>
      <SubmitButton kind="plain" size="small">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
