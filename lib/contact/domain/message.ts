/** Where a message is on its way. After `sending` only what surely happened is written; else it is `uncertain`. */
export type MessageStatus = "queued" | "sending" | "sent" | "delivered" | "undelivered" | "uncertain" | "cancelled";

/** What the gateway answered when the message was handed over. */
export type Handover =
  /** It took the message. */
  | { readonly kind: "accepted"; readonly providerId: string | null }
  /** It will not send this message, ever. */
  | { readonly kind: "rejected"; readonly code: string }
  /** It surely did not get the message; later it may. */
  | { readonly kind: "not-now"; readonly code: string }
  /** It may have sent it or not: never repeated by itself. */
  | { readonly kind: "unknown"; readonly code: string };

/** The status after the hand-over. A report that came first is the truth and stays. */
export function afterHandover(current: MessageStatus, handover: Handover): MessageStatus {
  if (current !== "sending") return current;
  switch (handover.kind) {
    case "accepted":
      return "sent";
    case "rejected":
      return "undelivered";
    case "not-now":
      return "queued";
    case "unknown":
      return "uncertain";
  }
}

export const REPORTED = ["delivered", "undelivered"] as const;
export type Reported = (typeof REPORTED)[number];

/** The status after a delivery report, in whatever order they come: what was once delivered stays delivered. */
export function afterReport(current: MessageStatus, reported: Reported): MessageStatus {
  if (current === "delivered") return "delivered";
  // A report about a message that never left is not about ours.
  if (current === "queued" || current === "cancelled") return current;
  return reported;
}
