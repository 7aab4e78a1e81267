import { NewPassword } from "@/components/access/new-password";
import styles from "@/components/staff/sign-in.module.css";
import { Doorbell } from "@/components/ui/pictograms";
import { Texts } from "@/components/ui/texts";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata() {
  const t = await translator();
  // The address holds a key: it goes nowhere.
  return { title: t("access.link.title"), referrer: "no-referrer" as const };
}

/** Where a link of the administrator leads: one sets a password of one's own. Whether the link still counts is said when it is used. */
export default async function NewPasswordPage({ searchParams }: { searchParams: Promise<{ sleutel?: string }> }) {
  const [t, { sleutel = "" }] = await Promise.all([translator(), searchParams]);
  return (
    <main id="main" className={`${styles.entrance} ${styles.alone}`}>
      <div className={styles.form}>
        <p className="flex items-center gap-2 mb-8 font-title text-l max-[860px]:mb-5">
          <Doorbell />
          Aanbel
        </p>
        <h1>{t("access.link.title")}</h1>
        <p className="mt-1 mb-6 text-ink-2 font-normal text-l">{t("access.link.why")}</p>
        <Texts rooms={["access"]}>
          <NewPassword word={/^[\w-]{20,64}$/.test(sleutel) ? sleutel : "-"} />
        </Texts>
      </div>
    </main>
  );
}
