import Link from "next/link";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { VersionView } from "@/lib/policies/queries/versions";
import styles from "./policies.module.css";
import { reasonOf, statusWords } from "./words";

/** Every version there ever was, the newest first, with the days on which it decided. */
export function Versions({ versions, t }: { versions: readonly VersionView[]; t: Translate }) {
  return (
    <ul className={styles.versions}>
      {versions.map((one) => (
        <li key={one.id} data-status={one.status}>
          <Link href={`/regels/${one.id}`} className="font-semibold after:absolute after:inset-0">
            {t("policies.screen.version", { version: one.version })}
          </Link>
          <span className={styles.status}>{statusWords(one, t)}</span>
          <span className="text-s text-ink-2">{reasonOf(one, t)}</span>
          <span className="text-s text-ink-2">
            {one.madeBy === null
              ? t("policies.screen.shipped")
              : t("policies.screen.madeBy", { name: one.madeBy, on: formatMoment(one.changedAt, "long", t.lang) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
