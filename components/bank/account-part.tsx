import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { confirmGap } from "@/lib/bank/actions";
import type { Completeness } from "@/lib/bank/queries/complete";
import type { OpenGap, StatementRow } from "@/lib/bank/queries/statements";
import { formatCount, formatDay, formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { accountWords, gapWords } from "./account-words";

interface Props {
  t: Translate;
  account: { readonly id: number; readonly iban: string; readonly name: string };
  complete: Completeness | null;
  rows: readonly StatementRow[];
  gaps: readonly (OpenGap & { readonly commandId: string })[];
  ignored: readonly { readonly because: string; readonly count: number; readonly cents: string }[];
}

/** One account: up to when it is complete, what is missing, and its statements. */
export function AccountPart({ t, account, complete, rows, gaps, ignored }: Props) {
  const columns = [
    { label: t("bank.statements.day") },
    { label: t("bank.statements.opening"), num: true },
    { label: t("bank.statements.closing"), num: true },
    { label: t("bank.statements.lineCount"), num: true },
    { label: t("bank.statements.waiting"), num: true },
  ];
  return (
    <Section className="mt-8" title={account.name} note={account.iban === account.name ? undefined : account.iban}>
      <p>{complete ? accountWords(t, { ...complete, gap: null }) : t("bank.statements.noneYet")}</p>
      {gaps.map((gap) => (
        <div key={gap.id} className="flex flex-wrap items-center gap-4 py-2">
          <span className="need">{gapWords(t, gap)}</span>
          <ActionForm action={confirmGap} hidden={{ commandId: gap.commandId, gapId: gap.id }}>
            <SubmitButton kind="plain" size="small">
              {t("bank.gap.confirm")}
            </SubmitButton>
          </ActionForm>
        </div>
      ))}
      {ignored.map((one) => (
        <p key={one.because} className="text-s text-ink-2">
          {t(`bank.ignored.${one.because}`, { count: one.count, total: formatEuro(BigInt(one.cents)) })}
        </p>
      ))}
      {rows.length > 0 && (
        <Table caption={t("bank.statements.list")} hideCaption columns={columns}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link className="row-link" href={`/afschriften/${row.id}`}>
                  {formatDay(row.toDay, "weekdayShort", t.lang)}
                </Link>
              </td>
              <td className="num">{row.openingCents === null ? "" : <Money cents={BigInt(row.openingCents)} />}</td>
              <td className="num">{row.closingCents === null ? "" : <Money cents={BigInt(row.closingCents)} />}</td>
              <td className="num">{formatCount(row.lines)}</td>
              <td className="num">{row.suspense > 0 ? formatCount(row.suspense) : ""}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
