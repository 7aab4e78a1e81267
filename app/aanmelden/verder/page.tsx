import { redirect } from "next/navigation";
import { CodeForm } from "@/components/access/code-form";
import { OwnPassword } from "@/components/access/own-password";
import { PasskeyButton } from "@/components/access/passkeys";
import { SecondStep } from "@/components/access/second-step";
import styles from "@/components/staff/sign-in.module.css";
import { ActionForm } from "@/components/ui/action-form";
import { Doorbell } from "@/components/ui/pictograms";
import { SubmitButton } from "@/components/ui/submit-button";
import { Texts } from "@/components/ui/texts";
import { signOut } from "@/lib/access/actions";
import { ownAccess } from "@/lib/access/queries/own";
import { from } from "@/lib/auth/cookie";
import { signingIn } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { innerPath } from "@/lib/staff/domain/sign-in";

export async function generateMetadata() {
  return { title: (await translator())("access.more.title") };
}

/** What is left of signing in: the second step, a password of one's own, or setting up a second step. */
export default async function MoreStepsPage({ searchParams }: { searchParams: Promise<{ naar?: string }> }) {
  const person = await signingIn();
  if (!person) redirect("/aanmelden");
  const to = innerPath((await searchParams).naar) ?? "";
  if (person.stage === "open") redirect(to || "/");
  const [t, own, { agent }] = await Promise.all([translator(), ownAccess(person.actor), from()]);
  return (
    <main id="main" className={`${styles.entrance} ${styles.alone}`}>
      <div className={styles.form}>
        <p className="flex items-center gap-2 mb-8 font-title text-l max-[860px]:mb-5">
          <Doorbell />
          Aanbel
        </p>
        <h1>{t(`access.more.${person.stage}`)}</h1>
        <p className="mt-1 mb-6 text-ink-2 font-normal text-l">
          {t(`access.more.${person.stage}Why`, { name: person.firstName })}
        </p>
        <Texts rooms={["access"]}>
          {person.stage === "factor" && (
            <>
              {own.codes && <CodeForm to={to} />}
              {own.passkeys.length > 0 && (
                <PasskeyButton to={to} label={t("access.passkey.signIn")} failed={t("access.passkey.notSignedIn")} />
              )}
            </>
          )}
          {person.stage === "password" && <OwnPassword to={to} touch />}
          {person.stage === "enrol" && <SecondStep t={t} own={own} agent={agent} onward={to || "/"} />}
        </Texts>
        <ActionForm action={signOut} className="mt-6">
          <SubmitButton kind="plain" size="small">
            {t("access.more.stop")}
          </SubmitButton>
        </ActionForm>
      </div>
    </main>
  );
}
