import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { StatementLines } from "@/components/bank/statement-lines";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { statementOf } from "@/lib/bank/queries/statements";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

/** One statement: every line with what became of it, why, and the way back. */
export default async function StatementPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await enter("page:/afschriften/[id]");
  await saw(actor, "list", { subject: "afschrift" });
  const id = Number((await params).id);
  const [t, found] = await Promise.all([translator(), Number.isSafeInteger(id) && id < 2 ** 31 ? statementOf(id) : null]);
  if (!found) notFound();
  const { statement, lines } = found;
  const amount = (cents: string | null) => (cents === null ? t("bank.screen.unknown") : formatEuro(BigInt(cents)));
  return (
    <main id="main" className="page">
      <p>
        <Link href="/afschriften">{t("bank.statements.back")}</Link>
      </p>
      <h1>{t("bank.statements.one", { day: formatDay(statement.toDay, "full", t.lang) })}</h1>
      <p className="text-s text-ink-2">
        {t("bank.statements.balances", { opening: amount(statement.openingCents), closing: amount(statement.closingCents) })}{" "}
        {t("bank.statements.count", { lines: statement.lines, suspense: statement.suspense })}
      </p>
      <StatementLines t={t} lines={lines.map((line) => ({ ...line, commandId: randomUUID(), nameId: randomUUID() }))} />
    </main>
  );
}
