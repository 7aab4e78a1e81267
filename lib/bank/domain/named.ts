import type { Said } from "../../ledger/domain/entry";

/** What a receipt is for, as its payer named it, the housing system matched it or a colleague chose. */
export interface Named {
  readonly paymentId: string;
  /** `desk`: a colleague chose it; `erp`: the housing system matched it; else the program read it. */
  readonly because: string;
  /** The payer's own words. */
  readonly words: string | null;
  readonly said: Said;
  /** Of a charge that a colleague chose. */
  readonly charge: { readonly dueOn: string; readonly category: string } | null;
}
