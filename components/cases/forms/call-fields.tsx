"use client";

import { Choices } from "@/components/ui/choices";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useText } from "@/components/ui/text-context";
import type { Ringing } from "@/lib/cases/domain/caller";
import { useDelicate } from "../delicate";
import type { DeskModel, NumberChoice } from "../desk-model";

export interface Conversation {
  readonly inbound: boolean;
  /** Who rings, when that was said before the case was opened. */
  readonly ringing: (Ringing & { readonly hears: boolean }) | null;
  readonly number: NumberChoice | null;
}

/** The fields nobody types of a call that was answered, whoever rang. */
export function spokenFields(model: DeskModel, talk: Conversation, said: string | null): Record<string, string | number> {
  const fields: Record<string, string | number> = {
    commandId: model.callCommandId,
    tenancyId: model.tenancyId,
    direction: talk.inbound ? "inbound" : "outbound",
    outcome: "spoke",
  };
  if (said) fields.said = said;
  if (talk.inbound && talk.ringing) {
    fields.identity = talk.ringing.identity;
    if (talk.ringing.personId) fields.personId = talk.ringing.personId;
  }
  if (talk.number) fields.personId = talk.number.personId;
  if (talk.number) fields.number = talk.number.number;
  return fields;
}

/** With whom, when more than one is possible. */
export function SpokeWith({ model, talk, ofDeath }: { model: DeskModel; talk: Conversation; ofDeath?: boolean }) {
  const t = useText();
  const [first] = model.speakers;
  if (ofDeath) {
    // Of a death somebody else tells: family, or the partner who rents along.
    const told = [
      { value: "other", label: t("casepage.form.toldByOther") },
      ...model.speakers.filter(({ value }) => value !== "tenant"),
    ];
    return <Choices name="spokeWith" legend={t("casepage.form.toldBy")} options={told} chosen="other" />;
  }
  const rings = talk.inbound ? talk.ringing?.spokeWith : undefined;
  if (rings && rings !== "other") return <input type="hidden" name="spokeWith" value={rings} />;
  if (model.speakers.length < 2) return <input type="hidden" name="spokeWith" value={first?.value ?? "tenant"} />;
  return <Choices name="spokeWith" legend={t("casepage.form.spokeWith")} options={model.speakers} chosen={first?.value} />;
}

/** A note for a colleague; health has no place in it. What is typed goes along to another form of the same conversation. */
export function NoteField() {
  const t = useText();
  const words = { label: t("casepage.form.note"), hint: t("casepage.form.noteHint") };
  const { onInput, warning } = useDelicate();
  return (
    <div>
      <TextAreaField name="note" {...words} rows={2} maxLength={2000} onInput={onInput} />
      {warning}
    </div>
  );
}

/** The gate is against a call now; it was made all the same, so it is recorded with the reason. */
export function CallOverride({ model, inbound }: { model: DeskModel; inbound: boolean }) {
  const t = useText();
  if (inbound || model.callBlocks.length === 0) return null;
  return (
    <>
      <Notice>{model.callBlocks.join(" ")}</Notice>
      <TextField name="overrideNote" label={t("casepage.form.override")} maxLength={500} />
    </>
  );
}
