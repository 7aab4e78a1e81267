import Link from "next/link";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { UploadRow } from "@/lib/intake/queries/uploads";
import styles from "./intake.module.css";

/** What was offered and is not brought in yet: to go on with after leaving. */
export function WaitingList({ t, uploads }: { t: Translate; uploads: readonly UploadRow[] }) {
  return (
    <ul className="list-none">
      {uploads.map((upload) => (
        <li key={upload.id} className={styles.file}>
          <div className={styles.name}>
            <Link href={`/bestanden/aanbod/${upload.id}`}>{upload.names.join(", ")}</Link>
            <span className="text-s text-ink-2">
              {formatMoment(upload.createdAt, "weekdayShort", t.lang)}
              {upload.by && `, ${t("intake.screen.by", { name: upload.by })}`}
            </span>
          </div>
          <p>{t(`intake.upload.${upload.status}`)}</p>
        </li>
      ))}
    </ul>
  );
}
