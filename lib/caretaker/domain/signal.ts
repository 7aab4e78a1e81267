/** What may be told of a door: seen from outside, closed, nothing about health. No rule reads it. */
export const SIGNALS = ["mail-piling-up", "not-seen", "bell-broken"] as const;

/** After so many days a signal is gone, whatever came of it. */
export const SIGNAL_DAYS = 30;
