import type { Cents } from "@/lib/kernel/money";
import styles from "./dashboard.module.css";

interface BandRow {
  readonly label: string;
  readonly tenants: number;
  readonly before: number | null;
  readonly overdue: Cents;
  readonly href: string;
}

/** Who is how many months behind: a bar for now, a tick for the year before, each row opens its list. */
export function BandBars({
  rows,
  title,
  heads,
  euros,
}: {
  rows: readonly BandRow[];
  title: string;
  heads: readonly [string, string, string];
  euros: (c: Cents) => string;
}) {
  const most = Math.max(1, ...rows.flatMap((row) => [row.tenants, row.before ?? 0]));
  const scale = 180 / most;
  return (
    <svg className={styles.chart} viewBox="0 0 416 244" role="group" aria-label={title}>
      <text x="0" y="12">
        {heads[0]}
      </text>
      <text x="98" y="12">
        {heads[1]}
      </text>
      <text x="416" y="12" textAnchor="end">
        {heads[2]}
      </text>
      {rows.map((row, i) => {
        const y = 24 + i * 43;
        const width = row.tenants * scale;
        const inside = width > 50;
        const tick = row.before === null ? null : 98 + row.before * scale;
        const after = tick !== null && !inside && tick > 98 + width && tick < 98 + width + 34 ? tick + 6 : 98 + width + 6;
        return (
          <g key={row.label}>
            <a href={row.href} aria-label={`${row.label}: ${row.tenants}, ${euros(row.overdue)}`}>
              <rect x="0" y={y} width="416" height="43" fill="transparent" />
              <path d={`M0 ${y}H416`} stroke="var(--line)" />
              <text className={styles.row} x="0" y={y + 25}>
                {row.label}
              </text>
              <rect x="98" y={y + 11} width={width} height="19" fill="var(--accent)" />
              {tick !== null && <path d={`M${tick} ${y + 7}v27`} stroke="var(--ink)" strokeWidth="2" />}
              {inside ? (
                <text x={98 + width - 6} y={y + 25} textAnchor="end" className={`${styles.count} ${styles.inBar}`}>
                  {row.tenants}
                </text>
              ) : (
                <text className={styles.count} x={after} y={y + 25}>
                  {row.tenants}
                </text>
              )}
              <text className={styles.row} x="416" y={y + 25} textAnchor="end">
                {euros(row.overdue)}
              </text>
            </a>
            {tick !== null && inside && (
              <text x={Math.max(tick, 98 + width) + 6} y={y + 25}>
                {row.before}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface WayRow {
  readonly label: string;
  readonly tried: number;
  readonly reached: number;
  readonly day: string;
}

/** The way from first contact to cured: tried is outlined, reached is filled. */
export function WayBars({
  rows,
  title,
  heads,
  of,
}: {
  rows: readonly WayRow[];
  title: string;
  heads: readonly [string, string, string];
  of: (reached: number, tried: number) => string;
}) {
  const scale = 170 / Math.max(1, ...rows.map((row) => row.tried));
  return (
    <svg className={styles.chart} viewBox="0 0 416 196" role="img" aria-label={title}>
      <text x="0" y="12">
        {heads[0]}
      </text>
      <text x="98" y="12">
        {heads[1]}
      </text>
      <text x="416" y="12" textAnchor="end">
        {heads[2]}
      </text>
      {rows.map((row, i) => {
        const y = 24 + i * 34;
        return (
          <g key={row.label}>
            <path d={`M0 ${y}H416`} stroke="var(--line)" />
            <text className={styles.row} x="0" y={y + 21}>
              {row.label}
            </text>
            {row.tried > 0 && (
              <rect
                x="98.75"
                y={y + 8}
                width={Math.max(2, row.tried * scale)}
                height="16"
                fill="none"
                stroke="var(--accent)"
                strokeWidth="1.5"
              />
            )}
            <rect x="98" y={y + 8} width={row.reached * scale} height="16" fill="var(--accent)" />
            <text x={98 + Math.max(2, row.tried * scale) + 10} y={y + 21} className={styles.row}>
              {of(row.reached, row.tried)}
            </text>
            <text x="416" y={y + 21} textAnchor="end">
              {row.day}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
