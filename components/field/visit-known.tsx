/** @jsxImportSource preact */
import type { VisitDoor } from "@/lib/field/domain/day";
import { useWords } from "./words";

/** What to know before the door opens; what keeps one safe stands first and open. */
export function VisitKnown({ visit }: { visit: VisitDoor }) {
  const t = useWords();
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(visit.address)}`;
  return (
    <>
      {visit.safetyNote && (
        <p class="problem">
          {t("field.safety", { note: visit.safetyNote, by: visit.safetyBy ?? "none", until: visit.safetyUntil ?? "none" })}
        </p>
      )}
      {visit.answer !== "free" && <p class="problem">{t(`field.answer.${visit.answer}`)}</p>}
      {visit.byTwo && (
        <p class="lead">
          <b>{t("field.byTwo")}</b>
        </p>
      )}
      <details class="known">
        <summary>{t("field.know")}</summary>
        {visit.know.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {visit.speaks && <p>{t("field.speaks", { language: visit.speaks })}</p>}
        <dl>
          <dt>{t("field.reason")}</dt>
          <dd>{t(`visits.purpose.${visit.purpose}`)}</dd>
          {visit.open && (
            <>
              <dt>{t("field.openAmount")}</dt>
              <dd>{t("field.openValue", { ...visit.open })}</dd>
            </>
          )}
          <dt>{t("field.phones")}</dt>
          <dd>
            {visit.phones.length === 0 && t("field.noPhone")}
            {visit.phones.map(({ value, words }) => (
              <a key={value} href={`tel:${value}`}>
                {words}
              </a>
            ))}
          </dd>
          {visit.caretaker && (
            <>
              <dt>{t("field.caretaker")}</dt>
              <dd>{visit.caretaker}</dd>
            </>
          )}
          {visit.lastSpoken && (
            <>
              <dt>{t("field.lastSpoken")}</dt>
              <dd>{visit.lastSpoken}</dd>
            </>
          )}
          {visit.noMoreFor && (
            <>
              <dt>{t("field.saidNoMore")}</dt>
              <dd>{t(`visits.noMoreFor.${visit.noMoreFor}`)}</dd>
            </>
          )}
        </dl>
        <p>
          <a href={map} rel="noreferrer" target="_blank">
            {t("field.route")}
          </a>
        </p>
        <p>
          <a href={`/dossier/${visit.tenancyId}`}>{t("field.openCase")}</a>
        </p>
      </details>
    </>
  );
}
