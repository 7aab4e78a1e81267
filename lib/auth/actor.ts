export type Role = "finance" | "consultant" | "caretaker" | "management" | "admin" | "privacy";

declare const known: unique symbol;

/**
 * Who acts: a signed-in colleague, or the program itself (run, import from the command line, demo). Whatever changes something, or
 * shows only a part to some, takes one first. Not every object of this shape is one: only `known` makes it.
 */
export interface Actor {
  readonly [known]: true;
  readonly staffId: number | null;
  readonly role: Role | "system";
  readonly name: string;
  /** For a caretaker: the buildings they look after today. Everybody else: null, all. */
  readonly buildingIds: readonly number[] | null;
}

/** Made by whoever looked them up: the session, and programs without one (held by a test of the house). */
export const knownActor = (who: Omit<Actor, typeof known>): Actor => who as Actor;

/** The program itself. */
export const SYSTEM = knownActor({ staffId: null, role: "system", name: "Aanbel", buildingIds: null });
