/** What a deposit token says: it can put down, for this person and these doors, until then; it reads nothing. */
export interface Token {
  readonly handout: string;
  readonly staffId: number;
  readonly device: string;
  readonly deviceName: string;
  /** `visit 12 of 345`, `task 7 of 345`: with whose tenancy it was, so that a number given out anew after a restore is not taken for it. */
  readonly doors: readonly string[];
  readonly handedAt: string;
  readonly expiresAt: string;
}

/** The name of a door in a token. */
export const doorOf = (kind: "visit" | "task", id: number): string => `${kind} ${id}`;

/** A door with the tenancy behind it, as a token names it. */
export const doorOfTenancy = (door: string, tenancyId: number): string => `${door} of ${tenancyId}`;

/** The forms a phone may seal; a newer form gets a new number, and the older stay readable. */
export const FORMS = ["visit-1", "ring-1", "correction-1"] as const;
export type Form = (typeof FORMS)[number];
