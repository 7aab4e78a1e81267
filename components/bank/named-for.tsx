import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoNaming } from "@/lib/bank/actions";
import type { Named } from "@/lib/bank/domain/named";
import { formatDay, formatList, formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { monthOf } from "@/lib/kernel/day";

const RENT: ReadonlySet<string> = new Set(["rent", "service", "heating"]);

/** What it is for: months of rent by their name, other charges by their day, instalments as the arrangement they belong to. */
function things(t: Translate, { because, charges }: Named): string {
  if (because === "instalment") return t("bank.named.arrangement");
  const told = charges.map(({ category, dueOn }) =>
    RENT.has(category)
      ? t("bank.named.rent", { month: formatMonth(monthOf(dueOn), "long", t.lang) })
      : t("bank.named.charge", {
          category: t(`bank.category.${category}`).toLowerCase(),
          day: formatDay(dueOn, "dated", t.lang),
        }),
  );
  return formatList([...new Set(told)], t.lang);
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
  const isRead = named.words !== null;
  return (
    <div className="small">
      {isRead ? t("bank.named.read", { what, words: named.words }) : t("bank.named.chosen", { what })}
      {isRead && commandId && (
        <ActionForm action={undoNaming} hidden={{ commandId, paymentId: named.paymentId }}>
          <SubmitButton kind="quiet" size="small">
            {t("bank.named.undo")}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
