import { Table } from "@/components/ui/table";
import type { OldRent, OpenSettlement } from "@/lib/bulk/queries/yearly";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { TenantLink } from "./tenant-link";

type Tenant = Pick<OldRent, "tenancyId" | "number" | "salutation" | "initials" | "prefix" | "lastName">;

const Who = ({ row }: { row: Tenant }) => (
  <TenantLink tenancyId={row.tenancyId} name={row.lastName ? formatPersonName({ ...row, lastName: row.lastName }) : row.number} />
);

/** Who still transfers what the rent was, with both amounts; of whom a letter was asked already, when. */
export function OldRentTable({ rows, t }: { rows: readonly OldRent[]; t: Translate }) {
  const columns = [
    { label: t("bulk.column.who") },
    { label: t("bulk.column.where") },
    { label: t("bulk.yearly.paid"), num: true },
    { label: t("bulk.yearly.rent"), num: true },
    { label: t("bulk.yearly.letter") },
  ];
  return (
    <Table caption={t("bulk.yearly.oldRent")} hideCaption columns={columns}>
      {rows.map((row) => (
        <tr key={row.tenancyId}>
          <td>
            <Who row={row} />
          </td>
          <td>{formatAddress(row)}</td>
          <td className="num">
            {formatEuro(BigInt(row.before))}
            <span className="block text-s text-ink-2">{formatDay(row.paidOn, "dated", t.lang)}</span>
          </td>
          <td className="num">
            {formatEuro(BigInt(row.rent))}
            <span className="block text-s text-ink-2">
              {t("bulk.yearly.since", { day: formatDay(row.since, "dated", t.lang) })}
            </span>
          </td>
          <td>{row.askedOn ? t("bulk.yearly.askedOn", { day: formatDay(row.askedOn, "dated", t.lang) }) : t("bulk.along")}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Settlements of which something is open; each person has their own case or gets one by the rules. */
export function SettlementTable({ rows, t }: { rows: readonly OpenSettlement[]; t: Translate }) {
  const columns = [
    { label: t("bulk.column.who") },
    { label: t("bulk.column.where") },
    { label: t("bulk.yearly.due"), num: true },
    { label: t("bulk.yearly.open"), num: true },
    { label: t("bulk.yearly.case") },
  ];
  return (
    <Table caption={t("bulk.yearly.settlement")} hideCaption columns={columns}>
      {rows.map((row) => (
        <tr key={`${row.tenancyId} ${row.since}`}>
          <td>
            <Who row={row} />
          </td>
          <td>{formatAddress(row)}</td>
          <td className="num">{formatDay(row.since, "dated", t.lang)}</td>
          <td className="num">
            {formatEuro(row.openCents)}
            <span className="block text-s text-ink-2">{t("bulk.yearly.of", { amount: formatEuro(BigInt(row.amount)) })}</span>
          </td>
          <td>{t(row.open ? "bulk.yearly.caseOpen" : "bulk.yearly.noCase")}</td>
        </tr>
      ))}
    </Table>
  );
}
