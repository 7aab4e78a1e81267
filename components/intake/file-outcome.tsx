import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import type { ImportRow, IssueRow } from "@/lib/intake/queries/history";
import { FileCounts } from "./counts";
import { FileProgress } from "./file-progress";
import styles from "./intake.module.css";
import { IssueTable } from "./issue-table";

/** Refusals that a person can undo by saying which column is which. */
const MENDABLE = new Set(["unknown-header", "missing-column", "mapping-misses"]);

export interface Found {
  readonly changes: readonly IssueRow[];
  readonly refusals: readonly IssueRow[];
  readonly changesInAll: number;
}

interface Props {
  t: Translate;
  file: ImportRow;
  found: Found;
  /** Where its columns can be mapped, while the file itself is still there. */
  mapAt: string | null;
}

function FileHead({ t, file }: Pick<Props, "t" | "file">) {
  return (
    <header className={styles.fileHead}>
      <h2 id={`file-${file.id}`}>{file.name}</h2>
      <p className="sub">
        {t(`intake.format.${file.format}`)}
        {file.mapping && `, ${t("intake.screen.readBy", { name: file.mapping })}`}
      </p>
    </header>
  );
}

/** One file of an offering: how far it is, what it does, what it changes and what is refused, each row with its reason. */
export function FileOutcome({ t, file, found, mapAt }: Props) {
  const refused = file.ignored + file.rejected;
  return (
    <article className={styles.outcome} aria-labelledby={`file-${file.id}`}>
      <FileHead t={t} file={file} />
      {file.status === "running" && <FileProgress t={t} file={file} />}
      {file.status === "interrupted" && <Notice kind="need">{t("intake.status.interrupted")}</Notice>}
      {file.refusal && (
        <>
          <Notice kind="need">{t(`intake.refusal.${file.refusal.code}`, inWords(file.refusal.values, t.lang))}</Notice>
          {mapAt && MENDABLE.has(file.refusal.code) && (
            <p>
              <LinkButton href={mapAt}>{t("intake.screen.map")}</LinkButton>
            </p>
          )}
        </>
      )}
      {(file.status === "checked" || file.status === "done") && (
        <>
          <FileCounts t={t} file={file} />
          {file.lines > 0 && file.known === file.lines && <p>{t("intake.nothingNew")}</p>}
          {found.changesInAll > 0 && (
            <details className={styles.more} open={found.changesInAll <= 10}>
              <summary>{t("intake.screen.changes", { count: found.changesInAll })}</summary>
              {found.changesInAll > found.changes.length && (
                <p className="sub">{t("intake.screen.issuesShown", { shown: found.changes.length, all: found.changesInAll })}</p>
              )}
              <IssueTable t={t} issues={found.changes} caption={t("intake.screen.changes", { count: found.changesInAll })} />
            </details>
          )}
          {refused > 0 && (
            <details className={styles.more} open>
              <summary>{t("intake.screen.notTaken", { count: refused })}</summary>
              <IssueTable t={t} issues={found.refusals} caption={t("intake.screen.issues")} />
            </details>
          )}
          {refused + found.changesInAll > 0 && (
            <p>
              <a href={`/bestanden/${file.id}/regels`} download>
                {t("intake.screen.download")}
              </a>
            </p>
          )}
          {file.status === "done" && file.suspense > 0 && (
            <p>
              <Link href="/te-plaatsen">{t("intake.screen.place")}</Link>
            </p>
          )}
        </>
      )}
    </article>
  );
}
