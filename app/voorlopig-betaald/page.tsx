import { randomUUID } from "node:crypto";
import Link from "next/link";
import { DifferenceList } from "@/components/bank/difference-list";
import { PaymentForm } from "@/components/bank/payment-form";
import { ProvisionalList } from "@/components/bank/provisional-list";
import { Drafts } from "@/components/ui/drafts";
import { Section } from "@/components/ui/section";
import { enter } from "@/lib/auth/session";
import { provisionalPayments } from "@/lib/bank/queries/provisional";
import { draftsAt } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";
import { balanceDifferences } from "@/lib/ledger/queries/differences";
import { now } from "@/lib/platform/clock";

export async function generateMetadata() {
  return { title: (await translator())("bank.provisional.title") };
}

/** Money that is on its way, and balances that differ from the housing system's: what finance has to settle beside the bank. */
export default async function ProvisionalPage({ searchParams }: { searchParams: Promise<{ contract?: string }> }) {
  const actor = await enter("page:/voorlopig-betaald");
  const { day } = await now();
  const [t, { contract }, payments, differences, drafts] = await Promise.all([
    translator(),
    searchParams,
    provisionalPayments(day),
    balanceDifferences(),
    draftsAt(actor, "voorlopig-betaald/nieuw"),
  ]);
  return (
    <main id="main" className="page">
      <h1>{t("bank.provisional.title")}</h1>
      <p className="text-s text-ink-2">
        <Link href="/te-plaatsen">{t("bank.screen.title")}</Link>
      </p>
      <Section className="mt-8" title={t("bank.provisional.new")} note={t("bank.provisional.note")}>
        <Drafts owner={actor.staffId ?? 0} subject="voorlopig-betaald/nieuw" drafts={drafts}>
          <PaymentForm t={t} contract={contract ?? ""} day={day} commandId={randomUUID()} />
        </Drafts>
      </Section>
      <Section className="mt-8" title={t("bank.provisional.list", { count: payments.length })}>
        <ProvisionalList t={t} payments={payments.map((one) => ({ ...one, commandId: randomUUID() }))} />
      </Section>
      <Section className="mt-8" title={t("bank.differences.title", { count: differences.length })}>
        <DifferenceList t={t} differences={differences} />
      </Section>
    </main>
  );
}
