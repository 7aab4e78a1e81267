import { ActionForm } from "@/components/ui/action-form";
import { DayField, MoneyField, SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { notePayment } from "@/lib/bank/actions";
import { PAYMENT_KINDS } from "@/lib/bank/domain/choices";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";

/** A tenant paid at the desk, or a returned debit is collected again. */
export function PaymentForm({ t, contract, day, commandId }: { t: Translate; contract: string; day: Day; commandId: string }) {
  const kinds = PAYMENT_KINDS.map((kind) => ({ value: kind, label: t(`bank.provisional.${kind}`) }));
  return (
    <ActionForm
      action={notePayment}
      hidden={{ commandId }}
      done={t("bank.provisional.done")}
      draft="betaling"
      className="form-line"
    >
      <TextField name="number" label={t("bank.screen.number")} defaultValue={contract} autoComplete="off" />
      <SelectField name="kind" label={t("bank.provisional.how")} options={kinds} />
      <MoneyField name="cents" label={t("bank.split.amount")} />
      <TextField name="receiptNumber" label={t("bank.provisional.receipt")} autoComplete="off" />
      <DayField name="day" label={t("bank.provisional.day")} defaultValue={day} />
      <SubmitButton>{t("bank.provisional.do")}</SubmitButton>
    </ActionForm>
  );
}
