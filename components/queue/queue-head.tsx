import Link from "next/link";
import type { Translate } from "@/lib/i18n/phrase";
import { acrossTabs, filterHref } from "@/lib/queue/domain/filter";
import { TABS, tabWord } from "@/lib/queue/domain/tabs";
import type { SavedView } from "@/lib/queue/domain/views";
import type { QueueList } from "@/lib/queue/domain/window";
import { Find } from "../shell/find";
import { FilterSentence } from "./filter-sentence";
import { type FilterPlaces, filterWords } from "./filter-words";
import styles from "./queue.module.css";
import { Views } from "./views";

/** Tabs with their counts, and under them the filter as a sentence. */
export function QueueHead({
  list,
  from,
  views,
  t,
}: {
  list: QueueList;
  from: FilterPlaces;
  views: readonly SavedView[];
  t: Translate;
}) {
  const { filter } = list;
  return (
    <>
      {/* On a narrow or much enlarged screen the bar on top has no room for it. */}
      <div className="hidden px-4 pt-3 max-[640px]:block">
        <Find label={t("shell.search")} submit={t("shell.searchDo")} wide />
      </div>
      <nav className={styles.tabs} aria-label={t("queue.tabsLabel")}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            href={filterHref({ ...acrossTabs(filter), tab })}
            prefetch={false}
            aria-current={!filter.search && tab === filter.tab ? "page" : undefined}
          >
            {t(`queue.tab.${tab}`)} <i>{list.counts[tab]}</i>
          </Link>
        ))}
      </nav>
      {filter.search ? (
        <p className={styles.filter}>
          {t("queue.search.found", { count: list.found?.length ?? 0, search: list.searched ?? "" })}.{" "}
          <Link href={filterHref({ ...acrossTabs(filter), tab: filter.tab })}>{t("queue.search.close")}</Link>
          {(list.found?.length ?? 0) >= 50 && <> {t("queue.search.more")}</>}
        </p>
      ) : (
        <div className={`${styles.filter} relative`}>
          <FilterSentence tab={tabWord(filter.tab)} words={filterWords(list, from, t)} />
          {from.ownId !== null && list.total > 0 && filter.tab !== "problems" && (
            <>
              {" "}
              <Link
                href={filterHref({ ...filter, chosen: null, rows: undefined }).replace("/werklijst", "/in-een-keer")}
                prefetch={false}
              >
                {t("bulk.link")}
              </Link>{" "}
            </>
          )}
          <Views views={views} address={filterHref({ ...filter, chosen: null })} />
        </div>
      )}
    </>
  );
}
