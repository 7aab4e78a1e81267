/** The services we can speak to: our own protocol, and two of the market. */
export const PROVIDERS = ["webhook", "cm", "twilio"] as const;

/** Why a sender cannot be used: in words of `sms.sender.*`. */
export type SenderProblem = "length" | "signs" | "generic";

/** Names that networks refuse, as anybody could use them. */
const GENERIC: ReadonlySet<string> = new Set(["info", "sms", "test", "bank", "alert"]);

/**
 * What is wrong with the sender of a text message; null when nothing is. Letters: 3 to 11 of them, digits among them; then nobody can
 * answer. Digits: at most 15, with or without a plus. Source: the rules of Dutch networks as gateways publish them.
 */
export function senderProblem(sender: string): SenderProblem | null {
  if (/^\+?\d+$/.test(sender)) return /^\+?\d{3,15}$/.test(sender) ? null : "length";
  if (!/^[A-Za-z0-9 ]+$/.test(sender)) return "signs";
  if (sender.trim().length < 3 || sender.length > 11) return "length";
  return GENERIC.has(sender.toLowerCase()) ? "generic" : null;
}

/** True when the tenant can answer it by text: then the message need not hold a number to ring. */
export const canBeAnswered = (sender: string): boolean => /^\+?\d+$/.test(sender);
