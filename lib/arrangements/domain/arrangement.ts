/** Why an arrangement ended. `cured` and `completed` come from the rules; a person ends it as `broken` or `withdrawn`. */
export const ARRANGEMENT_ENDS = ["completed", "broken", "cured", "withdrawn"] as const;
export const ARRANGEMENT_ENDS_BY_HAND = ["broken", "withdrawn"] as const;
