import { formatCount, formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { ImportRow } from "@/lib/intake/queries/history";
import styles from "./intake.module.css";

/** How far a file is: rows and amount so far, and about how many rows there still are, from the bytes. */
export function FileProgress({ t, file }: { t: Translate; file: ImportRow }) {
  const [bytes, all] = [Number(file.bytes), Math.max(Number(file.totalBytes), 1)];
  // About: two figures are all it knows.
  const rest = bytes > 0 ? Number(((file.lines * (all - bytes)) / bytes).toPrecision(2)) : 0;
  const part = Math.min(Math.floor((100 * bytes) / all), 100);
  return (
    <div className={styles.progress}>
      <progress value={part} max={100} aria-label={t("intake.screen.progressOf", { name: file.name })} />
      <p role="status">
        {part < 100
          ? t(`intake.screen.${file.dryRun ? "looking" : "bringing"}`, { part })
          : t("intake.screen.comparing", { lines: formatCount(file.lines) })}{" "}
        {part < 100 &&
          file.lines > 0 &&
          t("intake.screen.soFar", { lines: formatCount(file.lines), rest: formatCount(Math.round(rest)) })}{" "}
        {file.amountCents > 0n && t("intake.screen.amountSoFar", { amount: formatEuro(file.amountCents) })}
      </p>
    </div>
  );
}
