import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Worries } from "@/components/caretaker/worries";
import { CaseArea } from "@/components/queue/case-area";
import { EmptyList } from "@/components/queue/empty-list";
import { Follow } from "@/components/queue/follow";
import { NewRows } from "@/components/queue/new-rows";
import styles from "@/components/queue/queue.module.css";
import { QueueHead } from "@/components/queue/queue-head";
import { QueueRows } from "@/components/queue/queue-rows";
import { Tray } from "@/components/queue/tray";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { worriesFor } from "@/lib/caretaker/queries/worries";
import { lastAct } from "@/lib/cases/queries/last-act";
import { casesWithDrafts } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { filterHref } from "@/lib/queue/domain/filter";
import { queueList } from "@/lib/queue/queries/list";
import { savedViews } from "@/lib/queue/queries/views";
import { readFilter } from "@/lib/queue/schema";
import { deskColleagues, mineOf } from "@/lib/staff/queries/staff";
import { OpenCase } from "./open-case";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator())("queue.title") };
}

/** The day's work: whom to contact, in which order, and the case that is open. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await enter("page:/werklijst");
  const query = await searchParams;
  const t = await translator();
  const filter = readFilter(query);
  const clock = await now();
  const just = Number(query.net) || null;
  const colleagues = await deskColleagues(clock.day);
  const [list, views, act, unrecorded, worries] = await Promise.all([
    queueList(filter, clock.day, mineOf(actor, colleagues)),
    savedViews(actor),
    just ? lastAct(actor, just) : null,
    casesWithDrafts(actor),
    worriesFor(actor, clock),
  ]);
  if (list.found) await saw(actor, "list", { subject: "zoeken" });
  const ownId = colleagues.some(({ id }) => id === actor.staffId) ? actor.staffId : null;
  const back = filterHref({ ...filter, chosen: just });
  return (
    <main id="main" className={styles.desk} data-chosen={filter.chosen ? "yes" : "no"}>
      <Follow tenancyId={list.chosenId} />
      <section className={styles.list} aria-label={t("queue.listLabel")}>
        {/* On a phone list and case are screens of their own, so each needs its title; on a desk the case's name is it. */}
        <h1 className={styles.phoneTitle}>{t("queue.title")}</h1>
        <Worries worries={worries} t={t} />
        <QueueHead list={list} from={{ colleagues, ownId }} views={views} t={t} />
        {!list.found && (
          <NewRows key={list.mark} address={filterHref({ ...filter, chosen: null, rows: undefined })} mark={list.mark} />
        )}
        <div className="flex-1 min-h-0 overflow-y-auto overscroll-contain max-[720px]:overflow-visible">
          {(list.found ?? list.rows).length === 0 ? (
            <EmptyList list={list} t={t} />
          ) : (
            <QueueRows list={list} unrecorded={unrecorded} t={t} />
          )}
        </div>
        <Tray act={act} staffId={actor.staffId} commandId={randomUUID()} back={back} t={t} />
      </section>
      <CaseArea of={list.chosenId} t={t}>
        <OpenCase actor={actor} list={list} colleagues={colleagues} vorm={query.vorm} />
      </CaseArea>
    </main>
  );
}
