import Link from "next/link";
import { Table } from "@/components/ui/table";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { ownerOf } from "@/lib/cases/domain/owner";
import type { ProblemCount } from "@/lib/cases/queries/problems";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";

/** Where a kind is settled, when that is not at each tenancy. */
const WAYS = { files: "/bestanden", payments: "/voorlopig-betaald", dossier: null } as const;

interface Props {
  t: Translate;
  counts: readonly ProblemCount[];
  chosen: string | undefined;
  /** Who looks: only what they may open is a link. */
  role: Role;
}

/** Each kind of thing to find out: how many, since when, who it is for, and what to do. */
export function ProblemKinds({ t, counts, chosen, role }: Props) {
  const columns = [
    { label: t("problems.what") },
    { label: t("problems.count"), num: true },
    { label: t("problems.oldest"), num: true },
  ];
  return (
    <Table caption={t("problems.title")} hideCaption columns={columns}>
      {counts.map(({ kind, count, oldest }) => {
        const owner = ownerOf(kind);
        const way = WAYS[owner.start];
        const start = t(`problems.start.${owner.start}`);
        return (
          <tr key={kind} className={kind === chosen ? "bg-accent-wash" : undefined}>
            <td>
              <Link
                className="inline-block min-h-6"
                href={`/uitzoeken?soort=${kind}`}
                aria-current={kind === chosen ? "true" : undefined}
              >
                {kindName(t, kind)}
              </Link>
              <p className="text-s text-ink-2">
                {t(`problems.role.${owner.role}`)}:{" "}
                {way && allowed(role, `page:${way}`) ? (
                  <Link className="inline-block min-h-6" href={way}>
                    {start}
                  </Link>
                ) : (
                  start
                )}
              </p>
            </td>
            <td className="num">{formatCount(count)}</td>
            <td className="num">{formatDay(oldest, "dated", t.lang)}</td>
          </tr>
        );
      })}
    </Table>
  );
}

/** The kinds that tenancies have are named where the case page names them. */
export const kindName = (t: Translate, kind: string): string =>
  t.has(`problems.kind.${kind}`) ? t(`problems.kind.${kind}`) : t(`cases.problem.${kind}`);
