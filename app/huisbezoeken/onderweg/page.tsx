import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { PhonesList } from "@/components/visits/phones-list";
import { ReviewList } from "@/components/visits/review-list";
import { enter } from "@/lib/auth/session";
import { outOnPhones, toReview } from "@/lib/field/queries/post";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";

export async function generateMetadata() {
  return { title: (await translator())("field.office.title") };
}

/** What came from phones and waits for a person, and which days are out on a phone. */
export default async function OnTheWayPage() {
  const actor = await enter("page:/huisbezoeken/onderweg");
  const [t, { day }, rows, phones] = await Promise.all([translator(), now(), toReview(actor), outOnPhones(actor)]);
  const today = { day: formatDay(day, "full", t.lang) };
  return (
    <main id="main" className="page max-w-208">
      <h1>{t("field.office.title")}</h1>
      <p className="text-s text-ink-2 mb-6">{t("field.office.intro")}</p>
      <Section title={t("field.office.toReview", { count: rows.length })}>
        {rows.length === 0 ? (
          <Empty title={t("field.office.nothing")}>
            <p>{t("field.office.nothingSince", today)}</p>
          </Empty>
        ) : (
          <ReviewList rows={rows} t={t} />
        )}
      </Section>
      <Section title={t("field.office.phones")}>
        {phones.length === 0 ? <p>{t("field.office.noPhones", today)}</p> : <PhonesList rows={phones} t={t} />}
      </Section>
    </main>
  );
}
