import { randomUUID } from "node:crypto";
import Link from "next/link";
import { AccountPart } from "@/components/bank/account-part";
import { LearnedList } from "@/components/bank/learned-list";
import { ReceiptSourceForm } from "@/components/bank/receipt-source-form";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { enter } from "@/lib/auth/session";
import { completeBySource } from "@/lib/bank/queries/complete";
import {
  accounts,
  ignoredPerAccount,
  learnedIbans,
  openGaps,
  receiptSourcesNow,
  statements,
} from "@/lib/bank/queries/statements";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";

export async function generateMetadata() {
  return { title: (await translator())("bank.statements.title") };
}

/** Each account with its chain of statements, what is missing, and which source leads. */
export default async function StatementsPage() {
  await enter("page:/afschriften");
  const clock = await now();
  const [t, all, complete, rows, gaps, ignored, learned, sources] = await Promise.all([
    translator(),
    accounts(),
    completeBySource(clock.moment),
    statements(),
    openGaps(),
    ignoredPerAccount(),
    learnedIbans(),
    receiptSourcesNow(),
  ]);
  return (
    <main id="main" className="page">
      <h1>{t("bank.statements.title")}</h1>
      <p className="text-s text-ink-2">
        <Link href="/te-plaatsen">{t("bank.screen.title")}</Link>
      </p>
      {all.length === 0 && (
        <Empty title={t("bank.statements.none")}>
          <p>{t("bank.statements.noneHelp")}</p>
        </Empty>
      )}
      {all.map((account) => (
        <AccountPart
          key={account.id}
          t={t}
          account={account}
          complete={complete.accounts.find((one) => one.accountId === account.id) ?? null}
          rows={rows.filter((row) => row.accountId === account.id)}
          gaps={gaps.filter((gap) => gap.accountId === account.id).map((gap) => ({ ...gap, commandId: randomUUID() }))}
          ignored={ignored.filter((one) => one.accountId === account.id)}
        />
      ))}
      <Section className="mt-8" title={t("bank.receiptSource.title")}>
        <ReceiptSourceForm t={t} accounts={all} sources={sources} day={clock.day} commandId={randomUUID()} />
      </Section>
      {learned.length > 0 && (
        <Section className="mt-8" title={t("bank.learned.title")} note={t("bank.learned.note")}>
          <LearnedList t={t} learned={learned.map((one) => ({ ...one, commandId: randomUUID() }))} />
        </Section>
      )}
    </main>
  );
}
