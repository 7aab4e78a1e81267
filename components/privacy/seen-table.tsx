import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { SeenRow } from "@/lib/privacy/queries/access-log";

/** Who saw what, newest first. */
export function SeenTable({ rows, t, own = false }: { rows: readonly SeenRow[]; t: Translate; own?: boolean }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-m [&_td]:border-b [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-4 [&_th]:pr-4">
        <thead>
          <tr className="text-s text-ink-2">
            <th>{t("privacy.log.at")}</th>
            {!own && <th>{t("privacy.log.who")}</th>}
            <th>{t("privacy.log.what")}</th>
            <th>{t("privacy.log.contract")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="whitespace-nowrap">{formatMoment(row.at, "weekdayShort", t.lang)}</td>
              {!own && (
                <td>
                  {row.name}, <span className="text-ink-2">{t(`common.role.${row.role}`)}</span>
                </td>
              )}
              <td>
                {t(`privacy.what.${row.what}`)}
                {row.subject && <span className="text-ink-2"> {row.subject}</span>}
                {row.reason && <span className="block text-s">{row.reason}</span>}
              </td>
              <td>{row.number ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
