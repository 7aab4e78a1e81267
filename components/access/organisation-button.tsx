"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Leads to the organisation's own sign-in and back. `again`: it asks there too who one is, also of who is signed in. */
export function OrganisationButton({ label, to, again = false }: { label: string; to: string; again?: boolean }) {
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const { signIn } = await import("next-auth/react");
    await signIn("organisatie", { callbackUrl: to || "/" }, again ? { prompt: "login", max_age: "0" } : {});
  };
  return (
    <Button kind="go" size="touch" disabled={busy} onClick={() => void go()}>
      {label}
    </Button>
  );
}
