import Link from "next/link";
import { Money } from "@/components/ui/money";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Difference } from "@/lib/ledger/queries/differences";

/** Contracts whose balance in the housing system is another than ours: no contact about it until it is right. */
export function DifferenceList({ t, differences }: { t: Translate; differences: readonly Difference[] }) {
  if (differences.length === 0) return <p>{t("bank.differences.none")}</p>;
  const columns = [
    { label: t("bank.screen.number") },
    { label: t("bank.differences.asOf") },
    { label: t("bank.differences.theirs"), num: true },
    { label: t("bank.differences.ours"), num: true },
    { label: t("bank.differences.difference"), num: true },
  ];
  return (
    <Table caption={t("bank.differences.caption")} hideCaption columns={columns}>
      {differences.map((one) => (
        <tr key={one.tenancyId}>
          <td>
            <Link className="row-link" href={`/dossier/${one.tenancyId}`}>
              {one.number}
            </Link>
          </td>
          <td>{formatDay(one.asOf, "short", t.lang)}</td>
          <td className="num">
            <Money cents={BigInt(one.theirs)} />
          </td>
          <td className="num">
            <Money cents={BigInt(one.ours)} />
          </td>
          <td className="num">
            <Money cents={BigInt(one.theirs) - BigInt(one.ours)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
