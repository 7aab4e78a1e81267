"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { DayField, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import type { Action } from "@/lib/auth/state";
import { recordLanguage, recordPreference, recordSafetyNote, recordSmsWish } from "@/lib/cases/actions";
import type { PersonView } from "@/lib/cases/domain/view";
import styles from "./facts.module.css";

/** The forms' own ids, so that each act counts once. */
export interface WishIds {
  readonly sms: string;
  readonly language: string;
  readonly prefers: string;
  readonly safety: string;
  readonly gone: string;
}
/** Of a note about safety only that there is one: its text is for who goes there. */
type Person = Pick<PersonView, "id" | "smsOptOut" | "language" | "prefers"> & { readonly noted: boolean };
type Kept = { readonly personId: number; readonly changed: boolean };
interface Props {
  tenancyId: number;
  person: Person;
  ids: WishIds;
  /** `Wensen en veiligheid`, with the name where there are several. */
  title: string;
}

/** What somebody wishes and what to know before meeting them, each kept by itself. */
export function Wishes({ tenancyId, person, ids, title }: Props) {
  const t = useText();
  const router = useRouter();
  const form = (action: Action<Kept>, commandId: string, more: Record<string, string>, word: string, fields?: ReactNode) => (
    <ActionForm
      action={action}
      hidden={{ commandId, tenancyId, personId: person.id, ...more }}
      onDone={() => router.refresh()}
      className={styles.note}
    >
      {fields}
      <SubmitButton kind="plain" size="small">
        {t(`casepage.wish.${word}`)}
      </SubmitButton>
    </ActionForm>
  );
  const choices = ["none", "call", "visit"].map((value) => ({
    value: value === "none" ? "" : value,
    label: t(`casepage.wish.prefers.${value}`),
  }));
  const [prefers, language] = [person.prefers ?? "", person.language ?? ""];
  return (
    <details className="open:[&>form]:pt-2 open:[&>form]:pb-3 open:[&>form]:px-0 [&_textarea]:w-full">
      <summary>{title}</summary>
      {form(recordSmsWish, ids.sms, { noSms: String(!person.smsOptOut) }, person.smsOptOut ? "smsAgain" : "noSms")}
      {form(
        recordPreference,
        ids.prefers,
        {},
        "savePrefers",
        <SelectField name="prefers" label={t("casepage.wish.prefersLabel")} options={choices} defaultValue={prefers} />,
      )}
      {form(
        recordLanguage,
        ids.language,
        {},
        "saveLanguage",
        <TextField
          name="language"
          label={t("casepage.wish.language")}
          defaultValue={language}
          maxLength={40}
          autoComplete="off"
        />,
      )}
      {form(
        recordSafetyNote,
        ids.safety,
        {},
        "saveSafety",
        <>
          <TextAreaField
            name="safetyNote"
            label={t("casepage.wish.safety")}
            hint={t(person.noted ? "casepage.wish.safetyNoted" : "casepage.wish.safetyHint")}
            maxLength={300}
            rows={3}
          />
          <DayField name="safetyUntil" label={t("casepage.wish.safetyUntil")} />
        </>,
      )}
      {person.noted && form(recordSafetyNote, ids.gone, { gone: "true" }, "safetyGone")}
    </details>
  );
}
