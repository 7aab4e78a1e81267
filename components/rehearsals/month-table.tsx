import { Table } from "@/components/ui/table";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { WORK_ROLES } from "@/lib/rehearsals/domain/difference";
import type { TriedDay } from "@/lib/rehearsals/queries/rehearsals";

interface Props {
  days: readonly TriedDay[];
  chosen: Day;
  today: Day;
  rehearsalId: number;
  t: Translate;
}

/** Every tried day with what changes and the work it gives; each opens its own list. */
export function MonthTable({ days, chosen, today, rehearsalId, t }: Props) {
  const figures = [
    t("rehearsals.screen.flagged"),
    ...(["added", "dropped", "moved"] as const).map((kind) => t(`rehearsals.screen.${kind}`)),
  ];
  const roles = WORK_ROLES.map((role) => t("rehearsals.screen.workCol", { role: t(`common.role.${role}`) }));
  return (
    <Table
      caption={t("rehearsals.screen.months")}
      hideCaption
      columns={[{ label: t("rehearsals.screen.day") }, ...[...figures, ...roles].map((label) => ({ label, num: true }))]}
    >
      {days.map((one) => (
        <tr
          key={one.day}
          aria-current={one.day === chosen ? "true" : undefined}
          className="[&[aria-current]]:bg-accent-wash [&_td:first-child]:whitespace-nowrap"
        >
          <td>
            <a className="row-link" href={`/regels/proef/${rehearsalId}?dag=${one.day}#wie`}>
              {one.day === today
                ? t("rehearsals.screen.today", { day: formatDay(one.day, "dated", t.lang) })
                : formatDay(one.day, "dated", t.lang)}
            </a>
          </td>
          <Figures one={one} t={t} />
        </tr>
      ))}
    </Table>
  );
}

function Figures({ one, t }: { one: TriedDay; t: Translate }) {
  if (one.looked === 0)
    return (
      <td className="text-s text-ink-2" colSpan={4 + WORK_ROLES.length}>
        {t("rehearsals.screen.nothingKnown")}
      </td>
    );
  const changed = (count: number) => (count === 0 ? <span className="text-ink-3">0</span> : <b>{formatCount(count)}</b>);
  return (
    <>
      <td className="num">{formatCount(one.flagged)}</td>
      <td className="num">{changed(one.added)}</td>
      <td className="num">{changed(one.dropped)}</td>
      <td className="num">{changed(one.moved)}</td>
      {WORK_ROLES.map((role) => {
        const [before, after] = [one.work.before[role], one.work.after[role]];
        return (
          <td key={role} className="num">
            {before === after ? (
              formatCount(after)
            ) : (
              <b>{t("rehearsals.screen.became", { before: formatCount(before), after: formatCount(after) })}</b>
            )}
          </td>
        );
      })}
    </>
  );
}
