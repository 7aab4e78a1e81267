import type { Actor } from "@/lib/auth/actor";
import type { Named } from "@/lib/i18n/people";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { doorsOf } from "@/lib/tenancies/queries/doors";
import { type Envelope, unseal } from "../domain/seal";
import { correctionSchema, ringSchema, visitSchema } from "../schema";

/** What somebody has to look at: who sealed it, about whom, what they said, and why it waits. */
export interface ToReview {
  readonly id: string;
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly form: string;
  readonly who: string;
  readonly tenancyId: number | null;
  readonly name: Named | null;
  readonly receivedAt: string;
  readonly happenedAt: string | null;
  readonly phoneAt: string | null;
  /** As it was sealed; null when nobody can read it. */
  readonly said: Said | null;
  /** It was not recorded, and a colleague may let it count. */
  readonly mayCount: boolean;
}
export type Said =
  | { readonly kind: "visit"; readonly answers: Readonly<Record<string, string | boolean | string[]>> }
  | { readonly kind: "ring"; readonly result: string }
  | { readonly kind: "correction"; readonly reason: string };

/** What was not recorded because of the hand-out alone. */
const MAY_COUNT: ReadonlySet<string> = new Set(["revoked", "not-handed-out", "late"]);
/** A phone that was missed is still listed for a while after its day is over, in milliseconds: sixty days. */
const STILL_LISTED_MS = 60 * 86_400_000;

const saidOf = (form: string, content: unknown): Said | null => {
  const visit = form === "visit-1" ? visitSchema.safeParse(content) : null;
  if (visit?.success) return { kind: "visit", answers: visit.data.answers };
  const ring = form === "ring-1" ? ringSchema.safeParse(content) : null;
  if (ring?.success) return { kind: "ring", result: ring.data.result };
  const correction = form === "correction-1" ? correctionSchema.safeParse(content) : null;
  return correction?.success ? { kind: "correction", reason: correction.data.reason } : null;
};

/** What waits for a person, oldest first. */
export async function toReview(_actor: Actor): Promise<ToReview[]> {
  const rows = await prisma().fieldEnvelope.findMany({
    where: { state: "review" },
    orderBy: { receivedAt: "asc" },
    take: 200,
    include: { key: true, handout: { include: { staff: { select: { name: true } } } } },
  });
  const opened = await Promise.all(
    rows.map(async (row) => {
      const envelope = { id: row.id, keyId: row.keyId, form: row.form, ...(row.sealed as object) } as Envelope;
      const content = await unseal(envelope, row.key.agree as JsonWebKey).catch(() => null);
      // What a correction is about may have come in after it.
      const corrects = correctionSchema.safeParse(content);
      const about = corrects.success
        ? await prisma().fieldEnvelope.findUnique({ where: { id: corrects.data.envelopeId }, select: { tenancyId: true } })
        : null;
      return { row, content, tenancyId: row.tenancyId ?? about?.tenancyId ?? null };
    }),
  );
  const doors = await doorsOf(opened.flatMap(({ tenancyId }) => tenancyId ?? []));
  return opened.map(({ row, content, tenancyId }) => {
    const { recorded = 0, ...detail } = row.detail as Record<string, string | number>;
    return {
      id: row.id,
      code: row.code ?? "other",
      form: row.form,
      who: row.handout.staff.name,
      detail,
      tenancyId,
      name: (tenancyId !== null && doors.get(tenancyId)?.door.name) || null,
      receivedAt: row.receivedAt.toISOString(),
      happenedAt: row.happenedAt?.toISOString() ?? null,
      phoneAt: row.phoneAt?.toISOString() ?? null,
      said: saidOf(row.form, content),
      mayCount: recorded === 0 && MAY_COUNT.has(row.code ?? ""),
    };
  });
}

/** How much waits for a person. */
export const toReviewCount = (_actor: Actor): Promise<number> => prisma().fieldEnvelope.count({ where: { state: "review" } });

/** A day that is out on a phone. */
export interface OutOnAPhone {
  readonly id: string;
  readonly who: string;
  readonly device: string;
  readonly handedAt: string;
  readonly seenAt: string;
  readonly doors: number;
  /** What came back of it. */
  readonly received: number;
  readonly revoked: boolean;
}

/** The last day of each phone, as long as something may come back of it. */
export async function outOnPhones(_actor: Actor): Promise<OutOnAPhone[]> {
  const rows = await prisma().fieldHandout.findMany({
    where: { expiresAt: { gt: new Date((await now()).moment.getTime() - STILL_LISTED_MS) } },
    orderBy: { handedAt: "desc" },
    include: { staff: { select: { name: true } }, _count: { select: { envelopes: true } } },
  });
  const last = rows.filter(
    (row, nth) => rows.findIndex((other) => other.deviceId === row.deviceId && other.staffId === row.staffId) === nth,
  );
  return last.map((row) => ({
    id: row.id,
    who: row.staff.name,
    device: row.deviceName,
    handedAt: row.handedAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    doors: row.doors.length,
    received: row._count.envelopes,
    revoked: row.revokedAt !== null,
  }));
}
