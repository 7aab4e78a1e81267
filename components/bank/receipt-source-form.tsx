import { ActionForm } from "@/components/ui/action-form";
import { DayField, SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { chooseReceiptSource } from "@/lib/bank/actions";
import { RECEIPT_SOURCES } from "@/lib/bank/domain/choices";
import type { ReceiptSource } from "@/lib/bank/queries/receipt-sources";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";

interface Props {
  t: Translate;
  accounts: readonly { readonly id: number; readonly name: string; readonly iban: string }[];
  sources: readonly ReceiptSource[];
  day: Day;
  commandId: string;
}

/** Which source brings the receipts, per account and from a day on: what holds now, and a new choice. */
export function ReceiptSourceForm({ t, accounts, sources, day, commandId }: Props) {
  const nameOf = (id: number | null) => accounts.find((account) => account.id === id)?.name ?? t("bank.receiptSource.all");
  return (
    <>
      <p className="text-s text-ink-2">{t("bank.receiptSource.explain")}</p>
      {sources.length === 0 && <p>{t("bank.receiptSource.none")}</p>}
      <ul>
        {sources.map((one) => (
          <li key={one.accountId ?? "all"}>
            {t("bank.receiptSource.now", {
              account: nameOf(one.accountId),
              source: t(`bank.receiptSource.${one.source}`),
              day: formatDay(one.from, "short", t.lang),
            })}
          </li>
        ))}
      </ul>
      <ActionForm action={chooseReceiptSource} hidden={{ commandId }} className="form-line">
        <SelectField
          name="accountId"
          label={t("bank.receiptSource.account")}
          options={[
            { value: "all", label: t("bank.receiptSource.all") },
            ...accounts.map((account) => ({ value: String(account.id), label: account.name })),
          ]}
        />
        <SelectField
          name="source"
          label={t("bank.receiptSource.source")}
          options={RECEIPT_SOURCES.map((source) => ({ value: source, label: t(`bank.receiptSource.${source}`) }))}
        />
        <DayField name="from" label={t("bank.receiptSource.from")} defaultValue={day} />
        <SubmitButton kind="plain">{t("bank.receiptSource.do")}</SubmitButton>
      </ActionForm>
    </>
  );
}
