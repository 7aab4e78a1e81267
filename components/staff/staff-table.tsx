import { Table } from "@/components/ui/table";
import type { Translate } from "@/lib/i18n/phrase";
import type { StaffRow } from "@/lib/staff/queries";
import { ManageColleague } from "./manage-colleague";

/** Everybody with a place, or who had one. */
export function StaffTable({ t, rows, me, here }: { t: Translate; rows: readonly StaffRow[]; me: number | null; here: string }) {
  const columns = [
    t("staff.name"),
    t("staff.role"),
    t("staff.sessions"),
    <span key="do" className="sr-only">
      {t("staff.manage")}
    </span>,
  ];
  return (
    <Table caption={t("staff.colleagues")} hideCaption columns={columns.map((label) => ({ label }))}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <span className={row.active ? "font-semibold" : "text-ink-2"}>{row.name}</span>
            {row.id === me && <span className="sub">, {t("staff.you")}</span>}
            <br />
            <span className="sub">{row.email}</span>
          </th>
          <td>
            {t(`common.role.${row.role}`)}
            {!row.active && (
              <>
                <br />
                <span className="sub">{t("staff.inactive")}</span>
              </>
            )}
          </td>
          <td>
            {row.sessions.length ? (
              t("staff.sessionCount", { count: row.sessions.length })
            ) : (
              <span className="text-ink-2">{t("staff.noSession")}</span>
            )}
          </td>
          <td className="num">
            <ManageColleague t={t} row={row} self={row.id === me} here={here} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
