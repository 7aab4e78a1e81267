import Link from "next/link";
import { reasonWords } from "@/components/cases/why";
import { stepWord } from "@/components/cases/words";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { formatEuro } from "@/lib/i18n/format";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { ChangeKind } from "@/lib/rehearsals/domain/difference";
import type { ChangeRow } from "@/lib/rehearsals/queries/rehearsals";

interface Props {
  kind: ChangeKind;
  rows: readonly ChangeRow[];
  /** How many there are; the rows are the first of them. */
  count: number;
  /** Who may not open a case sees contract numbers, no people. */
  linked: boolean;
  t: Translate;
}

/** Who is added, dropped or moved on one day, and why. */
export function ChangeList({ kind, rows, count, linked, t }: Props) {
  return (
    <Section title={t(`rehearsals.screen.list.${kind}`)} level={3} note={String(count)}>
      <Table
        caption={t("rehearsals.screen.more", { shown: rows.length, count })}
        hideCaption={rows.length === count}
        columns={[
          { label: t("rehearsals.screen.who") },
          { label: t("rehearsals.screen.step") },
          { label: t("rehearsals.screen.why") },
          { label: t("rehearsals.screen.open"), num: true },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.tenancyId}>
            <td>
              <Who row={row} linked={linked} />
            </td>
            <td>{stepsOf(row, t)}</td>
            <td className="text-s">{row.why.map((reason) => reasonWords(reason, t)).join(" ")}</td>
            <td className="num">{formatEuro(BigInt(row.overdueCents))}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function Who({ row, linked }: { row: ChangeRow; linked: boolean }) {
  if (!linked) return row.number;
  return (
    <>
      <Link className="row-link" href={`/dossier/${row.tenancyId}`}>
        {row.lastName ? formatPersonName({ ...row, lastName: row.lastName }) : row.number}
      </Link>
      <br />
      <span className="text-s text-ink-2">{formatAddress(row)}</span>
    </>
  );
}

/** The contact step that changes; when only the duty beside it does, that one. */
function stepsOf(row: ChangeRow, t: Translate): string {
  const contact = row.contactBefore !== row.contactAfter;
  if (!contact && row.dutyBefore === row.dutyAfter) return stepWord(row.contactAfter, t);
  const [before, after] = contact ? [row.contactBefore, row.contactAfter] : [row.dutyBefore, row.dutyAfter];
  return t("rehearsals.screen.steps", { before: stepWord(before, t), after: stepWord(after, t) });
}
