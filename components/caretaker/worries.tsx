import type { WorryCard } from "@/lib/caretaker/queries/worries";
import { formatMoment } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";

/** On top of the list until it is answered: somebody at a door was worried, or heard of a death. */
export function Worries({ worries, t }: { worries: readonly WorryCard[]; t: Translate }) {
  return worries.map(({ id, tenancyId, kind, name, toldBy, at, owner, mine }) => {
    const values = {
      who: toldBy ?? t("caretaker.worry.someone"),
      name: name ? formatPersonName(name) : t("doors.nameUnknown"),
      at: formatMoment(at, "weekdayShort", t.lang),
      owner: owner ?? t("caretaker.worry.nobody"),
    };
    return (
      <p key={id} role="note" className="my-2 mx-3 py-2 px-3 border-l-3 border-signal bg-signal-wash text-m">
        <a href={`/dossier/${tenancyId}`}>
          <b>{t(`caretaker.worry.${kind}`, values)}</b>
        </a>{" "}
        {t(mine ? "caretaker.worry.yours" : "caretaker.worry.unopened", values)}
      </p>
    );
  });
}
