import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import type { Translate } from "@/lib/i18n/phrase";
import { chooseLanguage, signOut } from "@/lib/staff/actions";
import { KeyList } from "./key-list";
import { KeysSwitch } from "./keys-switch";

const LANGUAGE_NAMES = { nl: "Nederlands", en: "English" } as const;

/** Under one's own name: language, shortcuts, signing out. A details element, so that it opens without JavaScript. */
export function Menu({ t, firstName, name, role }: { t: Translate; firstName: string; name: string; role: Role }) {
  return (
    <details className="menu" data-menu>
      <summary aria-label={t("shell.menuOf", { name })}>{firstName}</summary>
      <div className="menu-sheet">
        <p>
          <b>{name}</b>
          <br />
          <span className="sub">{t(`common.role.${role}`)}</span>
        </p>
        {allowed(role, "page:/uitzoeken") && <Link href="/uitzoeken">{t("problems.title")}</Link>}
        {allowed(role, "page:/regels") && <Link href="/regels">{t("shell.rules")}</Link>}
        <div>
          <h2>{t("shell.language")}</h2>
          <ActionForm action={chooseLanguage} className="">
            {(["nl", "en"] as const).map((lang) => (
              <SubmitButton
                key={lang}
                kind="plain"
                size="small"
                name="language"
                value={lang}
                lang={lang}
                aria-pressed={t.lang === lang}
              >
                {LANGUAGE_NAMES[lang]}
              </SubmitButton>
            ))}
          </ActionForm>
        </div>
        <KeysSwitch label={t("shell.keys")} on={t("shell.keysOn")} off={t("shell.keysOff")} />
        {allowed(role, "page:/werklijst") && <KeyList t={t} />}
        <ActionForm action={signOut} className="">
          <SubmitButton kind="plain">{t("shell.signOut")}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
