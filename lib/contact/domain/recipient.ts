/** A phone number of a colleague as a gateway wants it (E.164); null when it is none. */
export function asRecipient(phone: string | null): string | null {
  const digits = (phone ?? "").replace(/[^\d+]/g, "").replace(/^0(?=[1-9])/, "+31");
  return /^\+\d{8,15}$/.test(digits) ? digits : null;
}
