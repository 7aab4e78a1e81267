import { randomUUID } from "node:crypto";
import { Rich } from "@/components/ui/rich";
import { lineKey } from "@/lib/cases/domain/acts";
import type { CaseView, TimelineItem } from "@/lib/cases/domain/view";
import { formatDay, formatTime } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { CorrectForm } from "./correct-form";
import { timelineWords } from "./timeline-words";

const SHOWN = 12;
/** What people did and said; the moment of it matters. */
const TIMED: ReadonlySet<string> = new Set(["call", "inbound", "desk", "sms", "ring", "visit", "note", "promise", "disclosure"]);

/** `di 10 nov, 15:20`; the year when it is another one. */
function dayWords(item: TimelineItem, view: CaseView, t: Translate): string {
  const other = item.day.slice(0, 4) !== view.day.slice(0, 4);
  const day = formatDay(item.day, other ? "dated" : "weekdayShort", t.lang);
  // Recorded on a later day: at what hour it was, nobody told.
  return item.at && TIMED.has(item.code) && !item.values.untimed ? `${day}, ${formatTime(new Date(item.at))}` : day;
}

function Lines({
  items,
  view,
  staffId,
  writes,
  t,
}: {
  items: readonly TimelineItem[];
  view: CaseView;
  staffId: number | null;
  writes: boolean;
  t: Translate;
}) {
  const correctable = (item: TimelineItem) => (writes && view.correctable.get(lineKey(item))) || null;
  return (
    <ol
      className="list-none [&_li]:grid [&_li]:grid-cols-[116px_minmax(0,1fr)] [&_li]:gap-4 [&_li]:py-[5px]
        [&_li]:px-0 [&_li]:border-b [&_li]:border-line [&_time]:text-ink-3 [&_time]:font-normal
        [&_time]:text-s [&_time]:leading-5 [&_time]:whitespace-nowrap
        [&_li[data-kind='step']]:text-ink-2 [&_li[data-kind='receipt']]:text-ink-2
        max-[720px]:[&_li]:grid-cols-[1fr] max-[720px]:[&_li]:gap-0"
    >
      {items.map((item, index) => (
        <li key={index} data-kind={item.code}>
          <time dateTime={item.at ?? item.day}>{dayWords(item, view, t)}</time>
          <div>
            <Rich parts={timelineWords(item, view, staffId, t)} />
            {typeof item.values.note === "string" && (
              <p className="mt-0.5 pl-3 border-l-2 border-line text-ink-2 whitespace-pre-line wrap-anywhere">
                {item.code === "visit" && typeof item.values.detail === "string" && <b>{t("casepage.timeline.forTeam")} </b>}
                {item.values.note}
              </p>
            )}
            {typeof item.values.detail === "string" && (
              <p className="mt-0.5 pl-3 border-l-2 border-line text-ink-2 whitespace-pre-line wrap-anywhere">
                {item.code === "visit" && <b>{t("casepage.timeline.forFile")} </b>}
                {item.values.detail}
              </p>
            )}
            {correctable(item) && (
              <CorrectForm undoes={correctable(item) ?? ""} commandId={randomUUID()} what={dayWords(item, view, t)} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface Props {
  view: CaseView;
  staffId: number | null;
  /** One records here, so one may say what was not so. */
  writes: boolean;
  t: Translate;
}

/** What happened, newest first; the older part is folded. */
export function Timeline({ view, staffId, writes, t }: Props) {
  const recent = view.timeline.slice(0, SHOWN);
  const older = view.timeline.slice(SHOWN);
  return (
    <section className="mt-6" aria-labelledby="wat-er-gebeurde">
      <div className="flex flex-wrap items-baseline gap-x-3 mb-2">
        <h2 id="wat-er-gebeurde">{t("casepage.timeline.title")}</h2>
      </div>
      {recent.length === 0 ? (
        <p className="text-s text-ink-2">{t("casepage.timeline.none")}</p>
      ) : (
        <Lines items={recent} view={view} staffId={staffId} writes={writes} t={t} />
      )}
      {older.length > 0 && (
        <details
          className="[&>summary]:py-2 [&>summary]:px-0 [&>summary]:text-ink-2 [&>summary]:font-normal
            [&>summary]:text-s [&>summary]:underline [&>summary]:decoration-control
            [&>summary]:underline-offset-[3px]"
        >
          <summary>{t("casepage.timeline.showAll", { count: older.length })}</summary>
          <Lines items={older} view={view} staffId={staffId} writes={writes} t={t} />
        </details>
      )}
    </section>
  );
}
