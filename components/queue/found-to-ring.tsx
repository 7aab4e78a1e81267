import Link from "next/link";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import type { FoundRow } from "@/lib/queue/domain/rows";
import { rowName, rowPlace } from "./row-words";

interface Props {
  readonly found: readonly FoundRow[];
  readonly search: string;
  /** What stands in the address for it. */
  readonly searchKey: string;
  readonly t: Translate;
}
/** Homes that may be the caller's; nothing of what is open stands here, as it is not known yet who rings. */
export function FoundToRing({ found, search, searchKey, t }: Props) {
  if (found.length === 0) return <p>{t("casepage.ringing.none", { search })}</p>;
  return (
    <ul className="list-none">
      {found.map((row) => (
        <li key={row.tenancyId}>
          <Link
            className="grid min-h-11 gap-x-4 border-b border-line py-2 no-underline hover:bg-accent-wash"
            href={`/huurder-belt?zoek=${encodeURIComponent(searchKey)}&dossier=${row.tenancyId}`}
            prefetch={false}
          >
            <b>{rowName(row, t)}</b>
            <span className="text-s text-ink-2">
              {rowPlace({ ...row, together: [] }, t)}, {row.city}
              {row.paidOn && ` · ${t("queue.search.paidOn", { day: formatDay(row.paidOn as Day, "dated", t.lang) })}`}
              {row.viaName && ` · ${t("queue.search.via", { name: row.viaName, role: t(`casepage.facts.role.${row.viaRole}`) })}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
