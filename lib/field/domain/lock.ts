import { fromBase64Url, toBase64Url } from "./seal";

/** A day on a phone lies under the PIN of whoever took it along: PBKDF2-SHA-256 (OWASP 2023: 600,000 rounds) and AES-256-GCM. */
export interface Locked {
  readonly iv: string;
  readonly box: string;
}
export const PIN_LEAST = 5;
export const PIN_ROUNDS = 600_000;
/** So many wrong PINs, and the day on this phone is gone. What waits to be sent never is. */
export const WRONG_PINS = 10;

const encoder = new TextEncoder();
const fresh = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Sixteen bytes of chance as base64url, of one day on one phone. */
export const freshSalt = (): string => toBase64Url(fresh(16));

/** The key of a PIN; it cannot be read back out of the browser. */
export async function keyOfPin(pin: string, salt: string, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", encoder.encode(pin), "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64Url(salt), iterations: rounds };
  return crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Locks any JSON up under a key, with a fresh initialisation vector each time. */
export async function lockUp(content: unknown, key: CryptoKey): Promise<Locked> {
  const iv = fresh(12);
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, encoder.encode(JSON.stringify(content)));
  return { iv: toBase64Url(iv), box: toBase64Url(box) };
}

/** What was locked up; null with the wrong key. */
export async function unlock<T>({ iv, box }: Locked, key: CryptoKey): Promise<T | null> {
  try {
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: fromBase64Url(iv) }, key, fromBase64Url(box));
    return JSON.parse(new TextDecoder().decode(opened)) as T;
  } catch {
    return null;
  }
}
