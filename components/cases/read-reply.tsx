"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { readReply } from "@/lib/cases/actions";

/** One press: a colleague read it. */
export function ReadReply({ replyId, commandId, label }: { replyId: number; commandId: string; label: string }) {
  const router = useRouter();
  return (
    <ActionForm action={readReply} hidden={{ commandId, replyId }} onDone={() => router.refresh()} className="">
      <SubmitButton kind="plain" size="small">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
