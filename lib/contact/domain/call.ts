/** How a telephone call ended. Short on purpose: the desk picks one with one key. */
export const CALL_OUTCOMES = ["not-answered", "voicemail", "wrong-number", "number-dead", "someone-else", "spoke"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const DIRECTIONS = ["outbound", "inbound"] as const;

/** With whom the colleague spoke. Everybody but `other` may hear what it is about; `other` told of a death. */
export const SPOKE_WITH = ["tenant", "co-tenant", "representative", "contact", "other"] as const;
export type SpokeWith = (typeof SPOKE_WITH)[number];

/** How one made sure who rang: by the date of birth, by street and number, or not. What was answered is written nowhere. */
export const IDENTITIES = ["birth-date", "address", "not-asked"] as const;
export type Identity = (typeof IDENTITIES)[number];

/** Outcomes after which the number is no longer called. */
export const ENDS_NUMBER: ReadonlySet<CallOutcome> = new Set<CallOutcome>(["wrong-number", "number-dead"]);
