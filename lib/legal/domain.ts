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

/** Steps after which nothing of the court runs any more. */
export const ENDS_LEGAL: ReadonlySet<LegalStepKind> = new Set<LegalStepKind>(["eviction-averted", "keys-returned", "stopped"]);
