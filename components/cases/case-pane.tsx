import Link from "next/link";
import { KeyHint } from "@/components/ui/key-hint";
import { Rich } from "@/components/ui/rich";
import type { CaseView } from "@/lib/cases/domain/view";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./case.module.css";
import { CaseHead } from "./case-head";
import { Desk } from "./desk";
import type { DeskModel } from "./desk-model";
import { Ledger } from "./ledger";
import { Months } from "./months";
import type { Panel } from "./primary";
import { reasonSentence } from "./reason-words";
import { Timeline } from "./timeline";
import { hintOf, standingOf, Why } from "./why";

interface Props {
  view: CaseView;
  /** Null: one may read, but records nothing. */
  desk: DeskModel | null;
  panel: Panel | null;
  staffId: number | null;
  /** One may take back what a receipt was read to be for. */
  mayName: boolean;
  t: Translate;
}

/** The case as a short story: who and where, what is the matter, what to do, and what came before. */
export function CasePane({ view, desk, panel, staffId, mayName, t }: Props) {
  const standing = standingOf(view, t);
  const hint = hintOf(view, t);
  return (
    <article className={styles.case} key={view.tenancyId}>
      <CaseHead view={view} t={t} />
      <div className={styles.step}>
        <p className={styles.reason}>
          <Rich parts={reasonSentence(view, t)} />
        </p>
        <div className={styles.hint}>
          {(standing || hint) && (
            <p>
              {standing && <b>{standing}. </b>}
              {hint}
            </p>
          )}
          <Why view={view} t={t} />
          <p className="sub">
            <Link href={`/dossier/${view.tenancyId}/waarom`} prefetch={false} data-key="W" aria-keyshortcuts="W">
              {t(view.openCase ? "explain.screen.link" : "explain.screen.linkNot")}
            </Link>{" "}
            <KeyHint>W</KeyHint>
          </p>
        </div>
        {desk ? (
          <Desk model={desk} initial={panel} key={`${view.tenancyId}-${panel}`} />
        ) : (
          <p className={styles.readOnly}>{t("casepage.readOnly")}</p>
        )}
      </div>
      <Months view={view} t={t} />
      <Timeline view={view} staffId={staffId} t={t} />
      <Ledger view={view} mayName={mayName} t={t} />
    </article>
  );
}
