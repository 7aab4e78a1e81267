"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawLetter } from "@/lib/cases/actions";

/** A letter that somebody asked for need not go out after all. */
export function WithdrawLetter({ letterId, commandId, label }: { letterId: number; commandId: string; label: string }) {
  const router = useRouter();
  return (
    <ActionForm action={withdrawLetter} hidden={{ commandId, letterId }} onDone={() => router.refresh()} className="">
      <SubmitButton kind="quiet" size="small">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
