/** What at a door asks for a colleague the same day. */
export const WORRIES = ["worried", "deceased-unverified"] as const;
export type WorryKind = (typeof WORRIES)[number];

/** So long a worry may lie unopened before its colleague gets an SMS, in milliseconds: two hours. */
export const UNOPENED_MS = 2 * 3_600_000;

interface Colleague {
  readonly id: number;
  readonly role: string;
  readonly awayUntil: string | null;
  readonly coveredById: number | null;
}

/**
 * Who looks into it: the first of those who know the tenant, whoever stands in for them while they are away, else a consultant who is
 * there, else anybody of the desk.
 * @param knowing ids of colleagues, whom the task was for first
 * @param desk everybody of the desk who is active, in a steady order
 */
export function whoLooks(knowing: readonly (number | null)[], desk: readonly Colleague[]): number | null {
  const present = (id: number | null, hops = 0): number | null => {
    const found = desk.find((one) => one.id === id);
    if (!found) return null;
    return found.awayUntil === null ? found.id : hops < 3 ? present(found.coveredById, hops + 1) : null;
  };
  for (const id of knowing) {
    const found = present(id);
    if (found !== null) return found;
  }
  const there = desk.filter(({ awayUntil }) => awayUntil === null);
  return (there.find(({ role }) => role === "consultant") ?? there[0] ?? desk[0])?.id ?? null;
}
