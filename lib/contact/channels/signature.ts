import { createHmac, timingSafeEqual } from "node:crypto";

/** True when `given` is the hash of `text` keyed with one of the secrets, compared in a time that tells nothing. */
export function isHmac(
  algorithm: "sha1" | "sha256",
  text: string,
  secrets: readonly string[],
  given: string | null,
  encoding: "hex" | "base64",
): boolean {
  if (!given) return false;
  const offered = Buffer.from(given, encoding);
  return secrets.some((secret) => {
    const expected = createHmac(algorithm, secret).update(text).digest();
    return offered.length === expected.length && timingSafeEqual(offered, expected);
  });
}

/** True when it is one of the secrets, whatever their lengths. */
export function isSecret(secrets: readonly string[], given: string | null): boolean {
  if (!given) return false;
  const hash = (text: string) => createHmac("sha256", "compare").update(text).digest();
  return secrets.some((secret) => timingSafeEqual(hash(secret), hash(given)));
}
