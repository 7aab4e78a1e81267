import type { ComponentProps, ReactNode } from "react";
import { CaseOwner } from "@/components/cases/case-owner";
import { CasePane } from "@/components/cases/case-pane";
import type { DeskModel } from "@/components/cases/desk-model";
import { FactsColumn } from "@/components/cases/facts-column";
import { ClaimNotice, Presence } from "@/components/cases/presence";
import type { Panel } from "@/components/cases/primary";
import { TeamNote } from "@/components/cases/team-note";
import { Drafts } from "@/components/ui/drafts";
import type { Actor } from "@/lib/auth/actor";
import { allowed, type Entry } from "@/lib/auth/permissions";
import type { CaseView } from "@/lib/cases/domain/view";
import { subjectOfCase } from "@/lib/drafts/domain";
import type { Translate } from "@/lib/i18n/phrase";
import type { Draft } from "@/lib/kernel/draft";
import type { DeskColleague } from "@/lib/staff/queries/staff";
import styles from "./queue.module.css";

interface Props {
  view: CaseView;
  drafts: readonly Draft[];
  actor: Actor;
  colleagues: readonly DeskColleague[];
  /** Above the case: where it stands in the list. */
  head?: ReactNode;
  measure: ReactNode;
  /** Null: one may read, but records nothing. */
  desk: DeskModel | null;
  panel: Panel | null;
  ringing?: ComponentProps<typeof CasePane>["ringing"];
  gate: ReactNode;
  commandId: string;
  t: Translate;
}

/** A case with its facts beside it; what is typed in either is kept until it is recorded. */
export function OpenDesk({
  view,
  drafts,
  actor,
  colleagues,
  head,
  measure,
  desk,
  panel,
  ringing = null,
  gate,
  commandId,
  t,
}: Props) {
  const may = (entry: Entry) => actor.role !== "system" && allowed(actor.role, entry);
  const subject = subjectOfCase(view.tenancyId);
  return (
    <Drafts key={subject} owner={actor.staffId ?? 0} subject={subject} drafts={drafts}>
      <div className={styles.case} data-case>
        {head}
        {desk && <Presence tenancyId={view.tenancyId} />}
        {desk && <ClaimNotice tenancyId={view.tenancyId} />}
        <CasePane
          view={view}
          desk={desk}
          panel={panel}
          ringing={ringing}
          staffId={actor.staffId}
          mayName={may("action:bank.undoDesignation")}
          t={t}
        />
      </div>
      <aside className={styles.facts} aria-label={t("casepage.facts.label")}>
        {measure}
        <FactsColumn
          view={view}
          writes={desk !== null}
          money={may("action:bank.notePayment")}
          gate={gate}
          owner={view.openCase && <CaseOwner view={view} colleagues={colleagues} actor={actor} writes={desk !== null} t={t} />}
          note={desk !== null && <TeamNote tenancyId={view.tenancyId} commandId={commandId} key={view.tenancyId} />}
          t={t}
        />
      </aside>
    </Drafts>
  );
}
