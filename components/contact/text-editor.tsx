"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { previewText, saveText } from "@/lib/contact/actions";
import type { TextKind } from "@/lib/contact/domain/texts";
import type { Preview } from "@/lib/contact/queries/preview";
import { TextPreview } from "./text-preview";

interface Props {
  kind: TextKind;
  title: string | null;
  body: string;
  commandId: string;
  /** One may read cases, so one may look at the words with one. */
  withCase: boolean;
  first: Preview;
}

/** The words of one kind: changed here, looked at, and only then put in force. */
export function TextEditor({ kind, title, body, commandId, withCase, first }: Props) {
  const t = useText();
  const router = useRouter();
  const [preview, setPreview] = useState(first);
  const [refusal, setRefusal] = useState("");
  const [looked, setLooked] = useState(false);
  const [busy, start] = useTransition();
  const fields = useRef<HTMLDivElement>(null);
  const look = () => {
    const form = fields.current?.querySelector("form");
    if (!form) return;
    const typed = new FormData(form);
    start(async () => {
      const shown = await previewText({ status: "idle" }, typed);
      setRefusal(
        shown.status === "refused" ? shown.message : shown.status === "invalid" ? Object.values(shown.fields).join(" ") : "",
      );
      if (shown.status !== "done") return;
      setPreview(shown.value);
      setLooked(true);
    });
  };
  const typing = { onInput: () => setLooked(false) };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] items-start gap-x-10 gap-y-6 max-[1000px]:grid-cols-1">
      <div ref={fields}>
        <ActionForm action={saveText} deliberate hidden={{ commandId, kind }} draft={kind} onDone={() => router.refresh()}>
          {title !== null && (
            <TextField name="title" label={t("contact.text.title")} defaultValue={title} maxLength={100} {...typing} />
          )}
          <TextAreaField
            name="body"
            label={t("contact.text.body")}
            hint={t(title === null ? "contact.text.smsHint" : "contact.text.letterHint")}
            defaultValue={body}
            rows={title === null ? 4 : 18}
            maxLength={4000}
            {...typing}
          />
          {withCase && (
            <TextField
              name="number"
              label={t("contact.text.withCase")}
              hint={t("contact.text.withCaseHint")}
              inputMode="numeric"
              maxLength={40}
              className="max-w-64"
            />
          )}
          <Button onClick={look} aria-disabled={busy || undefined}>
            {t("contact.text.look")}
          </Button>
          <div role="status">{refusal && <Notice kind="need">{refusal}</Notice>}</div>
          {looked && preview.problems.length === 0 && (preview.sms || preview.page) && (
            <div className="grid gap-2 border-t border-line pt-4">
              <p>{t("contact.text.saveHint")}</p>
              <SubmitButton>{t("contact.text.save")}</SubmitButton>
            </div>
          )}
        </ActionForm>
      </div>
      <TextPreview preview={preview} />
    </div>
  );
}
