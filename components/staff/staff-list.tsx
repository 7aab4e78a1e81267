import type { Translate } from "@/lib/i18n/phrase";
import type { StaffRow } from "@/lib/staff/queries/staff";
import { ManageColleague } from "./manage-colleague";
import styles from "./staff.module.css";

interface Props {
  readonly t: Translate;
  readonly rows: readonly StaffRow[];
  readonly me: number | null;
  readonly here: string;
  /** There is an organisation that accounts can go over to. */
  readonly moves: boolean;
}
/** Everybody with a place, or who had one. A row opens on what an admin can do for that colleague, also without JavaScript. */
export function StaffList({ t, rows, me, here, moves }: Props) {
  return (
    <ul className="list-none [&>li]:border-b [&>li]:border-line">
      {rows.map((row) => (
        <li key={row.id}>
          <details name="colleague">
            <summary className={styles.row}>
              <span>
                <span className={row.active ? "font-semibold" : "text-ink-2"}>{row.name}</span>
                {row.id === me && <span className="text-s text-ink-2">, {t("staff.you")}</span>}
                <br />
                <span className="text-s text-ink-2">{row.email}</span>
              </span>
              <span>
                {t(`common.role.${row.role}`)}
                {!row.active && <span className="text-s text-ink-2">, {t("staff.inactive")}</span>}
              </span>
              <span className={row.sessions.length ? undefined : "text-ink-2"}>
                {row.sessions.length ? t("staff.sessionCount", { count: row.sessions.length }) : t("staff.noSession")}
              </span>
              <span className={styles.open}>{t("staff.manage")}</span>
            </summary>
            <ManageColleague t={t} row={row} self={row.id === me} here={here} moves={moves} />
          </details>
        </li>
      ))}
    </ul>
  );
}
