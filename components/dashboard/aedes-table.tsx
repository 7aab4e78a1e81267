import type { Board } from "@/lib/dashboard/queries/board";
import { formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./dashboard.module.css";

type Row = readonly [label: string, now: string | number, before: string | number, href?: string];

/** The counts the yearly Aedes survey asks for, beside those of the same months a year before. */
export function AedesTable({ board, t }: { board: Board; t: Translate }) {
  const { law, lawBefore, bands } = board;
  const list = (kind: string) => `/resultaten/lijst?soort=${kind}&maand=${board.month}`;
  const euros = (amount: Board["before"]) => (amount === null ? t("dashboard.unknown") : formatEuro(amount));
  const behind = bands.reduce((n, band) => n + band.tenants, 0);
  const behindBefore = bands.every((band) => band.before !== null)
    ? bands.reduce((n, band) => n + (band.before ?? 0), 0)
    : t("dashboard.unknown");
  const between = (pick: (band: (typeof bands)[number]) => number) =>
    bands.filter((band) => band.code === "from1" || band.code === "from2").reduce((n, band) => n + pick(band), 0);
  const split = (
    label: "aedesByReason" | "aedesByHousehold",
    name: "reason" | "household",
    now: Readonly<Record<string, number>>,
    before: Readonly<Record<string, number>>,
  ): Row[] =>
    [...new Set([...Object.keys(now), ...Object.keys(before)])]
      .sort()
      .map((code) => [t(`dashboard.${label}`, { [name]: t(`dashboard.${name}_${code}`) }), now[code] ?? 0, before[code] ?? 0]);
  const rows: Row[] = [
    [t("dashboard.aedesSitting"), formatEuro(board.arrears ?? 0n), euros(board.before), list("achterstand")],
    [t("dashboard.aedesDeparted"), formatEuro(board.departed ?? 0n), euros(board.departedBefore), list("vertrokken")],
    [t("dashboard.aedesBehind"), behind, behindBefore, list("achterstand")],
    [t("dashboard.aedesOneToThree"), between((b) => b.tenants), between((b) => b.before ?? 0)],
    [t("dashboard.aedesArrangements"), law.arrangements, lawBefore.arrangements],
    [t("dashboard.aedesReported"), law.reported, lawBefore.reported],
    [t("dashboard.aedesHelped"), law.helped, lawBefore.helped],
    [t("dashboard.aedesJudgments"), law.judgments, lawBefore.judgments],
    [t("dashboard.aedesNotices"), law.notices, lawBefore.notices],
    [t("dashboard.aedesEvictions"), law.evictions, board.evictionsBefore.count, list("uitzettingen")],
    ...split("aedesByReason", "reason", law.byReason, lawBefore.byReason),
    ...split("aedesByHousehold", "household", law.byHousehold, lawBefore.byHousehold),
    [t("dashboard.aedesAverted"), law.averted, lawBefore.averted],
    [t("dashboard.aedesKeys"), law.keysReturned, lawBefore.keysReturned],
    [t("dashboard.aedesSilent"), law.leftSilently, lawBefore.leftSilently],
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("dashboard.aedesQuestion")}</th>
          <th scope="col" className={styles.num}>
            {t("dashboard.thisYear")}
          </th>
          <th scope="col" className={styles.num}>
            {t("dashboard.yearBefore")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, value, before, href]) => (
          <tr key={label}>
            <td>{label}</td>
            <td className={styles.num}>{href ? <a href={href}>{value}</a> : value}</td>
            <td className={styles.num}>{before}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
