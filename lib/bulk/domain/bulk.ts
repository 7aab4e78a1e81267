import type { HoldReason } from "../../holds/domain";
import type { Day } from "../../kernel/day";

/** What can be done with many tenancies in one go. */
export const BULK_ACTS = ["assign", "wait", "sms", "check-transfer"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];
/** Those that a list of the desk offers; the other belongs to a yearly list. */
export const LIST_ACTS = ["assign", "wait", "sms"] as const;
export type ListAct = (typeof LIST_ACTS)[number];

/** What was chosen beside the rows. */
export type BulkParams =
  | { readonly act: "assign"; readonly ownerId: number | null }
  | { readonly act: "wait"; readonly reason: HoldReason; readonly reviewOn: Day }
  | { readonly act: "sms" }
  | { readonly act: "check-transfer" };

/** A row of the preview: it goes along, or it does not and for this reason (`bulk.out.*`). */
export interface PreviewRow {
  readonly tenancyId: number;
  readonly name: string;
  readonly place: string;
  /** Null: it goes along. */
  readonly out: string | null;
}

/** More than this is looked over by nobody. */
export const MOST_ROWS = 500;
/** Each text message is weighed by itself: fewer of these in one go. */
export const MOST_MESSAGES = 150;
