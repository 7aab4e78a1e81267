"use client";

import { useFormStatus } from "react-dom";
import { SubmitButton } from "@/components/ui/submit-button";

/** Says that it is busy: a large file takes a while. */
export function ReadButton({ label, busy }: { label: string; busy: string }) {
  const { pending } = useFormStatus();
  return (
    <>
      <SubmitButton>{label}</SubmitButton>
      <p role="status" className="text-s text-ink-2">
        {pending ? busy : ""}
      </p>
    </>
  );
}
