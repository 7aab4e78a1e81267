import { randomUUID } from "node:crypto";
import { deskFor } from "@/components/cases/case-parts";
import { GateWords } from "@/components/cases/gate-words";
import { isPanel } from "@/components/cases/primary";
import { standingOf } from "@/components/cases/why";
import { Measure } from "@/components/queue/measure";
import { OpenDesk } from "@/components/queue/open-desk";
import { Position } from "@/components/queue/position";
import styles from "@/components/queue/queue.module.css";
import { saw } from "@/lib/audit/jobs";
import type { Actor } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { boardView } from "@/lib/cases/domain/board-view";
import { caseView } from "@/lib/cases/queries/case-view";
import { gatesOf } from "@/lib/cases/queries/gates";
import { subjectOfCase } from "@/lib/drafts/domain";
import { draftsAt } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { filterHref } from "@/lib/queue/domain/filter";
import type { QueueList } from "@/lib/queue/domain/window";
import { type DeskColleague } from "@/lib/staff/queries/staff";

interface OpenCaseProps {
  actor: Actor;
  list: QueueList;
  colleagues: readonly DeskColleague[];
  vorm: string | string[] | undefined;
}

/** The chosen case with its facts, or a word when there is none. */
export async function OpenCase({ actor, list, colleagues, vorm }: OpenCaseProps) {
  const t = await translator();
  const found = list.chosenId === null ? null : await caseView(list.chosenId);
  const view = found && actor.role === "management" ? boardView(found) : found;
  if (!view)
    return (
      <div className={styles.case}>
        {list.rows.length > 0 && <p className="grid place-items-center min-h-[60%]">{t("queue.choose")}</p>}
      </div>
    );
  await saw(actor, "case", { tenancyId: view.tenancyId });
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
      colleagues={colleagues}
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
