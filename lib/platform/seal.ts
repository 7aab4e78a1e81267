import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

/** A key of its own per purpose, so that what is sealed for one is worth nothing to another. */
const keyFor = (purpose: string, seal = env.sealKey()) => Buffer.from(hkdfSync("sha256", seal, "aanbel", purpose, 32));

/** Which cipher a word was sealed with, so that another can take its place one day; words of before this have no sign (ASVS 5.0, 11.2.2). */
const VERSION = "1.";

/** Seals a short secret that the program itself has to read again (AES-256-GCM); only with the installation's own key. */
export function sealed(purpose: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const box = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return VERSION + Buffer.concat([iv, cipher.getAuthTag(), box]).toString("base64url");
}

/** Reads it again, also when the key before this one sealed it; null when yet another did, or it was changed. */
export function unsealed(purpose: string, word: string): string | null {
  const before = env.sealKeyBefore();
  return opened(word, keyFor(purpose)) ?? (before === undefined ? null : opened(word, keyFor(purpose, before)));
}

function opened(word: string, key: Buffer): string | null {
  const bytes = Buffer.from(word.startsWith(VERSION) ? word.slice(VERSION.length) : word, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
