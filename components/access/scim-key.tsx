"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { makeScimKey } from "@/lib/accounts/actions";

/** The key for the organisation's directory; shown once. */
export function ScimKey({ address }: { address: string }) {
  const t = useText();
  const [key, setKey] = useState<string | null>(null);
  return (
    <ActionForm action={makeScimKey} onDone={(made) => setKey(made.key)} deliberate>
      <p className="text-s text-ink-2">{t("access.scim.hint")}</p>
      <p className="text-s break-all">{t("access.scim.address", { address })}</p>
      {key !== null && (
        <p role="status" className="break-all rounded-2 bg-desk p-2 font-mono text-s">
          {key}
        </p>
      )}
      <SubmitButton kind="plain" size="small">
        {t("access.scim.make")}
      </SubmitButton>
    </ActionForm>
  );
}
