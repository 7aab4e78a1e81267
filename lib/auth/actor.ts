export type Role = "finance" | "consultant" | "caretaker" | "management" | "admin";

/** Who acts: a signed-in colleague, or the program itself (run, import from the command line, demo). Every query takes one first. */
export interface Actor {
  readonly staffId: number | null;
  readonly role: Role | "system";
  readonly name: string;
  /** For a caretaker: the buildings they look after today. Everybody else: null, all. */
  readonly buildingIds: readonly number[] | null;
}

export const SYSTEM: Actor = { staffId: null, role: "system", name: "Aanbel", buildingIds: null };
