import type { Actor } from "@/lib/auth/actor";
import { caseView } from "@/lib/cases/queries/case-view";
import { gatesOf } from "@/lib/cases/queries/gates";
import { smsProblem } from "@/lib/contact/channels/sms";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import type { WorkRow } from "@/lib/queue/domain/rows";
import { type BulkParams, MOST_MESSAGES, MOST_ROWS, type PreviewRow } from "../domain/bulk";

/** What would happen with these rows, each with the reason when it would not. The act itself looks again. */
export async function previewBulk(actor: Actor, rows: readonly WorkRow[], params: BulkParams): Promise<readonly PreviewRow[]> {
  const shown = rows.slice(0, params.act === "sms" ? MOST_MESSAGES : MOST_ROWS);
  const out = await reasonsOf(actor, shown, params);
  return shown.map((row) => ({
    tenancyId: row.tenancyId,
    name: row.lastName ? formatPersonName({ ...row, lastName: row.lastName }) : "",
    place: formatAddress(row),
    out: out.get(row.tenancyId) ?? null,
  }));
}

async function reasonsOf(actor: Actor, rows: readonly WorkRow[], params: BulkParams): Promise<ReadonlyMap<number, string>> {
  if (params.act === "assign") {
    const already = rows.filter(({ ownerId }) => ownerId === params.ownerId);
    return new Map(already.map(({ tenancyId }) => [tenancyId, "has-owner"]));
  }
  if (params.act === "wait") {
    const holds = await prisma().hold.findMany({
      where: { tenancyId: { in: rows.map(({ tenancyId }) => tenancyId) }, endedOn: null },
      select: { tenancyId: true },
    });
    const held = new Set(holds.map(({ tenancyId }) => tenancyId));
    return new Map(
      rows.flatMap(({ tenancyId, overdueCents }): [number, string][] =>
        held.has(tenancyId) ? [[tenancyId, "held"]] : overdueCents === "0" ? [[tenancyId, "nothing-open"]] : [],
      ),
    );
  }
  const reasons = new Map<number, string>();
  for (const { tenancyId } of rows) {
    const reason = await whyNoSms(actor, tenancyId);
    if (reason) reasons.set(tenancyId, reason);
  }
  return reasons;
}

/** Why this tenant gets no text message now; null when one may go, or may go as soon as contact hours begin. */
async function whyNoSms(actor: Actor, tenancyId: number): Promise<string | null> {
  if (smsProblem() !== null) return "no-gateway";
  const view = await caseView(tenancyId);
  if (!view) return "not-found";
  const mobile = view.phones.some(
    ({ personId, kind, quality }) => personId === view.addresseeId && kind === "mobile" && quality !== "dead",
  );
  if (!mobile) return "no-mobile";
  const { sms, textProblem } = await gatesOf(actor, await now(), view);
  if (textProblem) return textProblem;
  const block = sms.blocks.find(({ code }) => code !== "outside-hours");
  return block ? `gate-${block.code}` : null;
}
