import { Empty } from "@/components/ui/empty";
import { Table } from "@/components/ui/table";
import { contactActs, dutyActs } from "@/lib/cases/domain/acts";
import type { PastList } from "@/lib/cases/queries/past-list";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { stepWord } from "./words";

type Row = PastList["rows"][number];

/** What is to be done: the contact, or else what the duty asks. */
const doing = ({ contact, duty }: Row, t: Translate) => stepWord(dutyActs(duty) && !contactActs(contact) ? duty : contact, t);

/** The rows of a past list; each opens the explanation of that tenancy on that day. */
export function PastRows({ list, asThen, t }: { list: PastList; asThen: boolean; t: Translate }) {
  if (list.rows.length === 0) return <Empty title={t("explain.past.empty")} />;
  const columns = ["who", "where", "doing", "difference"].map((name) => ({ label: t(`explain.past.${name}`) }));
  const known = asThen ? "toen" : "nu";
  return (
    <Table caption={t("explain.past.title")} hideCaption columns={columns}>
      {list.rows.map((row) => (
        <tr key={row.tenancyId}>
          <td>
            <a className="row-link" href={`/dossier/${row.tenancyId}/waarom?dag=${list.day}&bekend=${known}`}>
              {row.who.lastName ? formatPersonName({ ...row.who, lastName: row.who.lastName }) : row.who.number}
            </a>
          </td>
          <td>{formatAddress(row.who)}</td>
          {/* Who fell off with the same step has nothing to be done about it. */}
          <td>{row.change === "gone" && row.contact === row.stored ? t("explain.past.nothing") : doing(row, t)}</td>
          <td className="whitespace-nowrap">
            {row.change === "same" ? "" : t(`explain.past.${row.change}`, { stored: row.stored ? stepWord(row.stored, t) : "" })}
          </td>
        </tr>
      ))}
    </Table>
  );
}
