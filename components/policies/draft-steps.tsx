import Link from "next/link";
import { LineWords } from "@/components/rehearsals/line-words";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton, OffButton } from "@/components/ui/button";
import { DayField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { activate, setShadow, withdraw } from "@/lib/policies/actions";
import type { VersionView } from "@/lib/policies/queries/versions";
import { ask } from "@/lib/rehearsals/actions";
import type { RehearsalLine } from "@/lib/rehearsals/queries/rehearsals";

interface Props {
  draft: VersionView;
  changed: number;
  lines: readonly RehearsalLine[];
  today: Day;
  nextMonday: Day;
  t: Translate;
}

/** From draft to use, in the order in which it goes: the values, the rehearsal, the first day. */
export function DraftSteps({ draft, changed, lines, today, nextMonday, t }: Props) {
  const tries = lines.filter((line) => line.kind === "rehearsal");
  const present = tries.find((line) => line.present);
  const read = tries.some((line) => line.present && line.state === "done" && line.readByMe);
  return (
    <Section title={t("policies.screen.steps")}>
      <ol
        className="list-none [&>li]:pt-3 [&>li]:pb-4 [&>li]:px-0 [&>li]:border-b [&>li]:border-line
          [&>li:last-child]:border-b-0 [&_h3]:mb-1 [&>li>*+*]:mt-2"
      >
        <li>
          <h3>{t("policies.screen.stepEdit")}</h3>
          <p className="text-s text-ink-2">{t("policies.screen.countChanged", { count: changed })}</p>
          <LinkButton href={`/regels/${draft.id}/wijzigen`} kind={changed === 0 ? "go" : "plain"} size="small">
            {t("policies.screen.edit")}
          </LinkButton>
        </li>
        <li>
          <h3>{t("policies.screen.stepTry")}</h3>
          <p className="text-s text-ink-2">{t("policies.screen.tryHint")}</p>
          <Lines lines={tries.slice(0, 3)} t={t} />
          {present?.state !== "running" && (
            <ActionForm action={ask} hidden={{ versionId: draft.id }} className="">
              <SubmitButton kind={changed > 0 && !present ? "go" : "plain"} size="small">
                {t(present ? "policies.screen.tryAgain" : "policies.screen.try")}
              </SubmitButton>
            </ActionForm>
          )}
        </li>
        <li>
          <h3>{t("policies.screen.stepUse")}</h3>
          <p className="text-s text-ink-2">{t("policies.screen.useHint")}</p>
          {read ? (
            <ActionForm action={activate} hidden={{ versionId: draft.id }}>
              <DayField name="from" label={t("policies.screen.from")} min={today} defaultValue={nextMonday} />
              <SubmitButton kind="go">{t("policies.screen.use")}</SubmitButton>
            </ActionForm>
          ) : (
            <OffButton>{t("policies.screen.useNotYet")}</OffButton>
          )}
        </li>
      </ol>
    </Section>
  );
}

/** Running along each night, with the last nights. */
export function Shadow({ draft, lines, t }: Pick<Props, "draft" | "lines" | "t">) {
  const on = draft.shadowSince !== null;
  const nights = lines.filter((line) => line.kind === "shadow").slice(0, 7);
  return (
    <Section title={t("policies.screen.shadowTitle")} className="[&>*+*]:mt-3">
      <p className="text-s text-ink-2">{t("policies.screen.shadowHint")}</p>
      {draft.shadowSince && (
        <p>
          {t("policies.screen.shadowSince", {
            since: formatDay(draft.shadowSince.toISOString().slice(0, 10) as Day, "long", t.lang),
          })}
        </p>
      )}
      <Lines lines={nights} t={t} />
      <ActionForm action={setShadow} hidden={{ versionId: draft.id, on: on ? "no" : "yes" }} className="">
        <SubmitButton kind="plain" size="small">
          {t(on ? "policies.screen.shadowOff" : "policies.screen.shadowOn")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** What was tried before it came into use, for whoever reads along. */
export function Rehearsals({ lines, t }: Pick<Props, "lines" | "t">) {
  if (lines.length === 0) return null;
  return (
    <Section title={t("policies.screen.stepTry")}>
      <Lines lines={lines.slice(0, 7)} t={t} />
    </Section>
  );
}

function Lines({ lines, t }: Pick<Props, "lines" | "t">) {
  return lines.map((line) => (
    <p key={line.id}>
      <Link href={`/regels/proef/${line.id}`}>
        <LineWords line={line} t={t} />
      </Link>
    </p>
  ));
}

/** Taking it back, as long as its day has not come. */
export function Withdraw({ versionId, t }: { versionId: number; t: Translate }) {
  return (
    <ActionForm action={withdraw} hidden={{ versionId }} className="">
      <SubmitButton kind="quiet" size="small">
        {t("policies.screen.withdraw")}
      </SubmitButton>
    </ActionForm>
  );
}
