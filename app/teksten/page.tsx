import Link from "next/link";
import { enter } from "@/lib/auth/session";
import { TEXT_KINDS } from "@/lib/contact/domain/texts";
import { textVersions } from "@/lib/contact/queries/texts";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata() {
  return { title: (await translator())("contact.text.pageTitle") };
}

/** Every message and letter that leaves the house, with who wrote its words last. */
export default async function TextsPage() {
  await enter("page:/teksten");
  const t = await translator();
  const kinds = await Promise.all(TEXT_KINDS.map(async (kind) => ({ kind, latest: (await textVersions(kind))[0] })));
  return (
    <main id="main" className="page max-w-248">
      <h1>{t("contact.text.pageTitle")}</h1>
      <p className="mb-6 max-w-160 text-ink-2">{t("contact.text.intro")}</p>
      <ul className="list-none">
        {kinds.map(({ kind, latest }) => (
          <li key={kind} className="border-b border-line">
            <Link
              href={`/teksten/${kind}`}
              className="flex min-h-12 flex-wrap items-baseline justify-between gap-x-4 py-2 no-underline hover:bg-accent-wash"
            >
              <b>{t(`contact.text.kind.${kind}`)}</b>
              <span className="text-s text-ink-2">
                {latest?.savedAt
                  ? t("contact.text.by", {
                      name: latest.by ?? "",
                      moment: formatMoment(latest.savedAt, "weekdayShort", t.lang),
                    })
                  : t("contact.text.unchanged")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
