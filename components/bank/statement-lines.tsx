import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Money } from "@/components/ui/money";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { reverseAllocation } from "@/lib/bank/actions";
import type { LineRow } from "@/lib/bank/queries/statements";
import { formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { NamedFor } from "./named-for";
import { returnWords } from "./return-words";

type Line = LineRow & { readonly commandId: string; readonly nameId: string };

const sentence = (text: string) => text && `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;

/** Why it ended so: the reason, or what together made it certain; and why a payment came back. */
function why(t: Translate, { facts, because, disposition, note, returnReason }: Line): string {
  const code = because === "return" && disposition === "posted" ? "return-found" : because;
  const said = code && t.has(`bank.because.${code}`) ? t(`bank.because.${code}`) : "";
  const reason = facts.length > 0 && because !== "return" ? facts.map((fact) => t(`bank.fact.${fact}`)).join(", ") : said;
  const aside = note && t.has(`bank.aside.${note}`) ? t(`bank.aside.${note}`) : "";
  return [reason, aside, returnReason ? returnWords(t, returnReason) : ""].filter(Boolean).map(sentence).join(" ");
}

/** Whether a collection that the bank booked in one amount is the one we sent. */
function batchWords(t: Translate, { name, oursCents, bookedCents }: NonNullable<Line["batch"]>): string {
  const called = name ?? t("bank.batch.nameless");
  if (oursCents === null) return t("bank.batch.none", { name: called });
  const difference = BigInt(bookedCents) - BigInt(oursCents);
  if (difference === 0n) return t("bank.batch.agrees", { name: called });
  const values = {
    difference: formatEuro(difference),
    booked: formatEuro(BigInt(bookedCents)),
    ours: formatEuro(BigInt(oursCents)),
  };
  return t("bank.batch.differs", { name: called, ...values });
}

const undoable = ({ disposition, because }: Line) =>
  disposition === "posted" ||
  (disposition === "own" && because === "staff") ||
  (disposition === "ignored" && (because === "erp-sent-it" || because === "duplicate"));

function Disposition({ t, line }: { t: Translate; line: Line }) {
  if (line.disposition === "suspense")
    return <Link href={`/te-plaatsen?regel=${line.id}`}>{t("bank.disposition.suspense")}</Link>;
  return (
    <>
      {t(`bank.disposition.${line.disposition}`)}
      {line.places.map((place) => (
        <span key={`${place.tenancyId} ${place.cents}`} className="block">
          <Link href={`/dossier/${place.tenancyId}`}>{place.names ?? place.number}</Link>{" "}
          {line.places.length > 1 && formatEuro(BigInt(place.cents))}
        </span>
      ))}
    </>
  );
}

/** Every line of a statement, what became of it, and the way back. */
export function StatementLines({ t, lines }: { t: Translate; lines: readonly Line[] }) {
  const columns = [
    { label: t("bank.statements.from") },
    { label: t("bank.statements.amount"), num: true },
    { label: t("bank.statements.disposition") },
    { label: t("bank.statements.why") },
    { label: "" },
  ];
  return (
    <Table caption={t("bank.statements.lines")} hideCaption columns={columns}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td>
            {line.counterparty ?? t("bank.screen.unknown")}
            {line.remittance && <p className="text-s text-ink-2">{line.remittance}</p>}
          </td>
          <td className="num">
            <Money cents={BigInt(line.cents)} />
          </td>
          <td>
            <Disposition t={t} line={line} />
          </td>
          <td className="text-s">
            {line.batch ? batchWords(t, line.batch) : why(t, line)}
            {line.named && <NamedFor t={t} named={line.named} commandId={line.nameId} />}
          </td>
          <td>
            {undoable(line) && (
              <ActionForm action={reverseAllocation} hidden={{ commandId: line.commandId, lineId: line.id }}>
                <SubmitButton kind="quiet" size="small">
                  {t("bank.screen.undo")}
                </SubmitButton>
              </ActionForm>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
