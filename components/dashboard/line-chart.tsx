import { axis, type MonthPair } from "@/lib/dashboard/domain";
import type { Month } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import styles from "./dashboard.module.css";

interface Props {
  readonly lines: readonly MonthPair[];
  readonly title: string;
  /** "nov" for a month. */
  readonly shortMonth: (month: Month) => string;
  readonly euros: (amount: Cents) => string;
  readonly nowLabel: string;
  readonly beforeLabel: string;
  readonly changeLabel: string | null;
}

const LEFT = 44;
/** Room on the right for the labels where the lines end. */
const RIGHT = 151;
/** A phone gets a drawing of its own width, so that its words stay as large as the text around it. */
const DESK = { width: 560, monthsApart: 1 };
const PHONE = { width: 185, monthsApart: 3 };
const TOP = 16;
const BOTTOM = 272;

/** Two years as two lines on one zero baseline, labelled where they end; the year before dashed, so that no colour is needed. */
export const LineChart = (props: Props) => (
  <>
    <div className="not-print:max-[720px]:hidden">
      <Drawing {...props} {...DESK} />
    </div>
    <div className="hidden not-print:max-[720px]:block">
      <Drawing {...props} {...PHONE} />
    </div>
  </>
);

function Drawing({
  lines,
  title,
  shortMonth,
  euros,
  nowLabel,
  beforeLabel,
  changeLabel,
  width,
  monthsApart,
}: Props & typeof DESK) {
  const values = lines.flatMap((pair) => [pair.arrears, pair.before]).filter((v): v is Cents => v !== null);
  const { top, step } = axis(values.reduce((a, b) => (a > b ? a : b), 0n as Cents));
  const x = (i: number) => LEFT + (i * width) / (lines.length - 1);
  const y = (cents: Cents) => BOTTOM - (Number(cents) / 100 / top) * (BOTTOM - TOP);
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  const last = lines.at(-1);
  const end = lines.length - 1;
  const [nowY, beforeY] = labelHeights(last?.arrears ? y(last.arrears) : null, last?.before ? y(last.before) : null);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${LEFT + width + RIGHT} 304`} role="img" aria-label={title}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT} ${BOTTOM - (tick / top) * (BOTTOM - TOP)}h${width}`} stroke="var(--line)" />
          <text x={LEFT - 10} y={BOTTOM - (tick / top) * (BOTTOM - TOP) + 4} textAnchor="end">
            {new Intl.NumberFormat("nl-NL").format(top >= 10_000 ? tick / 1000 : tick)}
          </text>
        </g>
      ))}
      {lines.map((pair, i) =>
        (end - i) % monthsApart === 0 ? (
          <text key={pair.month} x={x(i)} y={295} textAnchor="middle">
            {shortMonth(pair.month)}
          </text>
        ) : null,
      )}
      <path
        d={path(
          lines.map((p) => p.before),
          x,
          y,
        )}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth="1.75"
        strokeDasharray="5 4"
      />
      <path
        d={path(
          lines.map((p) => p.arrears),
          x,
          y,
        )}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      {last?.before != null && beforeY !== null && (
        <>
          <circle cx={x(end)} cy={y(last.before)} r="3.5" fill="var(--paper)" stroke="var(--ink-3)" strokeWidth="1.75" />
          <EndLabel x={x(end)} y={beforeY} label={beforeLabel} amount={euros(last.before)} />
        </>
      )}
      {last?.arrears != null && nowY !== null && (
        <>
          <circle cx={x(end)} cy={y(last.arrears)} r="4.5" fill="var(--accent)" />
          <EndLabel x={x(end)} y={nowY} label={nowLabel} amount={euros(last.arrears)} />
        </>
      )}
      {last?.arrears != null && last.before != null && nowY !== null && beforeY !== null && (
        <>
          <path
            d={`M${x(end) + 14} ${y(last.before)}V${y(last.arrears)}m-4 0h8M${x(end) + 10} ${y(last.before)}h8`}
            stroke="var(--ink-2)"
            fill="none"
          />
          {changeLabel && Math.abs(nowY - beforeY) >= 54 && (
            <text className={`${styles.strong} ${styles.big}`} x={x(end) + 26} y={(nowY + beforeY) / 2 + 13}>
              {changeLabel}
            </text>
          )}
        </>
      )}
    </svg>
  );
}

const EndLabel = ({ x, y, label, amount }: { x: number; y: number; label: string; amount: string }) => (
  <>
    <text className={styles.strong} x={x + 26} y={y}>
      {label}
    </text>
    <text x={x + 26} y={y + 16}>
      {amount}
    </text>
  </>
);

/** Where the two end labels stand, kept apart so that they never cover one another. */
function labelHeights(now: number | null, before: number | null): [number | null, number | null] {
  if (now === null || before === null || Math.abs(now - before) >= 40) return [now, before];
  const middle = (now + before) / 2;
  return now > before ? [middle + 20, middle - 20] : [middle - 20, middle + 20];
}

/** A line that breaks where nothing was measured. */
function path(values: readonly (Cents | null)[], x: (i: number) => number, y: (v: Cents) => number): string {
  let pen = false;
  return values
    .map((value, i) => {
      if (value === null) {
        pen = false;
        return "";
      }
      const command = pen ? "L" : "M";
      pen = true;
      return `${command}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join("");
}
