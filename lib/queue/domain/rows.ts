import type { Day } from "../../kernel/day";

export interface Dwelling {
  readonly kind: "home" | "care" | "parking" | "commercial";
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly city: string;
}

/** One row of the list: who, where, what is next, how far behind and how long without a conversation. */
export interface QueueRow extends Dwelling {
  /** Where it stands in the whole of its list, from 1. */
  readonly place: number;
  readonly tenancyId: number;
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string | null;
  /** A representative acts for the tenant, so the call goes to their office. */
  readonly represented: boolean;
  readonly doing: string | null;
  /** Why the present round started, when it started after a conversation. */
  readonly because: string | null;
  readonly monthsBehind: number;
  readonly overdueCents: string;
  /** Null: nobody ever spoke with them. */
  readonly silentDays: number | null;
  /** Of something to find out: since when it stands open. */
  readonly since?: Day;
  /** Garage or second dwelling of the same person, worked under this row. */
  readonly together: readonly Dwelling[];
}

/** A tenancy found by search; it need not be behind. */
export interface FoundRow extends Omit<QueueRow, "silentDays" | "together" | "because"> {
  readonly number: string;
  readonly endsOn: string | null;
  readonly open: boolean;
  /** Found by somebody else of the household: who, and as what. */
  readonly viaRole: string | null;
  readonly viaName: string | null;
  /** Found by the amount of a receipt: its day. */
  readonly paidOn?: string;
}

/** Where the chosen case stands in the filtered list. */
export interface Place {
  readonly place: number;
  readonly total: number;
  readonly previousId: number | null;
  readonly nextId: number | null;
}

/** Up to which day the receipts of one account are complete, and what is missing. */
export interface AccountThrough {
  readonly iban: string;
  readonly through: Day | null;
  readonly gap: { readonly from: Day; readonly to: Day; readonly kind: string } | null;
}

/** A row of the open work with what the list is filtered by. */
export interface WorkRow extends Omit<QueueRow, "together" | "place"> {
  readonly tab: string;
  readonly doing: string;
  /** It stands under the row of this tenancy: home and garage of one person. */
  readonly leadId: number | null;
  readonly buildingCode: string | null;
  readonly forManager: boolean;
  /** The colleague who answers for it. */
  readonly ownerId: number | null;
  /** That colleague works here no more: it is nobody's. */
  readonly ownerLeft: boolean;
}

/** A person is needed today because of something said or broken: these rows carry the signal colour. */
const CALLS_FOR_A_PERSON: ReadonlySet<string> = new Set([
  "promise-broken",
  "instalment-missed",
  "payment-not-found",
  "agreed-moment-passed",
  "no-longer-small",
]);

/** True when someone counts on us today: a follow-up call, what they texted, or a round that started after a conversation. */
export const needsPerson = (row: Pick<QueueRow, "doing" | "because">): boolean =>
  row.doing === "follow-up" ||
  row.doing === "sms-distress" ||
  row.doing === "sms-reply" ||
  (row.doing === "call" && row.because !== null && CALLS_FOR_A_PERSON.has(row.because));

const URGENT: Readonly<Record<string, number>> = { "sms-distress": 2, "sms-reply": 1 };

/**
 * The order of the list: what was texted and not read, words of need first; then who was never spoken with, then who is silent longest,
 * most months behind, most money.
 */
export function byNeed(a: WorkRow, b: WorkRow): number {
  const urgent = (URGENT[b.doing] ?? 0) - (URGENT[a.doing] ?? 0);
  if (urgent !== 0) return urgent;
  if (a.silentDays !== b.silentDays)
    return (b.silentDays ?? Number.POSITIVE_INFINITY) - (a.silentDays ?? Number.POSITIVE_INFINITY);
  if (a.monthsBehind !== b.monthsBehind) return b.monthsBehind - a.monthsBehind;
  const money = Number(b.overdueCents) - Number(a.overdueCents);
  return money !== 0 ? money : a.tenancyId - b.tenancyId;
}
