"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { DayField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { authorise, endAuthority } from "@/lib/cases/actions";
import type { Day } from "@/lib/kernel/day";
import { SCOPES } from "@/lib/tenancies/domain/authority";

interface Mandate {
  readonly personId: number;
  /** `J. Smit, contactpersoon; alleen afspraken, t/m 1 mei 2027` */
  readonly words: string;
  readonly commandId: string;
}
interface Props {
  tenancyId: number;
  commandId: string;
  today: Day;
  mandates: readonly Mandate[];
}

/** Whom the tenant lets speak for them, and the form to add somebody. */
export function Mandates({ tenancyId, commandId, today, mandates }: Props) {
  const t = useText();
  const router = useRouter();
  const after = () => router.refresh();
  return (
    <details className="open:[&>form]:pt-2 open:[&>form]:pb-3">
      <summary>{t("casepage.mandate.title", { count: mandates.length })}</summary>
      {mandates.map((mandate) => (
        <ActionForm
          key={mandate.personId}
          action={endAuthority}
          hidden={{ commandId: mandate.commandId, tenancyId, personId: mandate.personId }}
          onDone={after}
        >
          <p>{mandate.words}</p>
          <SubmitButton kind="plain" size="small">
            {t("casepage.mandate.end")}
          </SubmitButton>
        </ActionForm>
      ))}
      <ActionForm action={authorise} hidden={{ commandId, tenancyId }} onDone={after} draft="machtiging">
        <p className="text-s text-ink-2">{t("casepage.mandate.hint")}</p>
        <TextField name="initials" label={t("casepage.mandate.initials")} maxLength={20} autoComplete="off" />
        <TextField name="prefix" label={t("casepage.mandate.prefix")} maxLength={20} autoComplete="off" />
        <TextField name="lastName" label={t("casepage.mandate.lastName")} maxLength={80} autoComplete="off" />
        <TextField name="number" type="tel" label={t("casepage.mandate.number")} maxLength={30} autoComplete="off" />
        <Choices
          name="scope"
          legend={t("casepage.mandate.scope")}
          chosen="appointments"
          options={SCOPES.map((scope) => ({ value: scope, label: t(`casepage.mandate.${scope}`) }))}
        />
        <DayField name="until" label={t("casepage.mandate.until")} hint={t("casepage.mandate.untilHint")} min={today} />
        <SubmitButton kind="plain" size="small">
          {t("casepage.mandate.save")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
