import { formatCount } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { apart } from "@/lib/intake/domain/report";
import type { ImportRow } from "@/lib/intake/queries/history";
import styles from "./intake.module.css";

const ALWAYS = new Set(["lines", "fresh", "known", "rejected"]);

/** How the lines of a file ended: each line in one of these, so that they add up. */
export function FileCounts({ t, file }: { t: Translate; file: ImportRow }) {
  const counts = {
    lines: file.lines,
    ...apart(file),
    known: file.known,
    suspense: file.suspense,
    ignored: file.ignored,
    rejected: file.rejected,
  };
  return (
    <dl className={styles.counts}>
      {Object.entries(counts)
        .filter(([name, count]) => count > 0 || ALWAYS.has(name))
        .map(([name, count]) => (
          <div key={name} className={name === "lines" ? "[&_dd]:font-semibold" : undefined}>
            <dt>
              {t(`intake.screen.${name}`)}
              {name === "changed" && file.ended > 0 && ` (${t("intake.screen.ofWhichEnd", { count: file.ended })})`}
            </dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
