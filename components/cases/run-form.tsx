"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { runToday } from "@/lib/cases/actions";

/** Asks for today's run by button; asking twice changes nothing. */
export function RunForm({ label, asked }: { label: string; asked: string }) {
  const router = useRouter();
  return (
    <ActionForm action={runToday} done={asked} onDone={() => router.refresh()}>
      <SubmitButton kind="plain">{label}</SubmitButton>
    </ActionForm>
  );
}
