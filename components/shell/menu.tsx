import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOut } from "@/lib/access/actions";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import type { Translate } from "@/lib/i18n/phrase";
import { chooseLanguage } from "@/lib/staff/actions";
import { KeyList } from "./key-list";
import { KeysSwitch } from "./keys-switch";

const LANGUAGE_NAMES = { nl: "Nederlands", en: "English" } as const;

/** Under one's own name: language, shortcuts, signing out. A details element, so that it opens without JavaScript. */
export function Menu({ t, firstName, name, role }: { t: Translate; firstName: string; name: string; role: Role }) {
  return (
    <details className="group relative" data-menu>
      <summary
        className="flex min-h-11 list-none items-center text-ink-2 group-open:text-ink after:-mt-[3px] after:mr-0.5 after:ml-2 after:size-1.5
          after:rotate-45 after:border-r-[1.5px] after:border-b-[1.5px] hover:text-ink [&::-webkit-details-marker]:hidden"
        aria-label={t("shell.menuOf", { name })}
      >
        {firstName}
      </summary>
      <div
        className="absolute top-[calc(100%+2px)] -right-2 z-40 grid w-68 gap-4 rounded-3 bg-sheet px-5 pt-4 pb-5 shadow-float
          [&_[aria-pressed=true]]:border-accent [&_[aria-pressed=true]]:bg-accent-wash [&_[aria-pressed=true]]:font-semibold
          [&_h2]:mb-1 [&_h2]:text-s [&_h2]:font-medium [&_h2]:text-ink-2"
      >
        <p>
          <b>{name}</b>
          <br />
          <span className="text-s text-ink-2">{t(`common.role.${role}`)}</span>
        </p>
        {allowed(role, "page:/huurder-belt") && (
          <Link className="hidden max-[960px]:block" href="/huurder-belt">
            {t("shell.rings")}
          </Link>
        )}
        <Link href="/mijn">{t("staff.own.title")}</Link>
        <Link href="/bewaard">{t("privacy.us.title")}</Link>
        {allowed(role, "page:/inzage/termijnen") && !allowed(role, "page:/inzage") && (
          <Link href="/inzage/termijnen">{t("privacy.terms.title")}</Link>
        )}
        {allowed(role, "page:/brieven") && <Link href="/brieven">{t("shell.letters")}</Link>}
        {allowed(role, "page:/jaarlijsten") && <Link href="/jaarlijsten">{t("bulk.yearly.title")}</Link>}
        {allowed(role, "page:/uitzoeken") && <Link href="/uitzoeken">{t("problems.title")}</Link>}
        {allowed(role, "page:/teksten") && <Link href="/teksten">{t("contact.text.pageTitle")}</Link>}
        {allowed(role, "page:/regels") && <Link href="/regels">{t("shell.rules")}</Link>}
        <div>
          <h2>{t("shell.language")}</h2>
          <ActionForm action={chooseLanguage} className="flex flex-wrap gap-2">
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
        <ActionForm action={signOut} className="flex flex-wrap gap-2">
          <SubmitButton kind="plain">{t("shell.signOut")}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
