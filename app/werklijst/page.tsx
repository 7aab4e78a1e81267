import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { deskFor } from "@/components/cases/case-parts";
import { GateWords } from "@/components/cases/gate-words";
import { isPanel } from "@/components/cases/primary";
import { standingOf } from "@/components/cases/why";
import { CaseArea } from "@/components/queue/case-area";
import { EmptyList } from "@/components/queue/empty-list";
import { Follow } from "@/components/queue/follow";
import { Measure } from "@/components/queue/measure";
import { OpenDesk } from "@/components/queue/open-desk";
import { Position } from "@/components/queue/position";
import styles from "@/components/queue/queue.module.css";
import { QueueHead } from "@/components/queue/queue-head";
import { QueueRows } from "@/components/queue/queue-rows";
import { Tray } from "@/components/queue/tray";
import type { Actor } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { caseView } from "@/lib/cases/queries/case-view";
import { gatesOf } from "@/lib/cases/queries/gates";
import { lastAct } from "@/lib/cases/queries/last-act";
import { subjectOfCase } from "@/lib/drafts/domain";
import { casesWithDrafts, draftsAt } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import type { QueueList } from "@/lib/queue/domain";
import { filterHref } from "@/lib/queue/domain";
import { buildingsWithWork, queueList } from "@/lib/queue/queries";
import { readFilter } from "@/lib/queue/schema";

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
  const [list, buildings, act, unrecorded] = await Promise.all([
    queueList(filter, clock.day),
    buildingsWithWork(),
    just ? lastAct(actor, just) : null,
    casesWithDrafts(actor),
  ]);
  const back = filterHref({ ...filter, chosen: just });
  return (
    <main id="main" className={styles.desk} data-chosen={filter.chosen ? "yes" : "no"}>
      <Follow tenancyId={list.chosenId} />
      <section className={styles.list} aria-label={t("queue.listLabel")}>
        {/* On a phone list and case are screens of their own, so each needs its title; on a desk the case's name is it. */}
        <h1 className={styles.phoneTitle}>{t("queue.title")}</h1>
        <QueueHead list={list} buildings={buildings} t={t} />
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
        <OpenCase actor={actor} list={list} vorm={query.vorm} />
      </CaseArea>
    </main>
  );
}

/** The chosen case with its facts, or a word when there is none. */
async function OpenCase({ actor, list, vorm }: { actor: Actor; list: QueueList; vorm: Query[string] }) {
  const t = await translator();
  const view = list.chosenId === null ? null : await caseView(list.chosenId);
  if (!view)
    return (
      <div className={styles.case}>
        {list.rows.length > 0 && <p className="grid place-items-center min-h-[60%]">{t("queue.choose")}</p>}
      </div>
    );
  const subject = subjectOfCase(view.tenancyId);
  const [gates, drafts] = await Promise.all([gatesOf(actor, await now(), view), draftsAt(actor, subject)]);
  const writes = actor.role !== "system" && allowed(actor.role, "action:cases.logCall");
  const net = { net: String(view.tenancyId) };
  const next = list.place?.nextId ?? list.place?.previousId ?? null;
  const ways = {
    after: filterHref({ ...list.filter, chosen: next }, net),
    stay: filterHref({ ...list.filter, chosen: view.tenancyId }, net),
  };
  return (
    <OpenDesk
      view={view}
      drafts={drafts}
      actor={actor}
      head={<Position list={list} t={t} />}
      measure={<Measure day={view.day} part={view.part} bankThrough={list.bankThrough} accounts={list.accounts} t={t} />}
      desk={writes ? deskFor(view, gates, ways, t) : null}
      panel={isPanel(vorm) ? vorm : null}
      gate={<GateWords call={gates.call} standing={standingOf(view, t)} t={t} />}
      commandId={randomUUID()}
      t={t}
    />
  );
}
