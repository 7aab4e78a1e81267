/** A list that was kept under a name. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  /** Where it is: `/werklijst?tab=wacht&wie=ik`. */
  readonly address: string;
  readonly shared: boolean;
  /** Whose it is, when it is a colleague's. */
  readonly by: string | null;
}

/** More than this nobody finds again. */
export const MOST_VIEWS = 20;
