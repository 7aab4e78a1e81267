import Link from "next/link";
import { Table } from "@/components/ui/table";
import type { PreviewRow } from "@/lib/bulk/domain/bulk";
import type { Translate } from "@/lib/i18n/phrase";
import { resultWords } from "./words";

/** Who goes along, and who does not and why. */
export function PreviewTable({ rows, caption, t }: { rows: readonly PreviewRow[]; caption: string; t: Translate }) {
  const columns = ["who", "where", "what"].map((name) => ({ label: t(`bulk.column.${name}`) }));
  return (
    <Table caption={caption} hideCaption columns={columns}>
      {rows.map((row) => (
        <tr key={row.tenancyId} className={row.out ? "text-ink-2" : undefined}>
          <td>
            <Link className="inline-block min-h-6" href={`/dossier/${row.tenancyId}`} prefetch={false}>
              {row.name}
            </Link>
          </td>
          <td>{row.place}</td>
          <td>{row.out ? t("bulk.notBecause", { why: resultWords(row.out, t) }) : t("bulk.along")}</td>
        </tr>
      ))}
    </Table>
  );
}
