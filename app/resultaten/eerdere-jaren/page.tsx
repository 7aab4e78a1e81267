import styles from "@/components/dashboard/dashboard.module.css";
import { PastForm } from "@/components/dashboard/past-form";
import { enter } from "@/lib/auth/session";
import { pastFigures } from "@/lib/dashboard/queries/past";
import { formatCount, formatEuro } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

export default async function PastFiguresPage() {
  await enter("page:/resultaten/eerdere-jaren");
  const [t, rows] = await Promise.all([translator(), pastFigures()]);
  const d = (key: string) => t(`dashboard.${key}`);
  return (
    <main id="main" className={styles.page}>
      <p>
        <a href="/resultaten">{d("back")}</a>
      </p>
      <h1 className={styles.say}>{d("pastTitle")}</h1>
      <p className="max-w-152">{d("pastIntro")}</p>
      {rows.length === 0 ? (
        <p className={styles.sub}>{d("pastNone")}</p>
      ) : (
        <table className={`${styles.table} max-w-192 mt-4`}>
          <thead>
            <tr>
              <th scope="col">{d("pastPeriod")}</th>
              <th scope="col">{d("pastKind")}</th>
              <th scope="col" className={styles.num}>
                {d("pastValue")}
              </th>
              <th scope="col" className={styles.source}>
                {d("pastSource")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.period}</td>
                <td>{d(`pastKind_${row.kind}`)}</td>
                <td className={styles.num}>{row.kind === "arrears" ? formatEuro(row.value) : formatCount(row.value)}</td>
                <td className={styles.source}>{row.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PastForm
        words={{
          kind: d("pastKind"),
          arrears: d("pastKind_arrears"),
          evictions: d("pastKind_evictions"),
          period: d("pastPeriod"),
          periodHint: d("pastPeriodHint"),
          value: d("pastValue"),
          source: d("pastSource"),
          sourceHint: d("pastSourceHint"),
          save: d("pastSave"),
          saved: d("pastSaved"),
        }}
      />
    </main>
  );
}
