import { type Day, dayNumber } from "@/lib/kernel/day";
import type { CaretakerResult } from "@/lib/rules/facts";
import type { Chance } from "./chance";
import type { Temper } from "./temper";

/** What a caretaker finds at a door. The second time nobody is home the card goes into the letterbox in the same go. */
export function ringResult(
  chance: Chance,
  place: number,
  { closed, silent }: Temper,
  day: Day,
  rungBefore: number,
): CaretakerResult {
  const nth = dayNumber(day);
  const opens = !silent && chance(place, "door", nth) < 0.56 * (1 - 0.55 * closed);
  if (!opens) return rungBefore === 0 ? "not-home" : "card-left";
  const mood = chance(place, "door", nth + 50_000);
  if (mood < 0.7) return "spoke";
  if (mood < 0.86) return "will-call";
  if (mood < 0.86 + 0.06 * closed) return "refuses";
  return mood < 0.95 ? "family" : mood < 0.975 ? "other-language" : "worried";
}
