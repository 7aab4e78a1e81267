import { randomUUID } from "node:crypto";
import Link from "next/link";
import styles from "@/components/bank/bank.module.css";
import { LatestAllocations } from "@/components/bank/latest-allocations";
import { LineDesk } from "@/components/bank/line-desk";
import { SuspenseKeys } from "@/components/bank/suspense-keys";
import { SuspenseList } from "@/components/bank/suspense-list";
import { Drafts } from "@/components/ui/drafts";
import { Empty } from "@/components/ui/empty";
import { saw } from "@/lib/audit/jobs";
import type { Actor } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import {
  accountIsShared,
  candidatesFor,
  latestAllocations,
  type SuspenseLine,
  suspenseLines,
  termsOf,
} from "@/lib/bank/queries/suspense";
import { draftsAt } from "@/lib/drafts/queries";
import { formatEuro } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { searchText } from "@/lib/platform/search-key";

type Query = { regel?: string; zoek?: string; vorm?: string };

export async function generateMetadata() {
  return { title: (await translator())("bank.screen.title") };
}

export default async function SuspensePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await enter("page:/te-plaatsen");
  await saw(actor, "list", { subject: "te plaatsen" });
  const [t, query, { lines, total, totalCents }, allocations] = await Promise.all([
    translator(),
    searchParams,
    suspenseLines(),
    latestAllocations(),
  ]);
  const chosen = lines[chosenAt(lines, query.regel)];
  return (
    <main id="main" className="page">
      <h1>{t("bank.screen.title")}</h1>
      <p className={`text-s text-ink-2 mb-6`}>
        {t("bank.screen.count", { count: total, total: formatEuro(totalCents) })}{" "}
        {total > lines.length && t("bank.screen.more", { shown: lines.length })}{" "}
        <Link href="/afschriften">{t("bank.screen.statements")}</Link>
        {actor.role !== "system" && allowed(actor.role, "page:/voorlopig-betaald") && (
          <>
            {" · "}
            <Link href="/voorlopig-betaald">{t("bank.screen.provisional")}</Link>
          </>
        )}
      </p>
      {chosen ? (
        <div className={styles.desk}>
          <SuspenseList t={t} lines={lines} chosen={chosen.id} />
          <ChosenLine actor={actor} lines={lines} line={chosen} query={query} total={total} />
        </div>
      ) : (
        <Empty title={t("bank.screen.none")}>
          <p>{t("bank.screen.noneHelp")}</p>
          <p>
            <Link href="/bestanden">{t("bank.screen.files")}</Link>
          </p>
        </Empty>
      )}
      {allocations.length > 0 && (
        <LatestAllocations t={t} allocations={allocations} commandIds={allocations.map(() => randomUUID())} />
      )}
    </main>
  );
}

/** The line that was asked for; one that was just placed is gone, and the next one takes its turn. */
function chosenAt(lines: readonly SuspenseLine[], regel: string | undefined): number {
  const asked = lines.findIndex((line) => line.id === Number(regel));
  const after = lines.findIndex((line) => line.id > Number(regel));
  return asked >= 0 ? asked : Math.max(after, 0);
}

interface Chosen {
  actor: Actor;
  lines: readonly SuspenseLine[];
  line: SuspenseLine;
  query: Query;
  total: number;
}

async function ChosenLine({ actor, lines, line, query, total }: Chosen) {
  const t = await translator();
  const search = searchText((query.zoek ?? "").trim()) ?? "";
  const at = lines.indexOf(line);
  const mode = query.vorm === "verdelen" || query.vorm === "apart" ? query.vorm : null;
  const subject = `te-plaatsen/${line.id}`;
  const [candidates, drafts] = await Promise.all([candidatesFor(line.id, search), draftsAt(actor, subject)]);
  const [shared, terms] = await Promise.all([
    accountIsShared(line.iban),
    mode === "verdelen" ? termsOf(candidates.map((it) => it.tenancyId)) : [],
  ]);
  return (
    <Drafts key={subject} owner={actor.staffId ?? 0} subject={subject} drafts={drafts}>
      <SuspenseKeys lineId={line.id} mode={mode} />
      <LineDesk
        {...{ t, line, candidates, terms, shared, search, mode }}
        previous={lines[at - 1]?.id}
        next={lines[at + 1]?.id}
        position={t("bank.screen.position", { at: at + 1, of: total })}
        commandId={randomUUID()}
      />
    </Drafts>
  );
}
