import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { VersionView } from "@/lib/policies/queries/versions";
import { markRead } from "@/lib/rehearsals/actions";
import type { ChangeKind } from "@/lib/rehearsals/domain/difference";
import type { RehearsalLine, TriedDay } from "@/lib/rehearsals/queries/rehearsals";
import styles from "./rehearsals.module.css";

/** How far it is, and whether it still counts. */
export function Standing({ line, t }: { line: RehearsalLine; t: Translate }) {
  const far = { done: line.daysDone, days: line.days };
  return (
    <>
      {line.state === "running" && (
        <>
          <p role="status">{t("rehearsals.screen.running", far)}</p>
          <progress className="max-w-120 mt-2" aria-hidden value={line.daysDone} max={Math.max(line.days, 1)} />
        </>
      )}
      {line.state === "failed" && <Notice kind="need">{t("rehearsals.screen.failed", far)}</Notice>}
      {line.kind === "rehearsal" && !line.present && <Notice>{t("rehearsals.screen.older")}</Notice>}
    </>
  );
}

/** The one sentence: what changes on the chosen day, and beside which version. */
export function Say({ days, chosen, t }: { days: readonly TriedDay[]; chosen: TriedDay | undefined; t: Translate }) {
  if (!chosen) return null;
  return (
    <>
      <p className="font-normal text-xl text-pretty">
        {t("rehearsals.screen.say", {
          day: formatDay(chosen.day, "weekdayLong", t.lang),
          added: chosen.added,
          dropped: chosen.dropped,
          moved: chosen.moved,
        })}
      </p>
      {days.length > 1 && <p>{over(days, t)}</p>}
      {chosen.covered.map((one) => (
        <p key={one.code}>
          {t("rehearsals.screen.covered", {
            limit: t(`rehearsals.limit.${one.code}`),
            ...{ gained: one.gained, lost: one.lost },
            by:
              one.by !== null && t.has(`rehearsals.limit.${one.by}`)
                ? t(`rehearsals.limit.${one.by}`)
                : t("rehearsals.limit.other"),
          })}
        </p>
      ))}
      <p className="text-s text-ink-2">
        {t("rehearsals.screen.against", {
          version: chosen.baseVersion,
          flagged: formatCount(chosen.flagged),
          looked: formatCount(chosen.looked),
        })}
      </p>
    </>
  );
}

/** All tried days in one sentence. */
function over(days: readonly TriedDay[], t: Translate): string {
  const changed = days.filter((one) => one.added + one.dropped + one.moved > 0).length;
  if (changed === 0) return t("rehearsals.screen.nowhere", { days: days.length });
  const most = (kind: ChangeKind) => Math.max(...days.map((one) => one[kind]));
  return t("rehearsals.screen.days", {
    ...{ changed, days: days.length },
    ...{ added: most("added"), dropped: most("dropped"), moved: most("moved") },
  });
}

/** What no rehearsal can know. */
export function Honest({ t }: { t: Translate }) {
  return (
    <Section title={t("rehearsals.screen.honest")} className={styles.honest}>
      <ul>
        {[1, 2, 3].map((nth) => (
          <li key={nth}>{t(`rehearsals.screen.honest${nth}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Whoever puts the version in force says here that they read this. */
export function ReadIt({ line, version, t }: { line: RehearsalLine; version: VersionView; t: Translate }) {
  const named = { version: version.version };
  if (version.status !== "draft" || !line.present) return null;
  if (line.readByMe)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p role="status">{t("rehearsals.screen.readBefore", named)}</p>
        <LinkButton kind="go" href={`/regels/${version.id}`}>
          {t("rehearsals.screen.toVersion", named)}
        </LinkButton>
      </div>
    );
  return (
    <ActionForm action={markRead} hidden={{ rehearsalId: line.id }} className="flex flex-wrap items-center gap-3">
      <SubmitButton kind="go">{t("rehearsals.screen.read")}</SubmitButton>
      <p className="text-s text-ink-2">{t("rehearsals.screen.readHint", named)}</p>
    </ActionForm>
  );
}
