import { formatPersonSpoken } from "@/lib/i18n/people";
import type { PartOfDay } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import { dateOf, dayOf, type Now } from "@/lib/platform/clock";
import { type Db, isClient, sqlOf } from "@/lib/platform/db";
import { onceAPage } from "@/lib/platform/once";
import { sqlFile } from "@/lib/platform/sqlfile";
import { amsterdamOf } from "@/lib/platform/zone";
import type { AttemptFacts, PhoneFacts } from "@/lib/rules/facts";
import type { Policy } from "@/lib/rules/policy";
import { corporation } from "@/lib/staff/queries/staff";
import { membersOf } from "@/lib/tenancies/queries/people";
import type { GateChannel, GateFacts } from "../domain/gate";
import { inGsmAlphabet } from "../domain/gsm";
import { withoutNames } from "../domain/wording";

/** Which contact is asked about. */
export interface Proposal {
  readonly channel: GateChannel;
  readonly tenancyId: number;
  readonly personId: number | null;
  readonly number?: string | null;
  readonly text?: string | null;
  readonly byAppointment?: boolean;
  readonly byTwo?: boolean;
  /** A visit's own day and part; else now. */
  readonly on?: { readonly day: Day; readonly part: PartOfDay };
  /** A message that waits: what came in since it was written stops it, and it is not counted against itself. */
  readonly draft?: { readonly messageId: number; readonly writtenAt: Date };
}

/** A page asks about a call and a message at once: what both rest on is read once. */
const once = <T>(db: Db, key: string, work: () => Promise<T>): Promise<T> => (isClient(db) ? onceAPage(key, work) : work());

/** Gathers what the gate looks at, as it is at this moment. */
export async function gateFacts(db: Db, now: Now, policy: Policy, proposal: Proposal): Promise<GateFacts> {
  const { tenancyId, personId, draft, on } = proposal;
  const members = await membersOf(db, tenancyId, now.day);
  const tenants = members.filter((member) => member.role === "tenant" || member.role === "co-tenant");
  const deaths = tenants.flatMap((member) => (member.id !== personId && member.deceasedOn ? [member.deceasedOn] : []));
  const [caseOpen, contacts, number, sinceDraft, underWay, heard] = await Promise.all([
    once(db, `open case ${tenancyId}`, () => db.arrearsCase.count({ where: { tenancyId, closedOn: null } })),
    contactsWith(
      db,
      addDays(now.day, -policy.contactCapDays - 1),
      tenancyId,
      tenants.map((member) => member.id),
      draft?.messageId,
    ),
    numberOf(db, personId, proposal.number ?? null),
    draft ? since(db, tenancyId, draft.writtenAt) : null,
    sqlOf(db)<{ found: boolean }>(sqlFile("contact/maybe-paid"), [tenancyId, now.day]),
    once(db, `death heard ${tenancyId}`, () =>
      db.dataProblem.count({ where: { tenancyId, kind: "deceased-unverified", endedOn: null } }),
    ),
  ]);
  return {
    channel: proposal.channel,
    day: on?.day ?? now.day,
    minutes: on ? null : amsterdamOf(now.moment).minutes,
    part: on?.part ?? now.part,
    caseOpen: caseOpen > 0,
    addressee: members.find((member) => member.id === personId) ?? null,
    representativeKnown: members.some((member) => member.role === "representative"),
    lastDeathOn: deaths.sort().at(-1) ?? null,
    number,
    contacts,
    sinceDraft,
    maybePaid: underWay[0]?.found === true,
    deathHeard: heard > 0,
    text: proposal.text ? withoutNames(proposal.text, await namesIn(db, members)) : null,
    byAppointment: proposal.byAppointment ?? false,
    byTwo: proposal.byTwo ?? false,
  };
}

/** Who a message may name, as it stands in one: the household, the colleague who wrote it, the corporation and its number. */
async function namesIn(db: Db, members: readonly Parameters<typeof formatPersonSpoken>[0][]): Promise<string[]> {
  const { name, number } = await corporation();
  const staff = await db.staff.findMany({ select: { firstName: true } });
  const names = [...members.map(formatPersonSpoken), ...staff.map(({ firstName }) => firstName), name, number];
  return names.flatMap((text) => [text, inGsmAlphabet(text)]);
}

/** Tries of the last days with these people over all their tenancies. */
async function contactsWith(db: Db, after: Day, tenancyId: number, personIds: number[], ownMessage?: number) {
  const key = `contacts ${tenancyId} ${after} ${personIds} ${ownMessage}`;
  const rows = await once(db, key, () =>
    db.attempt.findMany({
      where: {
        undoneAt: null,
        day: { gt: dateOf(after) },
        AND: [
          { OR: [{ tenancyId }, { personId: { in: personIds } }] },
          ...(ownMessage ? [{ OR: [{ messageId: null }, { messageId: { not: ownMessage } }] }] : []),
        ],
      },
      select: { channel: true, direction: true, day: true, outcome: true },
    }),
  );
  return rows.map((row) => ({
    channel: row.channel as AttemptFacts["channel"],
    direction: row.direction as AttemptFacts["direction"],
    outcome: row.outcome as AttemptFacts["outcome"],
    day: dayOf(row.day),
  }));
}

async function numberOf(db: Db, personId: number | null, number: string | null): Promise<GateFacts["number"]> {
  if (personId === null || number === null) return null;
  const point = await db.contactPoint.findFirst({
    where: { personId, value: number, endedAt: null, kind: { not: "email" } },
    select: { kind: true, quality: true },
  });
  return point as Pick<PhoneFacts, "kind" | "quality"> | null;
}

async function since(db: Db, tenancyId: number, writtenAt: Date): Promise<NonNullable<GateFacts["sinceDraft"]>> {
  const later = { gt: writtenAt };
  const [paid, promised, held] = await Promise.all([
    db.ledgerEntry.count({ where: { tenancyId, kind: { in: ["payment", "credit"] }, recordedAt: later } }),
    db.paymentPromise.count({ where: { tenancyId, undoneAt: null, withdrawnOn: null, recordedAt: later } }),
    db.hold.count({ where: { tenancyId, endedOn: null, recordedAt: later } }),
  ]);
  return { paid: paid > 0, promised: promised > 0, held: held > 0 };
}
