/** What people choose from at the desk of the bank. */

/** Why a line is set aside: it is no rent. */
export const ASIDE_REASONS = ["not-rent", "other-corporation", "refund-due", "internal", "other"] as const;

/** Which source brings the receipts of an account: whichever tells it first, the bank, or the rent administration. */
export const RECEIPT_SOURCES = ["first", "bank", "erp"] as const;

/** How money was paid that a colleague notes before it is on a statement. */
export const PAYMENT_KINDS = ["pin", "cash", "link", "collection"] as const;
