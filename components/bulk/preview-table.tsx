import { Table } from "@/components/ui/table";
import type { PreviewRow } from "@/lib/bulk/domain/bulk";
import type { Translate } from "@/lib/i18n/phrase";
import { TenantLink } from "./tenant-link";
import { resultWords } from "./words";

/** Who goes along, and who does not and why. */
export function PreviewTable({ rows, caption, t }: { rows: readonly PreviewRow[]; caption: string; t: Translate }) {
  const columns = ["who", "where", "what"].map((name) => ({ label: t(`bulk.column.${name}`) }));
  return (
    <Table caption={caption} hideCaption columns={columns}>
      {rows.map((row) => (
        <tr key={row.tenancyId} className={row.out ? "text-ink-2" : undefined}>
          <td>
            <TenantLink {...row} />
          </td>
          <td>{row.place}</td>
          <td>{row.out ? t("bulk.notBecause", { why: resultWords(row.out, t) }) : t("bulk.along")}</td>
        </tr>
      ))}
    </Table>
  );
}
