import { MoveAccount } from "@/components/access/move-account";
import { LostPhone, PasswordLink } from "@/components/access/password-link";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Texts } from "@/components/ui/texts";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { endSession, setActive, setPassword } from "@/lib/staff/actions";
import { deviceOf } from "@/lib/staff/domain/sign-in";
import type { StaffRow } from "@/lib/staff/queries/staff";
import styles from "./staff.module.css";

interface Props {
  readonly t: Translate;
  readonly row: StaffRow;
  readonly self: boolean;
  readonly here: string;
  /** There is an organisation to go over to. */
  readonly moves: boolean;
}
/** What an admin can do for one colleague. */
export function ManageColleague({ t, row, self, here, moves }: Props) {
  const name = row.firstName;
  return (
    <div
      className="grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-y-5 gap-x-8 items-start mb-5 pt-4 pb-5
        px-5 bg-sheet border border-line rounded-2"
    >
      {row.sessions.length > 0 && (
        <div>
          {row.sessions.map((session) => {
            const agent = t(`staff.browser.${deviceOf(session.agent)}`);
            const moment = formatMoment(session.since, "weekdayShort", t.lang);
            return (
              <ActionForm key={session.id} action={endSession} hidden={{ sessionId: session.id }} className={styles.session}>
                <span>
                  {agent}
                  {session.id === here && `, ${t("staff.thisOne")}`}
                  <br />
                  <span className="text-s text-ink-2">{t("staff.since", { moment })}</span>
                </span>
                <SubmitButton kind="plain" size="small" aria-label={t("staff.endSessionOf", { agent, moment })}>
                  {t("staff.endSession")}
                </SubmitButton>
              </ActionForm>
            );
          })}
        </div>
      )}
      {row.active && !row.managed && (
        <ActionForm action={setPassword} hidden={{ staffId: row.id }} done={t("staff.passwordSet")}>
          <TextField
            name="password"
            type="password"
            autoComplete="new-password"
            label={t("staff.newPassword")}
            hint={t("staff.newPasswordHint", { name })}
          />
          <SubmitButton kind="plain" size="small">
            {t("staff.setPassword")}
          </SubmitButton>
        </ActionForm>
      )}
      {row.active && (
        <Texts rooms={["access"]}>
          {!row.managed && <PasswordLink staffId={row.id} name={name} />}
          {!row.managed && <LostPhone staffId={row.id} name={name} />}
          {!self && (row.managed || moves) && <MoveAccount t={t} staffId={row.id} name={name} managed={row.managed} />}
        </Texts>
      )}
      {!self && (
        <ActionForm action={setActive} hidden={{ staffId: row.id, active: row.active ? "no" : "yes" }}>
          {row.active && <p className="text-s text-ink-2">{t("staff.deactivateHint", { name })}</p>}
          <SubmitButton kind="plain" size="small">
            {t(row.active ? "staff.deactivate" : "staff.activate")}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
