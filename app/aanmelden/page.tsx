import { redirect } from "next/navigation";
import { OrganisationButton } from "@/components/access/organisation-button";
import { PasskeyButton } from "@/components/access/passkeys";
import { BellPanel } from "@/components/staff/bell-panel";
import styles from "@/components/staff/sign-in.module.css";
import { SignInForm } from "@/components/staff/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { Doorbell } from "@/components/ui/pictograms";
import { Rich } from "@/components/ui/rich";
import { Texts } from "@/components/ui/texts";
import { organisation } from "@/lib/access/queries/organisation";
import { signingIn } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { innerPath } from "@/lib/staff/domain/sign-in";
import { anybody, demoPassword, demoStaff } from "@/lib/staff/queries/staff";

export async function generateMetadata() {
  return { title: (await translator())("staff.title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ naar?: string; als?: string; fout?: string; error?: string }>;
}) {
  const half = await signingIn();
  if (half) redirect(half.stage === "open" ? "/" : "/aanmelden/verder");
  const [t, asked, { part }, plates, somebody, there] = await Promise.all([
    ...([translator(), searchParams, now(), demoStaff(), anybody(), organisation()] as const),
  ]);
  const fault = asked.fout ?? (asked.error ? "other" : null);
  const to = innerPath(asked.naar) ?? "";
  const chosen = plates.find((plate) => plate.email.split("@")[0] === asked.als);
  return (
    <main id="main" className={plates.length ? styles.entrance : `${styles.entrance} ${styles.alone}`}>
      <div className={styles.form}>
        <p className="flex items-center gap-2 mb-8 font-title text-l max-[860px]:mb-5">
          <Doorbell />
          Aanbel
        </p>
        <h1>{t(`staff.hello.${part}`)}</h1>
        <p className="mt-1 mb-6 text-ink-2 font-normal text-l">{somebody ? t("staff.intro") : t("staff.nobody")}</p>
        {fault && (
          <Notice kind="need">{t(t.has(`access.fault.${fault}`) ? `access.fault.${fault}` : "access.fault.other")}</Notice>
        )}
        {there && (
          <div className="mb-6">
            <OrganisationButton label={t("access.organisation.signIn", { name: there.name })} to={to} />
          </div>
        )}
        {somebody ? (
          <>
            <Texts rooms={["staff"]}>
              <SignInForm email={chosen?.email ?? ""} password={chosen ? await demoPassword() : ""} to={to} />
            </Texts>
            <PasskeyButton to={to} label={t("access.passkey.signIn")} failed={t("access.passkey.notSignedIn")} />
            <p className="mt-5 text-ink-2" aria-live="polite">
              {chosen ? t("staff.demoChosen", { name: chosen.name }) : t("staff.forgot")}
            </p>
          </>
        ) : (
          <p>
            <Rich parts={t.parts("staff.nobodyHow")} />
          </p>
        )}
      </div>
      {plates.length > 0 && (
        <aside className={styles.panel}>
          <div>
            <h2>{t("staff.demoTitle")}</h2>
            <p>{t("staff.demoIntro")}</p>
            <BellPanel t={t} plates={plates} chosen={chosen?.email ?? ""} to={to} />
          </div>
        </aside>
      )}
    </main>
  );
}
