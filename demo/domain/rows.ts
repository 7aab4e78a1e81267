import type { Day } from "@/lib/kernel/day";
import type { Entry } from "@/lib/ledger/domain/entry";
import type { UnitKind } from "@/lib/rules/facts";

/** The rows of the portfolio as they go into the database; names follow its columns. */
export interface DwellingRow {
  readonly id: number;
  readonly buildingId: number;
  readonly kind: UnitKind;
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly postcode: string;
  readonly city: string;
}

export interface TenancyRow {
  readonly id: number;
  readonly number: string;
  readonly dwellingId: number;
  readonly startsOn: Day;
  endsOn: Day | null;
  paymentMethod: "direct-debit" | "transfer" | "other";
  readonly paymentReference: string;
  readonly recordedAt: Date;
}

export interface RentRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly fromDay: Day;
  readonly netCents: number;
  readonly serviceCents: number;
  readonly heatingCents: number;
  readonly recordedAt: Date;
}

export interface PersonRow {
  readonly id: number;
  readonly number: string;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly salutation: "mw" | "dhr" | "firm";
  readonly bornOn: Day | null;
  deceasedOn: Day | null;
  deceasedKnownAt: Date | null;
  awayUntil: Day | null;
  smsOptOut: boolean;
  prefers: "call" | "visit" | null;
  readonly language: string | null;
  safetyNote: string | null;
  knowBefore: readonly string[];
  readonly recordedAt: Date;
}

export interface TenancyPersonRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly personId: number;
  readonly role: "tenant" | "co-tenant" | "representative" | "contact";
  readonly recordedAt: Date;
}

export interface ContactPointRow {
  readonly id: number;
  readonly personId: number;
  readonly kind: "mobile" | "landline" | "unusable" | "email";
  readonly value: string;
  quality: "plausible" | "verified" | "dead";
  readonly recordedAt: Date;
  deadAt: Date | null;
}

export interface IbanRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly iban: string;
  readonly recordedAt: Date;
}

/** An entry of the rent account, the ledger's own shape with what the table holds besides. */
export interface LedgerRow extends Entry {
  readonly tenancyId: number;
  readonly description: string | null;
  readonly returnReason: string | null;
  readonly recordedAt: Date;
}
