import { Texts } from "@/components/ui/texts";
import type { OwnAccess } from "@/lib/access/queries/own";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { deviceOf } from "@/lib/staff/domain/sign-in";
import { Codes } from "./codes";
import { Passkeys } from "./passkeys";

interface Props {
  readonly t: Translate;
  readonly own: OwnAccess;
  readonly agent: string | null;
  /** Where to go once one is set up; left out: it stays here. */
  readonly onward?: string;
}

/** Both ways of a second step: the passkey of a device first, codes of an app beside it. */
export function SecondStep({ t, own, agent, onward }: Props) {
  const moment = (at: Date) => formatMoment(at, "weekdayShort", t.lang);
  const rows = own.passkeys.map(({ id, name, madeAt, usedAt }) => ({
    id,
    name,
    words: usedAt
      ? t("access.passkey.used", { made: moment(madeAt), used: moment(usedAt) })
      : t("access.passkey.unused", { made: moment(madeAt) }),
  }));
  const lead = onward === undefined ? {} : { onward };
  return (
    <Texts rooms={["access"]}>
      <div className="grid gap-6">
        <div>
          <h3 className="mb-1 font-semibold">{t("access.passkey.title")}</h3>
          <Passkeys rows={rows} device={t(`staff.browser.${deviceOf(agent)}`)} {...lead} />
        </div>
        <div>
          <h3 className="mb-1 font-semibold">{t("access.codes.title")}</h3>
          <Codes running={own.codes} left={own.recoveryLeft} {...lead} />
        </div>
      </div>
    </Texts>
  );
}
