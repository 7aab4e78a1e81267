import type { Actor } from "@/lib/auth/actor";
import { caseView } from "@/lib/cases/queries/case-view";
import { gatesOf } from "@/lib/cases/queries/gates";
import { smsProblem } from "@/lib/contact/channels/sms";
import { gateway } from "@/lib/contact/queries/gateway";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import { addDays } from "@/lib/kernel/day";
import { dateOf, now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import type { WorkRow } from "@/lib/queue/domain/rows";
import { type BulkParams, MOST_MESSAGES, MOST_ROWS, type PreviewRow } from "../domain/bulk";

/** What would happen with these rows, each with the reason when it would not. The act itself looks again. */
export async function previewBulk(actor: Actor, rows: readonly WorkRow[], params: BulkParams): Promise<readonly PreviewRow[]> {
  // Those that go along first, so that what does not fit now is there when these are done.
  const looked = params.act === "sms" ? (await withoutMessage(rows)).slice(0, MOST_MESSAGES) : rows;
  const out = await reasonsOf(actor, looked, params);
  const shown = looked.toSorted((a, b) => Number(out.has(a.tenancyId)) - Number(out.has(b.tenancyId))).slice(0, MOST_ROWS);
  return shown.map((row) => ({
    tenancyId: row.tenancyId,
    name: row.lastName ? formatPersonName({ ...row, lastName: row.lastName }) : "",
    place: formatAddress(row),
    out: out.get(row.tenancyId) ?? null,
  }));
}

/** Who got a message lately comes last: the gate would say no, and each is weighed by itself. */
async function withoutMessage(rows: readonly WorkRow[]): Promise<readonly WorkRow[]> {
  const { day } = await now();
  const sent = await prisma().attempt.findMany({
    where: { channel: "sms", undoneAt: null, day: { gte: dateOf(addDays(day, -7)) } },
    select: { tenancyId: true },
  });
  const had = new Set(sent.map(({ tenancyId }) => tenancyId));
  return rows.toSorted((a, b) => Number(had.has(a.tenancyId)) - Number(had.has(b.tenancyId)));
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
  if (smsProblem(await gateway()) !== null) return "no-gateway";
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
