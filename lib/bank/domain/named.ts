import type { Day } from "../../kernel/day";

/** What a receipt is for, as its payer named it or a colleague chose. */
export interface Named {
  readonly paymentId: string;
  /** `desk`: a colleague chose it; else the program read it. */
  readonly because: string;
  /** The payer's own words. */
  readonly words: string | null;
  readonly charges: readonly { readonly dueOn: Day; readonly category: string; readonly cents: string }[];
}
