import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeGateway, setGateway, tryGateway } from "@/lib/contact/actions";
import { PROVIDERS } from "@/lib/contact/domain/sender";
import type { GatewayShown } from "@/lib/contact/queries/gateway";
import type { Translate } from "@/lib/i18n/phrase";

/** By which SMS service messages leave; only to read when it was set as the program started. */
export function GatewayForm({ t, known }: { t: Translate; known: GatewayShown }) {
  const kind = (provider: string) =>
    t.has(`contact.gateway.kind.${provider}`) ? t(`contact.gateway.kind.${provider}`) : provider;
  if (known.from === "environment")
    return (
      <div className="grid gap-2">
        <p>{t("contact.gateway.given")}</p>
        <p className="text-s text-ink-2 break-all">
          {[kind(known.provider), known.url, known.sender].filter(Boolean).join(" · ")}
        </p>
      </div>
    );
  return (
    <>
      <ActionForm action={setGateway} done={t("contact.gateway.saved")} deliberate>
        <p className="text-s text-ink-2">{t("contact.gateway.intro")}</p>
        <SelectField
          name="provider"
          label={t("contact.gateway.provider")}
          options={PROVIDERS.map((value) => ({ value, label: kind(value) }))}
          defaultValue={known.provider}
        />
        <TextField
          name="url"
          label={t("contact.gateway.url")}
          hint={t("contact.gateway.urlHint")}
          defaultValue={known.url}
          inputMode="url"
          spellCheck={false}
        />
        <TextField
          name="sender"
          label={t("contact.gateway.sender")}
          hint={t("contact.gateway.senderHint")}
          defaultValue={known.sender}
          spellCheck={false}
          maxLength={16}
        />
        <TextField
          name="account"
          label={t("contact.gateway.account")}
          hint={t("contact.gateway.accountHint")}
          defaultValue={known.account}
          spellCheck={false}
        />
        <TextField
          name="secret"
          type="password"
          label={t("contact.gateway.secret")}
          hint={t(known.hasSecret ? "contact.gateway.secretStays" : "contact.gateway.secretHint")}
          autoComplete="off"
        />
        <SubmitButton kind="plain">{t("contact.gateway.save")}</SubmitButton>
      </ActionForm>
      {known.from === "screen" && (
        <ActionForm action={removeGateway} className="mt-3" deliberate>
          <SubmitButton kind="plain" size="small">
            {t("contact.gateway.remove")}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

/** One message to one's own phone. */
export function TryGateway({ t }: { t: Translate }) {
  return (
    <ActionForm action={tryGateway} done={t("contact.gateway.sent")} className="form mt-6" deliberate>
      <h3>{t("contact.gateway.try")}</h3>
      <TextField
        name="number"
        type="tel"
        label={t("contact.gateway.number")}
        hint={t("contact.gateway.tryHint")}
        autoComplete="tel"
        maxLength={30}
      />
      <SubmitButton kind="plain">{t("contact.gateway.send")}</SubmitButton>
    </ActionForm>
  );
}
