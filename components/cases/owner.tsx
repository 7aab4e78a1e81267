"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { assign } from "@/lib/cases/actions";

interface Props {
  tenancyId: number;
  commandIds: readonly [string, string];
  ownerId: number | null;
  /** Whom it can be given to; who is away says until when and who stands in. */
  colleagues: readonly { readonly id: number; readonly label: string }[];
  /** Oneself, when one can have cases. */
  ownId: number | null;
  writes: boolean;
}

/** Who answers for this case, and the ways to take it or give it away. */
export function Owner({ tenancyId, commandIds, ownerId, colleagues, ownId, writes }: Props) {
  const t = useText();
  const router = useRouter();
  const owner = colleagues.find(({ id }) => id === ownerId);
  const after = () => router.refresh();
  return (
    <>
      <p>{owner?.label ?? t("casepage.owner.nobody")}</p>
      {writes && ownId !== null && ownerId !== ownId && (
        <ActionForm action={assign} hidden={{ commandId: commandIds[0], tenancyId, ownerId: ownId }} onDone={after}>
          <SubmitButton kind="quiet" size="small">
            {t("casepage.owner.take")}
          </SubmitButton>
        </ActionForm>
      )}
      {writes && (
        <details className="open:[&>form]:pt-2">
          <summary>{t("casepage.owner.change")}</summary>
          <ActionForm action={assign} hidden={{ commandId: commandIds[1], tenancyId }} onDone={after}>
            <SelectField
              name="ownerId"
              label={t("casepage.owner.label")}
              options={[
                { value: "", label: t("casepage.owner.nobody") },
                ...colleagues.map(({ id, label }) => ({ value: String(id), label })),
              ]}
              defaultValue={ownerId === null ? "" : String(ownerId)}
            />
            <SubmitButton kind="plain" size="small">
              {t("casepage.owner.save")}
            </SubmitButton>
          </ActionForm>
        </details>
      )}
    </>
  );
}
