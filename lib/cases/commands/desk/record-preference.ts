import type { Actor } from "@/lib/auth/actor";
import type { PreferenceInput } from "../../schema/people";
import { wish } from "./wish";

/** Rather a call or rather a visit. The ladder stays as it is; who makes contact reads it. */
export const recordPreference = (actor: Actor, { prefers, ...said }: PreferenceInput) =>
  wish(actor, "cases.recordPreference", said, { prefers: prefers ?? null }, { prefers: prefers ?? null });
