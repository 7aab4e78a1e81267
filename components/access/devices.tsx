import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OwnSession } from "@/lib/access/queries/own";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { endSession } from "@/lib/staff/actions";
import { deviceOf } from "@/lib/staff/domain/sign-in";

/** Where one is signed in now, with a way to end it there. */
export function Devices({ t, rows, here }: { t: Translate; rows: readonly OwnSession[]; here: string }) {
  return (
    <ul className="grid list-none gap-3">
      {rows.map(({ id, agent, since, seenAt }) => {
        const device = t(`staff.browser.${deviceOf(agent)}`);
        const moment = (at: Date) => formatMoment(at, "weekdayShort", t.lang);
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>
              {device}
              {id === here && `, ${t("staff.thisOne")}`}
              <br />
              <span className="text-s text-ink-2">
                {t("access.devices.seen", { since: moment(since), seen: moment(seenAt) })}
              </span>
            </span>
            {id !== here && (
              <ActionForm action={endSession} hidden={{ sessionId: id }} className="contents">
                <SubmitButton
                  kind="plain"
                  size="small"
                  aria-label={t("staff.endSessionOf", { agent: device, moment: moment(since) })}
                >
                  {t("access.devices.end")}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}
