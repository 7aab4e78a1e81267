import type { Dossier } from "@/lib/cases/domain/dossier";
import type { At } from "@/lib/cases/domain/facts";
import { NO_CLOSED_DAYS } from "@/lib/kernel/calendar";
import { type Day, day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import type { Entry } from "@/lib/ledger/domain/entry";

const blank = { category: null, dueOn: null, reversesId: null, source: "erp" } as const;

export const rentOf = (dueOn: string, euros = 600): Entry => ({
  ...blank,
  ...{ id: `c${dueOn}`, number: dueOn, kind: "charge", category: "rent", amount: cents(euros * 100) },
  bookedOn: day(dueOn),
  dueOn: day(dueOn),
});
export const paymentOf = (bookedOn: string, euros: number): Entry => ({
  ...blank,
  ...{ id: `p${bookedOn}`, number: `p${bookedOn}`, kind: "payment", amount: cents(euros * 100), bookedOn: day(bookedOn) },
});

/** A home with one living tenant who has a mobile phone, a caretaker, and a complete bank. */
export const dossierWith = (given: Partial<Dossier> = {}): Dossier => ({
  tenancy: {
    ...{ id: 1, kind: "home", buildingId: 7, startsOn: day("2020-01-01"), endsOn: null },
    rents: [{ fromDay: day("2020-01-01"), gross: cents(60_000) }],
  },
  entries: [],
  designations: [],
  people: [{ id: 1, role: "tenant", deceasedOn: null, awayUntil: null, smsOptOut: false, prefers: null, safetyNote: false }],
  phones: [{ personId: 1, number: "+31610000001", kind: "mobile", quality: "plausible" }],
  siblings: [],
  caretakerPresent: true,
  bankCompleteThrough: day("2030-01-01"),
  ...{ maybePaid: [], problems: [], legalSteps: [], cases: [], holds: [], promises: [], arrangements: [], disclosures: [] },
  ...{ attempts: [], tasks: [], visits: [], letters: [], referrals: [], objectedToSharingOn: null, reviews: [] },
  ...given,
});

export const on = (text: string): At => ({
  day: day(text) as Day,
  part: "morning",
  closedDays: NO_CLOSED_DAYS,
  sibling: () => undefined,
});
