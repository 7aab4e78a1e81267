/** What somebody with the tenant's mandate may speak about: everything of the rent, or only when and how to meet. */
export const SCOPES = ["all", "appointments"] as const;
export type Scope = (typeof SCOPES)[number];
