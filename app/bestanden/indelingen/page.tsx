import Link from "next/link";
import { MappingList } from "@/components/intake/mapping-list";
import { Empty } from "@/components/ui/empty";
import { enter } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { keptMappings } from "@/lib/intake/queries/mappings";

export async function generateMetadata() {
  return { title: (await translator())("intake.mappings.title") };
}

/** How each source names its columns: to look at, and to end when it no longer holds. */
export default async function MappingsPage() {
  await enter("page:/bestanden/indelingen");
  const [t, mappings] = await Promise.all([translator(), keptMappings()]);
  return (
    <main id="main" className="page max-w-184">
      <p>
        <Link href="/bestanden">{t("intake.screen.back")}</Link>
      </p>
      <h1>{t("intake.mappings.title")}</h1>
      <p className="text-s text-ink-2">{t("intake.mappings.intro")}</p>
      {mappings.length > 0 ? (
        <MappingList t={t} mappings={mappings} />
      ) : (
        <Empty title={t("intake.mappings.none")}>
          <p>{t("intake.mappings.noneHelp")}</p>
        </Empty>
      )}
    </main>
  );
}
