import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoDesignation } from "@/lib/bank/actions";
import type { Named } from "@/lib/bank/domain/named";
import { formatDay, formatList, formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { type Day, type Month, monthOf } from "@/lib/kernel/day";
import { isMonthlyRent } from "@/lib/ledger/domain/entry";

/** What it is for: months of rent by their name, other charges by their number or day, instalments as the arrangement they belong to. */
function things(t: Translate, { said, charge }: Named): string {
  const months = (all: readonly Month[]) =>
    formatList(
      all.map((month) => t("bank.named.rent", { month: formatMonth(month, "long", t.lang) })),
      t.lang,
    );
  switch (said.kind) {
    case "months":
      return months(said.months);
    case "collection":
      return months([said.month]);
    case "instalment":
      return t("bank.named.arrangement");
    case "settlement":
      return t("bank.named.settlement", { year: said.year === null ? "none" : String(said.year) });
    case "numbers":
      return t("bank.named.numbers", { numbers: formatList([...said.numbers], t.lang) });
    case "charge":
      if (charge === null) return t("bank.named.numbers", { numbers: said.chargeId });
      return isMonthlyRent(charge)
        ? months([monthOf(charge.dueOn as Day)])
        : t("bank.named.charge", {
            category: t(`bank.category.${charge.category}`).toLowerCase(),
            day: formatDay(charge.dueOn as Day, "dated", t.lang),
          });
  }
}

interface Props {
  t: Translate;
  named: Named;
  /** Null: one may read it, and takes nothing back. */
  commandId: string | null;
}

/** What a receipt is for, why we think so, and the way back to the oldest rent first. */
export function NamedFor({ t, named, commandId }: Props) {
  const what = things(t, named);
  const isRead = named.words !== null && named.because !== "erp";
  return (
    <div className="text-s">
      {isRead
        ? t(named.because === "collection" ? "bank.named.collected" : "bank.named.read", { what, words: named.words })
        : t(named.because === "erp" ? "bank.named.matched" : "bank.named.chosen", { what })}
      {isRead && commandId && (
        <ActionForm action={undoDesignation} hidden={{ commandId, paymentId: named.paymentId }}>
          <SubmitButton kind="quiet" size="small">
            {t("bank.named.undo")}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
