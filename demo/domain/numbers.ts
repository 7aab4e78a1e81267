/**
 * Invented numbers that cannot reach anybody: a local number never begins with 0 (010 01…), 06 0… is given to no
 * mobile phone, and DEMO is no bank. Their form is right, so that everything that reads them treats them as real.
 */
const digits = (value: number, count: number) => String(value).padStart(count, "0").slice(-count);

export const landlineOf = (serial: number): string => `+311001${digits(serial, 5)}`;
export const mobileOf = (serial: number): string => `+3160${digits(serial, 7)}`;

/** An IBAN with right check digits (ISO 7064 mod 97-10) of a bank that does not exist. */
export function ibanOf(serial: number): string {
  const account = digits(serial, 10);
  const letters = [..."DEMO"].map((letter) => letter.charCodeAt(0) - 55).join("");
  const rest = Number(BigInt(`${letters}${account}232100`) % 97n);
  return `NL${digits(98 - rest, 2)}DEMO${account}`;
}

const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/** A payment reference of sixteen digits: one check digit before fifteen others (Betaalvereniging). */
export function paymentReferenceOf(serial: number): string {
  const rest = digits(serial, 15);
  let total = 0;
  for (let i = 0; i < 15; i++) total += Number(rest[14 - i]) * (WEIGHTS[i % 10] ?? 0);
  const check = 11 - (total % 11);
  return `${check === 10 ? 1 : check === 11 ? 0 : check}${rest}`;
}
