/**
 * Words of somebody in distress, or their beginnings: death, hunger, fear, being put out. A person reads every reply; these come first.
 * Rather one too many: nothing but the order of reading hangs on it.
 */
const DISTRESS =
  /(?<![a-z])(?:zelfmoord|zelfdoding|suicid|dood|sterven|gestorven|leven|overleden|wanhop|radeloos|eten|honger|bang|angst|paniek|help|hulp|ziekenhuis|ontruim|dakloos|op straat|afgesloten|geen (?:stroom|gas|water|geld)|mishandel|geslagen|(?:kan|wil) (?:het |er )?niet meer|niet meer (?:zitten|zijn|aan)|een eind(?:e)? aan|er uit stappen)/;
const STOP = /^\s*(?:stop(?:t)?|stop sms|afmelden|uitschrijven|unsubscribe|geen sms(?: meer)?)\s*[.!]*\s*$/i;

/** Whether somebody in need may have written this. */
export const inDistress = (text: string): boolean => DISTRESS.test(bare(text));

/** Small letters without their marks, one space between words. */
const bare = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");

/** Whether it asks for no more messages, and nothing else. */
export const asksToStop = (text: string): boolean => STOP.test(text);

/** `0031612345678` and `31612345678` as E.164: `+31612345678`; what is no number as it stands. */
export function senderNumber(from: string): string {
  const digits = from.replace(/[\s().-]/g, "");
  if (/^00\d{8,15}$/.test(digits)) return `+${digits.slice(2)}`;
  return /^[1-9]\d{8,14}$/.test(digits) ? `+${digits}` : digits;
}
