import type { BehindRow, EvictionRow, JudgedRow } from "@/lib/dashboard/queries/lists";
import { formatDay, formatDecimal, formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./dashboard.module.css";
import { addressOf, nameOf } from "./names";

/** The tenants a figure counts, most overdue first; names open the case for whoever may see it. */
export function BehindTable({ rows, linked, t }: { rows: readonly BehindRow[]; linked: boolean; t: Translate }) {
  return (
    <div className="overflow-x-auto">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("dashboard.tenant")}</th>
            <th scope="col">{t("dashboard.address")}</th>
            <th scope="col">{t("dashboard.building")}</th>
            <th scope="col">{t("dashboard.contract")}</th>
            <th scope="col" className={styles.num}>
              {t("dashboard.monthsOpen")}
            </th>
            <th scope="col" className={styles.num}>
              {t("dashboard.inRents")}
            </th>
            <th scope="col" className={styles.num}>
              {t("dashboard.overdue")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.tenancyId}>
              <td>{linked ? <a href={`/dossier/${row.tenancyId}`}>{nameOf(row.name, t)}</a> : nameOf(row.name, t)}</td>
              <td>{addressOf(row.address)}</td>
              <td>{row.building ?? ""}</td>
              <td>{row.number}</td>
              <td className={styles.num}>{row.months}</td>
              <td className={styles.num}>{formatDecimal(row.hundredths / 100)}</td>
              <td className={styles.num}>{formatEuro(row.overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function EvictionTable({ rows, linked, t }: { rows: readonly EvictionRow[]; linked: boolean; t: Translate }) {
  return (
    <div className="overflow-x-auto">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("dashboard.day")}</th>
            <th scope="col">{t("dashboard.tenant")}</th>
            <th scope="col">{t("dashboard.address")}</th>
            <th scope="col">{t("dashboard.reason")}</th>
            <th scope="col">{t("dashboard.household")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.tenancyId} ${row.day}`}>
              <td>{formatDay(row.day, "long", t.lang)}</td>
              <td>{linked ? <a href={`/dossier/${row.tenancyId}`}>{nameOf(row.name, t)}</a> : nameOf(row.name, t)}</td>
              <td>{addressOf(row.address)}</td>
              <td>{t(`dashboard.reason_${row.reason}`)}</td>
              <td>{t(`dashboard.household_${row.household}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function JudgedTable({ rows, linked, t }: { rows: readonly JudgedRow[]; linked: boolean; t: Translate }) {
  return (
    <div className="overflow-x-auto">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("dashboard.judgedOn")}</th>
            <th scope="col">{t("dashboard.tenant")}</th>
            <th scope="col">{t("dashboard.address")}</th>
            <th scope="col">{t("dashboard.becameOf")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.tenancyId}>
              <td>{formatDay(row.day, "long", t.lang)}</td>
              <td>{linked ? <a href={`/dossier/${row.tenancyId}`}>{nameOf(row.name, t)}</a> : nameOf(row.name, t)}</td>
              <td>{addressOf(row.address)}</td>
              <td>{t(`dashboard.becameOne_${row.became}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
