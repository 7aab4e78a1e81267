import Link from "next/link";
import { KeyHint } from "@/components/ui/key-hint";
import type { Translate } from "@/lib/i18n/phrase";
import { filterHref } from "@/lib/queue/domain/filter";
import type { QueueList } from "@/lib/queue/domain/window";

/** `4 van 23`, with the previous and the next one of the same list. */
export function Position({ list, t }: { list: QueueList; t: Translate }) {
  const { place, filter } = list;
  const step = (id: number | null, word: "previous" | "next", key: string) =>
    id !== null && (
      <Link
        href={filterHref({ ...filter, chosen: id })}
        data-key={key}
        aria-keyshortcuts={key}
        className="no-underline leading-7 hover:text-ink hover:underline max-[720px]:leading-11"
      >
        {t(`queue.${word}`)} <KeyHint>{key}</KeyHint>
      </Link>
    );
  return (
    <nav
      className="flex flex-wrap items-center gap-x-3 min-h-11 text-ink-2 font-normal text-s [&_b]:text-ink
        print:hidden"
      aria-label={place ? t("queue.position", { place: place.place, total: place.total }) : t("queue.notInList")}
    >
      <Link
        href={filterHref({ ...filter, chosen: null })}
        className="hidden max-[720px]:flex max-[720px]:items-center max-[720px]:min-h-11"
      >
        {t("queue.backToList")}
      </Link>
      {place ? (
        <>
          <b>{t("queue.position", { place: place.place, total: place.total })}</b>
          {step(place.previousId, "previous", "K")}
          {step(place.nextId, "next", "J")}
        </>
      ) : (
        <>
          {!filter.search && <span>{t("queue.notInList")}</span>}
          {step(list.rows[0]?.tenancyId ?? null, "next", "J")}
        </>
      )}
    </nav>
  );
}
