import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { PartOfDay } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { AccountThrough } from "@/lib/queue/domain/rows";
import { accountWords } from "../bank/account-words";

interface Props {
  day: Day;
  part: PartOfDay;
  bankThrough: string | null;
  /** Each account, where these differ. */
  accounts?: readonly AccountThrough[];
  t: Translate;
}

/** Which day it is at the desk, and up to when receipts are known. */
export function Measure({ day, part, bankThrough, accounts = [], t }: Props) {
  return (
    <p
      className="flex flex-wrap items-center gap-x-3 min-h-11 text-ink-2 font-normal text-s justify-between
        max-[1100px]:[column-span:all]"
    >
      <span>{t("queue.today", { day: formatDay(day, "weekdayShort", t.lang), part: t(`queue.part.${part}`) })}</span>
      {accounts.map((account) => (
        <span key={account.iban} className={account.gap ? "need" : undefined}>
          {accountWords(t, account)}
        </span>
      ))}
      {accounts.length === 0 && (
        <span>
          {bankThrough ? t("queue.bank", { day: formatDay(bankThrough as Day, "short", t.lang) }) : t("queue.bankUnknown")}
        </span>
      )}
    </p>
  );
}
