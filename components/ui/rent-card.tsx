import { formatEuro } from "@/lib/i18n/format";

export interface RentMonth {
  /** `nov` */
  label: string;
  /** Full name for a screen reader: `november 2026`. */
  name: string;
  state: "paid" | "late" | "open" | "part" | "paused" | "none";
  /** Day of the month on which the rent came in. */
  day?: number;
  openCents?: bigint | number;
  /** Instead of a day of this month: it came in before or after the month. */
  said?: string;
}

interface Words {
  title: string;
  late: string;
  open: string;
  part: string;
  paused: string;
  none: string;
  paid: string;
  /** Before something said instead of a day. */
  settled: string;
}

/** With more open months than this their amounts need two rows of six. */
const MANY = 4;

/** Twelve months at a glance: the day the rent came in; an open month hatched with its amount. Words come from the caller. */
export function RentCard({ months, words }: { months: readonly RentMonth[]; words: Words }) {
  const openCount = months.filter((month) => month.state === "open" || month.state === "part").length;
  return (
    <ol className={openCount > MANY ? "rent-card rent-card-many" : "rent-card"} aria-label={words.title}>
      {months.map((month) => {
        const open = month.state === "open" || month.state === "part";
        return (
          <li key={month.name} className={`rent-month rent-${month.state}`}>
            <span>
              <span className="sr-only">{month.name}: </span>
              <span aria-hidden>{month.label}</span>
              {open && <span className={openCount > 1 ? "sr-only" : "rent-word"}>, {words[month.state as "open" | "part"]}</span>}
            </span>
            <b>
              {open && month.openCents !== undefined && formatEuro(month.openCents)}
              {(month.state === "paid" || month.state === "late") && (
                <>
                  <span className="sr-only">{month.said ? words.settled : words.paid} </span>
                  {month.day ?? (month.said && <small className="rent-said">{month.said}</small>)}
                </>
              )}
              {month.state === "late" && <small className={month.said ? "sr-only" : undefined}>{words.late}</small>}
              {month.state === "paused" && words.paused}
              {month.state === "none" && words.none}
            </b>
          </li>
        );
      })}
    </ol>
  );
}
