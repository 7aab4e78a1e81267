import type { SealTo } from "./seal";

/** A door as it is taken along on a phone: words and codes, ready to be read without the corporation's systems. */
export type DayDoor = TaskDoor | VisitDoor;

interface AnyDoor {
  readonly id: number;
  readonly tenancyId: number;
  readonly name: string | null;
  readonly address: string;
  /** What stands beside the door. */
  readonly number: string;
  readonly building: string | null;
  readonly speaks: string | null;
  /** May one ring here; never why not. */
  readonly answer: "free" | "wait" | "not-alone";
  readonly before: string | null;
  readonly forToday: boolean;
}

/** What a caretaker knows: no amount, and no word of why. */
export interface TaskDoor extends AnyDoor {
  readonly kind: "task";
  readonly colleague: string | null;
  readonly rings: readonly { readonly day: string; readonly result: string }[];
  readonly cardCode: string | null;
}

export interface VisitDoor extends AnyDoor {
  readonly kind: "visit";
  readonly purpose: string;
  readonly planned: { readonly day: string; readonly part: string | null; readonly at: string | null } | null;
  readonly safetyNote: string | null;
  readonly safetyBy: string | null;
  readonly safetyUntil: string | null;
  readonly byTwo: boolean;
  readonly know: readonly string[];
  readonly open: { readonly amount: string; readonly months: number } | null;
  readonly phones: readonly { readonly value: string; readonly words: string }[];
  readonly caretaker: string | null;
  readonly lastSpoken: string | null;
  /** Why no visit needed to follow the last one; a code. */
  readonly noMoreFor: string | null;
}

/** A day as a phone gets it. */
export interface HandedDay {
  readonly staffId: number;
  readonly firstName: string;
  readonly role: "consultant" | "finance" | "caretaker";
  readonly lang: "nl" | "en";
  readonly corporation: { readonly name: string; readonly number: string; readonly hours: string };
  /** The office's day, and its moment as an ISO text: a phone whose clock is off is put right by it. */
  readonly day: string;
  readonly dayWords: string;
  readonly moment: string;
  /** Deposits only, for this person and these doors. */
  readonly token: string;
  readonly sealTo: SealTo;
  readonly signOpen: JsonWebKey;
  readonly doors: readonly DayDoor[];
  /** How many residents spoke with the office this week after this caretaker rang. */
  readonly helped: number;
}
