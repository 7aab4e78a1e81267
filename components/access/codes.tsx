"use client";

import Image from "next/image";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { beginCodes, confirmCodes, removeCodes } from "@/lib/access/actions";

/** An app that makes codes: set up with a picture or by typing over, and confirmed with its first code. */
export function Codes({ running, left, onward }: { running: boolean; left: number; onward?: string }) {
  const t = useText();
  const router = useRouter();
  const [begun, setBegun] = useState<{ secret: string; picture: string } | null>(null);
  const [recovery, setRecovery] = useState<readonly string[] | null>(null);
  if (recovery !== null)
    return (
      <div className="grid gap-3">
        <p role="status">{t("access.codes.recoveryWhy")}</p>
        <ul className="grid list-none grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] gap-x-4 gap-y-1 font-mono text-m">
          {recovery.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>
          <a
            href={onward ?? "/mijn"}
            onClick={(event) => {
              event.preventDefault();
              setRecovery(null);
              if (onward) location.assign(onward);
              else router.refresh();
            }}
          >
            {t("access.codes.keptThem")}
          </a>
        </p>
      </div>
    );
  if (running)
    return (
      <ActionForm action={removeCodes} onDone={() => router.refresh()}>
        <p>{t("access.codes.running", { left })}</p>
        <SubmitButton kind="plain" size="small">
          {t("access.codes.remove")}
        </SubmitButton>
      </ActionForm>
    );
  if (begun === null)
    return (
      <ActionForm action={beginCodes} onDone={setBegun}>
        <p>{t("access.codes.why")}</p>
        <SubmitButton kind="plain" size="small">
          {t("access.codes.begin")}
        </SubmitButton>
      </ActionForm>
    );
  return (
    <ActionForm action={confirmCodes} onDone={(value) => setRecovery(value.recovery)}>
      <p>{t("access.codes.scan")}</p>
      <Image
        unoptimized
        src={begun.picture}
        alt={t("access.codes.picture")}
        width={200}
        height={200}
        className="rounded-2 bg-white"
      />
      <p className="text-s text-ink-2">{t("access.codes.typeOver")}</p>
      <p className="font-mono break-all">{begun.secret.match(/.{1,4}/g)?.join(" ")}</p>
      <TextField name="code" label={t("access.codes.first")} inputMode="numeric" autoComplete="one-time-code" />
      <SubmitButton size="small">{t("access.codes.confirm")}</SubmitButton>
    </ActionForm>
  );
}
