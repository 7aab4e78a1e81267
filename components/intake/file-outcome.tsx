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

/** What is told of a kind of lines: the first ones, and how many there are in all. */
export interface Found {
  readonly title: string;
  readonly issues: readonly IssueRow[];
  readonly all: number;
  readonly open: boolean;
}

interface Props {
  /** Who looks may place what waits. */
  places: boolean;
  t: Translate;
  file: ImportRow;
  found: readonly Found[];
  /** Where its columns can be mapped, while the file itself is still there. */
  mapAt: string | null;
}

function FileHead({ t, file }: Pick<Props, "t" | "file">) {
  return (
    <header className="flex flex-wrap items-baseline gap-y-1 gap-x-4 [&_h2]:text-[1.25rem] [&_h2]:wrap-anywhere">
      <h2 id={`file-${file.id}`}>{file.name}</h2>
      <p className="text-s text-ink-2">
        {t(`intake.format.${file.format}`)}
        {file.mapping && `, ${t("intake.screen.readBy", { name: file.mapping })}`}
      </p>
    </header>
  );
}

/** Lines of one kind, each with its reason. */
function Findings({ t, title, issues, all, open }: Found & Pick<Props, "t">) {
  return (
    <details className="[&>summary]:py-2 [&>summary]:font-semibold [&>summary]:cursor-pointer" open={open}>
      <summary>{title}</summary>
      {all > issues.length && (
        <p className="text-s text-ink-2">{t("intake.screen.issuesShown", { shown: issues.length, all })}</p>
      )}
      <IssueTable t={t} issues={issues} caption={title} />
    </details>
  );
}

/** One file of an offering: how far it is, what it does, what it changes and what is refused, each row with its reason. */
export function FileOutcome({ t, file, found, mapAt, places }: Props) {
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
          {found.map((one) => (
            <Findings key={one.title} t={t} {...one} />
          ))}
          {found.length > 0 && (
            <p>
              <a href={`/bestanden/${file.id}/regels`} download>
                {t("intake.screen.download")}
              </a>
            </p>
          )}
          {file.status === "done" && file.suspense > 0 && places && (
            <p>
              <Link href="/te-plaatsen">{t("intake.screen.place")}</Link>
            </p>
          )}
        </>
      )}
    </article>
  );
}
