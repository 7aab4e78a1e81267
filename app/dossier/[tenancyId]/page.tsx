import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ringingOf } from "@/components/cases/callers";
import { deskFor } from "@/components/cases/case-parts";
import { GateWords } from "@/components/cases/gate-words";
import { isPanel } from "@/components/cases/primary";
import { standingOf } from "@/components/cases/why";
import { Measure } from "@/components/queue/measure";
import { OpenDesk } from "@/components/queue/open-desk";
import styles from "@/components/queue/queue.module.css";
import { Tray } from "@/components/queue/tray";
import { saw } from "@/lib/audit/jobs";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { boardView } from "@/lib/cases/domain/board-view";
import { readRinging } from "@/lib/cases/domain/caller";
import { callersOf } from "@/lib/cases/queries/callers";
import { caseView } from "@/lib/cases/queries/case-view";
import { gatesOf } from "@/lib/cases/queries/gates";
import { lastAct } from "@/lib/cases/queries/last-act";
import { subjectOfCase } from "@/lib/drafts/domain";
import { draftsAt } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { deskColleagues } from "@/lib/staff/queries/staff";

interface Props {
  params: Promise<{ tenancyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator())("casepage.title") };
}

/** One case by itself: for a link in a message, a search, the board that looks along. */
export default async function Page({ params, searchParams }: Props) {
  const actor = await enter("page:/dossier/[tenancyId]");
  const { tenancyId } = await params;
  const query = await searchParams;
  const t = await translator();
  const id = /^\d{1,9}$/.test(tenancyId) ? Number(tenancyId) : 0;
  const found = id > 0 ? await caseView(id) : null;
  const view = found && actor.role === "management" ? boardView(found) : found;
  if (!view) notFound();
  await saw(actor, "case", { tenancyId: view.tenancyId });
  const subject = subjectOfCase(view.tenancyId);
  const [gates, drafts, colleagues, callers] = await Promise.all([
    gatesOf(actor, await now(), view),
    draftsAt(actor, subject),
    deskColleagues(view.day),
    callersOf(view.tenancyId, view.day),
  ]);
  const ringing = ringingOf(readRinging(query), callers);
  const writes = actor.role !== "system" && allowed(actor.role, "action:cases.logCall");
  const here = `/dossier/${view.tenancyId}`;
  const ways = { after: `${here}?net=1`, stay: `${here}?net=1` };
  return (
    <main id="main" className={styles.alone}>
      <div className="col-span-full">
        <Tray
          act={query.net ? await lastAct(actor, view.tenancyId) : null}
          staffId={actor.staffId}
          commandId={randomUUID()}
          back={here}
          t={t}
        />
      </div>
      <OpenDesk
        view={view}
        drafts={drafts}
        actor={actor}
        colleagues={colleagues}
        measure={<Measure day={view.day} part={view.part} bankThrough={view.bankThrough} t={t} />}
        desk={writes ? deskFor(view, gates, ways, t) : null}
        ringing={ringing}
        panel={isPanel(query.vorm) ? query.vorm : null}
        gate={<GateWords call={gates.call} standing={standingOf(view, t)} t={t} />}
        commandId={randomUUID()}
        t={t}
      />
    </main>
  );
}
