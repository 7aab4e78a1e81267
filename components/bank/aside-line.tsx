import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { SubmitButton } from "@/components/ui/submit-button";
import { setAside } from "@/lib/bank/actions";
import { ASIDE_REASONS } from "@/lib/bank/domain/choices";
import type { Translate } from "@/lib/i18n/phrase";

/** The money is no tenant's: one says why. */
export function AsideLine({ t, lineId, commandId }: { t: Translate; lineId: number; commandId: string }) {
  const options = ASIDE_REASONS.map((reason, at) => ({
    value: reason,
    label: t(`bank.aside.${reason}`),
    hotkey: String(at + 1),
  }));
  return (
    <ActionForm id="place" action={setAside} hidden={{ commandId, lineId }}>
      <div data-first>
        <Choices name="reason" legend={t("bank.aside.why")} options={options} chosen={ASIDE_REASONS[0]} />
      </div>
      <SubmitButton>{t("bank.aside.do")}</SubmitButton>
    </ActionForm>
  );
}
