/** What a deposit token says: it can put down, for this person and these doors, until then; it reads nothing. */
export interface Token {
  readonly handout: string;
  readonly staffId: number;
  readonly device: string;
  readonly deviceName: string;
  /** `visit 12`, `task 7` */
  readonly doors: readonly string[];
  readonly handedAt: string;
  readonly expiresAt: string;
}

/** The name of a door in a token. */
export const doorOf = (kind: "visit" | "task", id: number): string => `${kind} ${id}`;

/** The forms a phone may seal; a newer form gets a new number, and the older stay readable. */
export const FORMS = ["visit-1", "ring-1", "correction-1"] as const;
export type Form = (typeof FORMS)[number];
