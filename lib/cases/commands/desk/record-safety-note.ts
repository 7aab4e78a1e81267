import type { Actor } from "@/lib/auth/actor";
import { dateOf } from "@/lib/platform/clock";
import type { SafetyNoteInput } from "../../schema/people";
import { wish } from "./wish";

/** What visitors must know for their own safety: from now on they go by two; or that there is nothing any more. The text stays out of the audit. */
export const recordSafetyNote = (actor: Actor, { safetyNote, safetyUntil, gone, ...said }: SafetyNoteInput) =>
  wish(
    actor,
    "cases.recordSafetyNote",
    said,
    {
      safetyNote: safetyNote ?? null,
      safetyBy: gone ? null : actor.staffId,
      safetyUntil: gone || !safetyUntil ? null : dateOf(safetyUntil),
    },
    { noted: !gone },
  );
