/** Steps of law, each dated. `proposal` and `decision` are the corporation's own; the others the court's and the bailiff's. */
export const LEGAL_STEP_KINDS = [
  "proposal",
  "decision",
  "summons",
  "judgment",
  "eviction-notice",
  "eviction-averted",
  "keys-returned",
  "stopped",
] as const;
export type LegalStepKind = (typeof LEGAL_STEP_KINDS)[number];

/** Main reason of an eviction, as the yearly Aedes survey asks it. */
export const EVICTION_REASONS = ["arrears", "nuisance", "drugs", "subletting", "other"] as const;
export type EvictionReason = (typeof EVICTION_REASONS)[number];

export const HOUSEHOLDS = ["single", "couple", "single-parent", "family", "unknown"] as const;
export type Household = (typeof HOUSEHOLDS)[number];

/** Steps that run until something ends them, as the ladder names them. */
export const LEGAL_RUNNING = {
  summons: "summons",
  judgment: "judgment",
  "eviction-notice": "eviction-day",
} as const satisfies Partial<Record<LegalStepKind, string>>;
export type RunningLegalStep = keyof typeof LEGAL_RUNNING;

const ENDS: ReadonlySet<string> = new Set<LegalStepKind>(["eviction-averted", "keys-returned", "stopped"]);
/** Does nothing of the court run any more after a step of this kind? */
export const endsLegal = (kind: string): boolean => ENDS.has(kind);
