/** ISO sub-families with which banks book back a direct debit or a transfer. */
const RETURN_FAMILIES = new Set(["UPDD", "PRDD", "RRTN", "RPCR", "UPCT", "UPTC", "RRCT", "RRDD"]);
/** Codes of banks themselves: SWIFT's returned item, and ING's numbers for returned transfers and debits. */
const RETURN_PROPRIETARY = /\b[NFS]?RTI\b|^0(?:0|1)09\d$|^00?19\d$|^01(?:09|19|29)\d$|STORN|RETOUR|RETURN|RVSL/i;
const RETURN_WORDS =
  /\b(?:storno|stornering|gestorneerd|terugboeking|teruggeboekt|terugbetaling incasso|(?:geweigerde|onbetaalde|mislukte) incasso|incasso[ -](?:retour|geweigerd|teruggeboekt)|retour(?:boeking)? incasso|retourincasso|teruggeboekte|r-transactie|reversal|chargeback|sdd return|returned (?:item|direct debit))\b|\/RTRN\//i;
/** Reasons of the SEPA rulebooks. */
const REASON =
  /\b(?:AC0[1346]|AC13|AG0[12]|AM0[1-59]|BE0[15]|CNOR|CURR|DNOR|DT01|DUPL|ED05|FF01|FF05|FOCR|FRAD|MD0[1-7]|MS0[23]|NARR|NOAS|NOOR|RC01|RR0[1-4]|SL01|SL1[1-4]|SVNR|TECH|TM01|UPAY)\b/;

/** Whether a transaction code, of ISO or of the bank itself, says that an earlier booking is taken back. */
export const isReturnCode = (family: string | null, proprietary: string | null): boolean =>
  (family !== null && RETURN_FAMILIES.has(family)) || (proprietary !== null && RETURN_PROPRIETARY.test(proprietary));

/** Whether the bank's own words say so. Only for money that went out: a tenant who pays after a storno writes that word too. */
export const saysReturn = (text: string): boolean => RETURN_WORDS.test(text);

/** The reason code that stands in a text about a return; null when there is none. */
export const reasonIn = (text: string): string | null => REASON.exec(text)?.[0] ?? null;
