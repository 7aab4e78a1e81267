import { createHmac, timingSafeEqual } from "node:crypto";

/** True when `given` is the keyed hash of `text`, compared in a time that tells nothing. */
export function isHmac(
  algorithm: "sha1" | "sha256",
  text: string,
  secret: string | undefined,
  given: string | null,
  encoding: "hex" | "base64",
): boolean {
  if (!secret || !given) return false;
  const expected = createHmac(algorithm, secret).update(text).digest();
  const offered = Buffer.from(given, encoding);
  return offered.length === expected.length && timingSafeEqual(offered, expected);
}

/** True when both are the same secret, whatever their lengths. */
export function isSecret(secret: string | undefined, given: string | null): boolean {
  if (!secret || !given) return false;
  const hash = (text: string) => createHmac("sha256", "compare").update(text).digest();
  return timingSafeEqual(hash(secret), hash(given));
}
