import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { setMail, tryMail } from "@/lib/health/actions";
import type { MailShown } from "@/lib/health/queries/mail";
import type { Translate } from "@/lib/i18n/phrase";

/** Who is told when something is not well, and by which server; only to read when it was set as the program started. */
export function MailForm({ t, known }: { t: Translate; known: MailShown }) {
  return (
    <>
      {known.by === "environment" ? (
        <div className="grid gap-2">
          <p>{t("health.mailServer.given")}</p>
          <p className="text-s text-ink-2 break-all">{[known.host, known.from, known.to].filter(Boolean).join(" · ")}</p>
        </div>
      ) : (
        <ActionForm action={setMail} done={t("health.mailServer.saved")} deliberate>
          <p className="text-s text-ink-2">{t("health.mailServer.intro")}</p>
          <TextField
            name="host"
            label={t("health.mailServer.host")}
            hint={t("health.mailServer.hostHint")}
            defaultValue={known.host}
            spellCheck={false}
          />
          <TextField
            name="port"
            label={t("health.mailServer.port")}
            hint={t("health.mailServer.portHint")}
            defaultValue={known.port}
            inputMode="numeric"
            maxLength={5}
          />
          <TextField
            name="user"
            label={t("health.mailServer.user")}
            defaultValue={known.user}
            spellCheck={false}
            autoComplete="off"
          />
          <TextField
            name="secret"
            type="password"
            label={t("health.mailServer.secret")}
            hint={known.user ? t("health.mailServer.secretStays") : undefined}
            autoComplete="off"
          />
          <TextField name="from" type="email" label={t("health.mailServer.from")} defaultValue={known.from} />
          <TextField name="to" type="email" label={t("health.mailServer.to")} defaultValue={known.to} />
          <SubmitButton kind="plain">{t("health.mailServer.save")}</SubmitButton>
        </ActionForm>
      )}
      {known.host && (
        <ActionForm action={tryMail} done={t("health.mailServer.sent")} className="form mt-6" deliberate>
          <SubmitButton kind="plain">{t("health.mailServer.send")}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
