import { Rich } from "@/components/ui/rich";
import type { CaseView, TimelineItem } from "@/lib/cases/domain/view";
import { formatDay, formatTime } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./case.module.css";
import { timelineWords } from "./timeline-words";

const SHOWN = 12;
/** What people did and said; the moment of it matters. */
const TIMED: ReadonlySet<string> = new Set(["call", "inbound", "desk", "sms", "ring", "visit", "note", "promise", "disclosure"]);

/** `di 10 nov, 15:20`; the year when it is another one. */
function dayWords(item: TimelineItem, view: CaseView, t: Translate): string {
  const other = item.day.slice(0, 4) !== view.day.slice(0, 4);
  const day = formatDay(item.day, other ? "dated" : "weekdayShort", t.lang);
  return item.at && TIMED.has(item.code) ? `${day}, ${formatTime(new Date(item.at))}` : day;
}

function Lines({
  items,
  view,
  staffId,
  t,
}: {
  items: readonly TimelineItem[];
  view: CaseView;
  staffId: number | null;
  t: Translate;
}) {
  return (
    <ol className={styles.timeline}>
      {items.map((item, index) => (
        <li key={index} data-kind={item.code}>
          <time dateTime={item.at ?? item.day}>{dayWords(item, view, t)}</time>
          <div>
            <Rich parts={timelineWords(item, view, staffId, t)} />
            {typeof item.values.note === "string" && <p className={styles.said}>{item.values.note}</p>}
            {typeof item.values.detail === "string" && <p className={styles.said}>{item.values.detail}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What happened, newest first; the older part is folded. */
export function Timeline({ view, staffId, t }: { view: CaseView; staffId: number | null; t: Translate }) {
  const recent = view.timeline.slice(0, SHOWN);
  const older = view.timeline.slice(SHOWN);
  return (
    <section className={styles.part} aria-labelledby="wat-er-gebeurde">
      <div className={styles.partHead}>
        <h2 id="wat-er-gebeurde">{t("casepage.timeline.title")}</h2>
      </div>
      {recent.length === 0 ? (
        <p className="sub">{t("casepage.timeline.none")}</p>
      ) : (
        <Lines items={recent} view={view} staffId={staffId} t={t} />
      )}
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{t("casepage.timeline.showAll", { count: older.length })}</summary>
          <Lines items={older} view={view} staffId={staffId} t={t} />
        </details>
      )}
    </section>
  );
}
