import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ReadReply } from "@/components/cases/read-reply";
import { Table } from "@/components/ui/table";
import type { ProblemRow } from "@/lib/cases/queries/problems";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";

/** The problems of one kind, each with the way to where it can be solved. */
export function ProblemRows({ t, rows, caption }: { t: Translate; rows: readonly ProblemRow[]; caption: string }) {
  const columns = [{ label: t("problems.whose") }, { label: t("problems.detail") }, { label: t("problems.since"), num: true }];
  return (
    <Table caption={caption} hideCaption columns={columns}>
      {rows.map((row, at) => (
        <tr key={`${row.tenancyId ?? row.value} ${at}`}>
          <td>
            {row.tenancyId !== null ? (
              <Link href={`/dossier/${row.tenancyId}`}>
                {row.lastName ? formatPersonName({ ...row, lastName: row.lastName }) : t("problems.nobody")}
              </Link>
            ) : row.fileId !== null ? (
              <Link href={`/bestanden/${row.fileId}`}>{t("problems.file")}</Link>
            ) : (
              t("problems.unknownSender")
            )}
            {(row.number ?? row.fileId) !== null && (
              <p className="text-s text-ink-2">{t("problems.contract", { number: row.number ?? row.value ?? "" })}</p>
            )}
          </td>
          <td className="wrap-anywhere">
            {row.fileId !== null && row.tenancyId === null ? t("problems.offerContract") : (row.value ?? whereOf(row))}
            {row.replyId !== null && (
              <ReadReply replyId={row.replyId} commandId={randomUUID()} label={t("casepage.reply.read")} />
            )}
          </td>
          <td className="num">{formatDay(row.since, "dated", t.lang)}</td>
        </tr>
      ))}
    </Table>
  );
}

const whereOf = ({ street, houseNumber, ...rest }: ProblemRow): string =>
  street && houseNumber ? formatAddress({ street, houseNumber, ...rest }, "full") : "";
