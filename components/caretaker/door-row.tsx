import { formatDoor, formatPersonShort } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { Door } from "@/lib/tenancies/queries/doors";
import styles from "./phone.module.css";

interface Props {
  readonly door: Door;
  readonly href: string;
  readonly done: boolean;
  /** What is asked there, in one or two lines. */
  readonly lines: readonly string[];
  readonly t: Translate;
}

const NOW = "text-signal! before:size-[9px] before:rounded-[2px] before:bg-signal";

/** One door of a list on a phone: its number as on the door, who lives there, and what is asked. */
export function DoorRow({ door, href, done, lines, t }: Props) {
  const number = formatDoor(door);
  return (
    <li>
      <a className={`${styles.task} ${done ? styles.done : ""}`} href={href}>
        <span className={`${styles.door} ${number.length > 4 ? "text-[0.8125rem]!" : ""}`}>{number}</span>
        <span>
          <b>{door.name ? formatPersonShort(door.name) : t("doors.nameUnknown")}</b>
          {lines.map((line) => (
            <span key={line} className={styles.why}>
              {line}
            </span>
          ))}
        </span>
        <svg
          width="12"
          height="20"
          viewBox="0 0 12 20"
          fill="none"
          stroke="var(--ink-3)"
          strokeWidth="1.8"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d={done ? "m1 10 4 4 6-9" : "m3 4 6 6-6 6"} />
        </svg>
      </a>
    </li>
  );
}

/** Doors that belong together, under their heading; nothing when there are none. */
export function DoorGroup({ title, now, rows }: { title: string; now: boolean; rows: readonly React.ReactElement[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={`${styles.group} ${now ? NOW : ""}`}>{title}</h2>
      <ul>{rows}</ul>
    </section>
  );
}
