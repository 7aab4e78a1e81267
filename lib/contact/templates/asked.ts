import type { PartOfDay } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { LetterKind } from "../domain/texts";
import type { About } from "./letter";

/** What stands with a letter that a person asked for; amounts as text, as JSON has no other for them. */
interface Kept {
  readonly cents?: string;
  readonly day?: Day;
  readonly terms?: readonly { readonly day: Day; readonly cents: string }[];
  readonly rent?: string;
  readonly since?: Day;
  readonly paid?: string;
  readonly part?: PartOfDay;
  readonly at?: string | null;
  readonly who?: string;
}

/** What a letter says that a person asked for with something: its amounts and days as they were kept with it. */
export function aboutAsked(kind: Exclude<LetterKind, "written-reminder">, about: unknown, today: Day): About {
  const kept = (about ?? {}) as Kept;
  switch (kind) {
    case "check-transfer":
      return { kind, rent: BigInt(kept.rent ?? 0), since: kept.since ?? today, paid: BigInt(kept.paid ?? 0) };
    case "confirm-promise":
      return { kind, cents: BigInt(kept.cents ?? 0), day: kept.day ?? today };
    case "announce-visit":
      return { kind, day: kept.day ?? today, part: kept.part ?? "morning", at: kept.at ?? null, who: kept.who ?? "" };
    case "confirm-arrangement":
      return { kind, terms: (kept.terms ?? []).map(({ day, cents }) => ({ day, cents: BigInt(cents) })) };
  }
}
