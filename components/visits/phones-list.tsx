import { randomUUID } from "node:crypto";
import type { OutOnAPhone } from "@/lib/field/queries/post";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { RevokeForm } from "./review-forms";

/** Which days are out on which phones; a lost one is reported here. */
export function PhonesList({ rows, t }: { rows: readonly OutOnAPhone[]; t: Translate }) {
  const moment = (at: string) => formatMoment(new Date(at), "weekdayShort", t.lang);
  return (
    <ul className="mt-3">
      {rows.map((row) => (
        <li key={row.id} className="py-3 border-t border-line flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="grow">
            <b>{row.who}</b>
            {row.device && `, ${row.device}`}
            <br />
            <span className="text-ink-2">
              {t("field.office.out", {
                at: moment(row.handedAt),
                doors: row.doors,
                received: row.received,
                seen: moment(row.seenAt),
              })}
            </span>
          </span>
          {row.revoked ? (
            <span className="text-ink-2">{t("field.office.revoked")}</span>
          ) : (
            <details>
              <summary>{t("field.office.lost")}</summary>
              <p className="my-1 max-w-80">{t("field.office.lostMeans")}</p>
              <RevokeForm handoutId={row.id} commandId={randomUUID()} label={t("field.office.lostYes")} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
