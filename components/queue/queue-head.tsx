import Link from "next/link";
import type { Translate } from "@/lib/i18n/phrase";
import { filterHref, type QueueList, TABS, tabWord } from "@/lib/queue/domain";
import { Find } from "../shell/find";
import { FilterSentence } from "./filter-sentence";
import styles from "./queue.module.css";
import { rowStep } from "./row-words";

/** Tabs with their counts, and under them the filter as a sentence. */
export function QueueHead({
  list,
  buildings,
  t,
}: {
  list: QueueList;
  buildings: readonly { code: string; name: string }[];
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
            href={filterHref({ tab, building: filter.building })}
            prefetch={false}
            aria-current={!filter.search && tab === filter.tab ? "page" : undefined}
          >
            {t(`queue.tab.${tab}`)} <i>{list.counts[tab]}</i>
          </Link>
        ))}
      </nav>
      {filter.search ? (
        <p className={styles.filter}>
          {t("queue.search.found", { count: list.found?.length ?? 0, search: filter.search })}.{" "}
          <Link href={filterHref({ tab: filter.tab, building: filter.building })}>{t("queue.search.close")}</Link>
          {(list.found?.length ?? 0) >= 50 && <> {t("queue.search.more")}</>}
        </p>
      ) : (
        <FilterSentence
          tab={tabWord(filter.tab)}
          step={filter.step}
          building={filter.building}
          steps={list.steps.map(({ step, count }) => ({
            value: step,
            label: `${rowStep({ doing: step, represented: false }, t)} (${count})`,
          }))}
          buildings={buildings.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
    </>
  );
}
