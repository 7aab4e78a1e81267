import Link from "next/link";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { SeenRow } from "@/lib/privacy/queries/access-log";

/** Who saw what, newest first: one line each at a desk, one under the other on a phone. */
export function SeenTable({ rows, t, own = false }: { rows: readonly SeenRow[]; t: Translate; own?: boolean }) {
  const columns = own ? "grid-cols-[11rem_minmax(0,1fr)_9rem]" : "grid-cols-[11rem_16rem_minmax(0,1fr)_9rem]";
  return (
    <ul className="list-none">
      {rows.map((row) => (
        <li key={row.id} className={`grid gap-x-4 border-b border-line py-1.5 max-[720px]:grid-cols-1 ${columns}`}>
          <span className="whitespace-nowrap">{formatMoment(row.at, "weekdayShort", t.lang)}</span>
          {!own && (
            <span>
              {row.name}, <span className="text-ink-2">{t(`common.role.${row.role}`)}</span>
            </span>
          )}
          <span>
            {t(`privacy.what.${row.what}`)}
            {row.subject && <span className="text-ink-2"> {row.subject}</span>}
            {row.reason && <span className="block text-s">{row.reason}</span>}
          </span>
          <span>
            {row.number && !own && (
              <Link href={`/inzage?${new URLSearchParams({ contract: row.number })}`}>
                {t("privacy.log.ofContract", { number: row.number })}
              </Link>
            )}
            {row.number && own && t("privacy.log.ofContract", { number: row.number })}
          </span>
        </li>
      ))}
    </ul>
  );
}
