"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { startBulk, undoBulk } from "@/lib/bulk/actions";

/** The one button, which says for how many it is. */
export function BulkForm({ hidden, label }: { hidden: Readonly<Record<string, string | number>>; label: string }) {
  return (
    <ActionForm action={startBulk} deliberate hidden={hidden} className="mb-6">
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  );
}

/** Takes a whole run back; what cannot be says so in its row. */
export function UndoBulk({ runId, label }: { runId: number; label: string }) {
  return (
    <ActionForm action={undoBulk} deliberate hidden={{ runId }} className="mb-6">
      <SubmitButton kind="plain">{label}</SubmitButton>
    </ActionForm>
  );
}
