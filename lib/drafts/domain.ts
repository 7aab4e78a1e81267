/** Where a form of a case stands, in the words of the address. */
export const subjectOfCase = (tenancyId: number): string => `dossier/${tenancyId}`;

/** Days after which what nobody came back to is taken away. */
export const DRAFT_DAYS = 30;
