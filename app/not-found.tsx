import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { translator } from "@/lib/i18n/translator";

export default async function NotFound() {
  const t = await translator();
  return (
    <main id="main" className="page max-w-184">
      <Empty title={t("shell.notFound")}>
        <p>{t("shell.notFoundWhy")}</p>
        <p className="mt-5">
          <LinkButton href="/">{t("shell.goHome")}</LinkButton>
        </p>
      </Empty>
    </main>
  );
}
