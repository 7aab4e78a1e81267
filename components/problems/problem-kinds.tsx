import Link from "next/link";
import { Table } from "@/components/ui/table";
import { ownerOf } from "@/lib/cases/domain/owner";
import type { ProblemCount } from "@/lib/cases/queries/problems";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";

/** Each kind of thing to find out: how many, since when, who it is for, and what to do. */
export function ProblemKinds({
  t,
  counts,
  chosen,
}: {
  t: Translate;
  counts: readonly ProblemCount[];
  chosen: string | undefined;
}) {
  const columns = [
    { label: t("problems.what") },
    { label: t("problems.count"), num: true },
    { label: t("problems.oldest") },
    { label: t("problems.owner") },
    { label: t("problems.todo") },
  ];
  return (
    <Table caption={t("problems.title")} hideCaption columns={columns}>
      {counts.map(({ kind, count, oldest }) => (
        <tr key={kind}>
          <td>
            <Link href={`/uitzoeken?soort=${kind}`} aria-current={kind === chosen ? "true" : undefined}>
              {kindName(t, kind)}
            </Link>
          </td>
          <td className="num">{formatCount(count)}</td>
          <td>{formatDay(oldest, "long", t.lang)}</td>
          <td>{t(`problems.role.${ownerOf(kind).role}`)}</td>
          <td>{t(`problems.start.${ownerOf(kind).start}`)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** The kinds that tenancies have are named where the case page names them. */
export const kindName = (t: Translate, kind: string): string =>
  t.has(`problems.kind.${kind}`) ? t(`problems.kind.${kind}`) : t(`cases.problem.${kind}`);
