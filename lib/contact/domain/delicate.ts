/** What a note had better not hold: something about health, or a citizen service number. */
export type Delicate = { readonly kind: "health"; readonly word: string } | { readonly kind: "bsn" };

/** Beginnings of words that tell of somebody's health. Short on purpose: it warns, it does not judge. */
const HEALTH =
  /(?<![\p{L}])(?:kanker|tumor|chemo|dement|alzheimer|parkinson|depress|psychi|psycho|psychose|schizo|autis|adhd|diabet|suikerziek|beroerte|hartinfarct|hartaanval|hiv|aids|epilep|verslaafd|verslaving|alcohol|burn-?out|overspannen|medicij|zwanger|operatie|opgenomen in|ziekenhuis|hospice|terminaal|ziekte|geestesziek|gehandicapt|invalide)[\p{L}]*/iu;
/** Nine digits, together or in groups, and not a part of a longer number. */
const NINE = /(?<![\d+])(?:\d[ .-]?){8}\d(?!\d)/g;

/**
 * The weighted sum of a citizen service number: 9·d1 + 8·d2 + … + 2·d8 − 1·d9 is a multiple of 11, and above zero.
 * Source: the Dutch "elfproef" for the BSN (Wet algemene bepalingen burgerservicenummer).
 */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum > 0 && sum % 11 === 0;
}

/** The first thing in a note that had better be left out; null when nothing is seen. */
export function delicateIn(text: string): Delicate | null {
  if ([...text.matchAll(NINE)].some(([found]) => isBsn(found.replace(/\D/g, "")))) return { kind: "bsn" };
  const [word] = HEALTH.exec(text) ?? [];
  return word ? { kind: "health", word } : null;
}
