import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { filterHref, isNarrowed } from "@/lib/queue/domain/filter";
import type { QueueList } from "@/lib/queue/domain/window";

/** Nobody in this list: what was measured and when, and where the others are. */
export function EmptyList({ list, t }: { list: QueueList; t: Translate }) {
  const { filter, counts, bankThrough, runDay } = list;
  const day = (value: string) => formatDay(value as Day, "weekdayLong", t.lang);
  const filtered = isNarrowed(filter);
  const measured =
    bankThrough && runDay
      ? t("queue.empty.measured", { day: day(bankThrough), run: day(runDay) })
      : t("queue.empty.neverMeasured");
  return (
    <Empty
      title={
        filter.search
          ? t("queue.search.none", { search: list.searched ?? "" })
          : t(`queue.empty.${filtered ? "filtered" : filter.tab}`)
      }
    >
      {!filter.search && <p>{measured}</p>}
      {filtered && <Link href={filterHref({ tab: filter.tab })}>{t("queue.filter.clear")}</Link>}
      {!filtered && !filter.search && filter.tab === "today" && counts.waiting > 0 && (
        <Link href={filterHref({ tab: "waiting" })}>{t("queue.empty.seeWaiting", { count: counts.waiting })}</Link>
      )}
      {!filtered && !filter.search && filter.tab !== "today" && filter.tab !== "all" && counts.all > 0 && (
        <Link href={filterHref({ tab: "all" })}>{t("queue.empty.seeAll", { count: counts.all })}</Link>
      )}
    </Empty>
  );
}
