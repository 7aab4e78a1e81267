"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { printLetters, sendLetters } from "@/lib/cases/actions";
import type { Batch } from "@/lib/cases/commands/desk/letters";

interface Props {
  readonly waiting: number;
  /** Made today: these are in the one file, and are posted together. */
  readonly prints: readonly number[];
  readonly commandIds: readonly [string, string];
}

/** Three steps with their counts: make, print, post. What was refused is named with its reason. */
export function LettersForm({ waiting, prints, commandIds }: Props) {
  const made = prints.length;
  const t = useText();
  const router = useRouter();
  const [last, setLast] = useState<{ readonly step: "made" | "posted"; readonly batch: Batch } | null>(null);
  const after = (step: "made" | "posted") => (batch: Batch) => {
    setLast({ step, batch });
    router.refresh();
  };
  return (
    <div className="mb-6 grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {waiting > 0 && (
          <ActionForm action={printLetters} hidden={{ commandId: commandIds[0] }} onDone={after("made")} className="">
            <SubmitButton kind={made === 0 ? "go" : "plain"} size="small">
              {t("casepage.letters.make", { count: waiting })}
            </SubmitButton>
          </ActionForm>
        )}
        {made > 0 && (
          <>
            <a
              className={buttonClass({ kind: "plain", size: "small" })}
              href={`/brieven/alle?prints=${prints.join(",")}`}
              target="_blank"
              rel="noreferrer"
            >
              {t("casepage.letters.open", { count: made })}
            </a>
            <ActionForm
              action={sendLetters}
              deliberate
              hidden={{ commandId: commandIds[1], prints: prints.join(",") }}
              onDone={after("posted")}
              className=""
            >
              <SubmitButton size="small">{t("casepage.letters.post", { count: made })}</SubmitButton>
            </ActionForm>
          </>
        )}
      </div>
      {last && (
        <Notice kind={last.batch.refused.length > 0 ? "need" : "good"}>
          <b>{t(`casepage.letters.${last.step}`, { count: last.batch.done })}</b>
          {last.batch.refused.map(({ tenancyId, code }) => (
            <p key={tenancyId}>
              <a href={`/dossier/${tenancyId}`}>{t("casepage.letters.refused")}</a>{" "}
              {t(t.has(`cases.refused.${code}`) ? `cases.refused.${code}` : "common.refused.unknown", {
                missing: "other",
                sign: "",
              })}
            </p>
          ))}
        </Notice>
      )}
    </div>
  );
}
