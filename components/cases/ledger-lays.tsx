import type { LedgerLine, LineLay } from "@/lib/cases/domain/view";
import { formatMonth } from "@/lib/i18n/format";
import { inWords, type Translate, type Values } from "@/lib/i18n/phrase";
import { monthOf } from "@/lib/kernel/day";
import { isMonthlyRent } from "@/lib/ledger/domain/entry";

/** A charge as one names it: monthly rent by its month, other charges by their due day. */
function charge({ day, category }: LineLay, t: Translate): string {
  const kind = t(`bank.category.${category ?? "other"}`).toLowerCase();
  return isMonthlyRent({ category })
    ? t("casepage.ledger.lay.rent", { kind, month: formatMonth(monthOf(day), "long", t.lang) })
    : t("casepage.ledger.lay.charge", inWords({ kind, day }, t.lang, "dated"));
}

/** What lies where, said under the line: who paid a charge and when, what a receipt paid and why, what a return opened again. */
export function Lays({ line, t }: { line: LedgerLine; t: Translate }) {
  const said = (key: string, values: Values) => t(`casepage.ledger.lay.${key}`, inWords(values, t.lang, "dated"));
  const lies = line.lies.map((lay) => {
    const values = { amountCents: lay.amount, day: lay.day, named: lay.named ? "yes" : "no" };
    if (line.kind === "charge") return said("paidBy", values);
    return t(`casepage.ledger.lay.${line.kind === "reversal" ? "opened" : "paid"}`, {
      ...inWords(values, t.lang, "dated"),
      what: charge(lay, t),
    });
  });
  const left = [
    line.open > 0n && (line.openSince ? said("openSince", { openCents: line.open, since: line.openSince }) : null),
    line.held > 0n && said("held", { heldCents: line.held }),
    line.free > 0n && said("free", { freeCents: line.free }),
  ].filter((text) => typeof text === "string");
  const all = [...lies, ...left];
  if (all.length === 0) return null;
  return <p className="whitespace-pre-line text-ink-2 font-normal text-s">{all.join("\n")}</p>;
}
