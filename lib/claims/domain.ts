/** A case that somebody has open. Of the moment: kept nowhere, counted nowhere. */
export interface Claim {
  readonly tenancyId: number;
  readonly firstName: string;
  /** They pressed the number: the phone is ringing there. */
  readonly calling: boolean;
  readonly mine: boolean;
}

/** Minutes without a sign of life after which a case is nobody's again. */
export const CLAIM_MINUTES = 15;
