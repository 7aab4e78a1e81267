import { randomUUID } from "node:crypto";
import { NamedFor } from "@/components/bank/named-for";
import { returnWords } from "@/components/bank/return-words";
import { Money } from "@/components/ui/money";
import { Table } from "@/components/ui/table";
import type { Named } from "@/lib/bank/domain/named";
import type { CaseView, LedgerLine } from "@/lib/cases/domain/view";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { unknownBefore } from "./facts-words";
import { Lays } from "./ledger-lays";

const COMES_IN: ReadonlySet<string> = new Set(["payment", "credit"]);

function what(line: LedgerLine, t: Translate): string {
  const kind =
    line.kind === "charge" ? t(`casepage.ledger.category.${line.category ?? "other"}`) : t(`casepage.ledger.${line.kind}`);
  if (line.returnReason) return `${kind}: ${returnWords(t, line.returnReason)}`;
  return line.description && line.description !== kind ? `${kind}, ${line.description}` : kind;
}

function Purpose({ named, mayName, t }: { named: Named | undefined; mayName: boolean; t: Translate }) {
  return named ? <NamedFor t={t} named={named} commandId={mayName ? randomUUID() : null} /> : null;
}

/** The rent account, folded: two years of lines with the balance after each, and under each what lies where. */
export function Ledger({ view, mayName, t }: { view: CaseView; mayName: boolean; t: Translate }) {
  return (
    <details
      className="mt-6 pb-8 [&>summary]:flex [&>summary]:flex-wrap [&>summary]:items-baseline [&>summary]:gap-x-3
        [&>summary]:py-2 [&>summary]:px-0 [&>summary]:border-t [&>summary]:border-line
        [&>summary>:last-child]:ml-auto"
      id="huurrekening"
    >
      <summary>
        <h2>{t("casepage.ledger.title")}</h2>
        <span className="text-s text-ink-2">
          {t("casepage.ledger.open")} <Money cents={view.position.open} />
          {view.position.credit > 0n && (
            <>
              , {t("casepage.ledger.credited")} <Money cents={view.position.credit} />
            </>
          )}
        </span>
      </summary>
      {unknownBefore(view, t).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {view.ledger.length === 0 ? (
        <p>{t("casepage.ledger.empty")}</p>
      ) : (
        <Table
          caption={t("casepage.ledger.caption")}
          columns={[
            { label: t("casepage.ledger.day") },
            { label: t("casepage.ledger.what") },
            { label: t("casepage.ledger.amount"), num: true },
            { label: t("casepage.ledger.balance"), num: true },
          ]}
        >
          {view.ledger.map((line) => (
            <tr key={line.id}>
              <td className="whitespace-nowrap">{formatDay(line.day, "dated", t.lang)}</td>
              <td>
                {what(line, t)}
                <Lays line={line} t={t} />
                <Purpose named={view.named.get(line.id)} mayName={mayName} t={t} />
              </td>
              <td className="num">
                <Money cents={COMES_IN.has(line.kind) ? -line.amount : line.amount} />
              </td>
              <td className="num">
                <Money cents={line.balance} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </details>
  );
}
