import Link from "next/link";
import styles from "@/components/bank/bank.module.css";
import { LatestPlacements } from "@/components/bank/latest-placements";
import { PlaceLine } from "@/components/bank/place-line";
import { SuspenseList } from "@/components/bank/suspense-list";
import { Empty } from "@/components/ui/empty";
import { enter } from "@/lib/auth/session";
import { candidatesFor, latestPlacements, suspenseLines } from "@/lib/bank/queries/suspense";
import { formatEuro } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata() {
  return { title: (await translator())("bank.screen.title") };
}

export default async function SuspensePage({ searchParams }: { searchParams: Promise<{ regel?: string }> }) {
  const actor = await enter("page:/te-plaatsen");
  const [t, { regel }, { lines, total, totalCents }, placements] = await Promise.all([
    translator(),
    searchParams,
    suspenseLines(actor),
    latestPlacements(actor),
  ]);
  const asked = lines.findIndex((line) => line.id === Number(regel));
  // A line that was just placed is gone: the next one takes its turn.
  const after = lines.findIndex((line) => line.id > Number(regel));
  const at = asked >= 0 ? asked : Math.max(after, 0);
  const chosen = lines[at];
  const candidates = chosen ? await candidatesFor(actor, chosen.id) : [];
  return (
    <main id="main" className="page">
      <h1>{t("bank.screen.title")}</h1>
      {chosen ? (
        <>
          <p className={`sub ${styles.head}`}>
            {t("bank.screen.count", { count: total, total: formatEuro(totalCents) })}{" "}
            {total > lines.length && t("bank.screen.more", { shown: lines.length })}
          </p>
          <div className={styles.desk}>
            <SuspenseList t={t} lines={lines} chosen={chosen.id} />
            <PlaceLine
              t={t}
              line={chosen}
              candidates={candidates}
              previous={lines[at - 1]?.id}
              next={lines[at + 1]?.id}
              position={t("bank.screen.position", { at: at + 1, of: total })}
            />
          </div>
        </>
      ) : (
        <Empty title={t("bank.screen.none")}>
          <p>{t("bank.screen.noneHelp")}</p>
          <p>
            <Link href="/bestanden">{t("bank.screen.files")}</Link>
          </p>
        </Empty>
      )}
      {placements.length > 0 && <LatestPlacements t={t} placements={placements} />}
    </main>
  );
}
