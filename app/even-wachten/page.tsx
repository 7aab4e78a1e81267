import { LinkButton } from "@/components/ui/button";
import { enter } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { innerPath } from "@/lib/staff/domain/sign-in";

export async function generateMetadata() {
  return { title: (await translator())("shell.tooOften") };
}

/** Where a page leads that was asked for too often: it says when to come back, and where to. */
export default async function WaitPage({ searchParams }: { searchParams: Promise<{ naar?: string; over?: string }> }) {
  await enter("page:/even-wachten");
  const [t, { naar, over }] = await Promise.all([translator(), searchParams]);
  const seconds = Math.min(Number(over) || 60, 3600);
  return (
    <main id="main" className="page max-w-184">
      <h1 className="mb-2">{t("shell.tooOften")}</h1>
      <p>{t("shell.tooOftenWhy", { seconds })}</p>
      <p className="mt-5">
        <LinkButton href={innerPath(naar) ?? "/"}>{t("shell.again")}</LinkButton>
      </p>
    </main>
  );
}
