/**
 * Sealing what happened at a door to the corporation: ECDH on P-256 with a fresh pair per envelope, HKDF-SHA-256 and AES-256-GCM
 * (NIST SP 800-56A and 800-38D). Whoever holds the phone cannot open it again. Runs in the browser and on the server alike.
 */

/** The open half of the corporation's key, as phones get it. */
export interface SealTo {
  readonly keyId: string;
  readonly agree: JsonWebKey;
}

/** What leaves the phone; all of it base64url but the names. */
export interface Envelope {
  readonly id: string;
  readonly keyId: string;
  /** Which questions were asked: `visit-1`. A server knows the older ones too. */
  readonly form: string;
  readonly point: string;
  readonly iv: string;
  readonly box: string;
}

const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;
const encoder = new TextEncoder();

/** Bytes as base64url without padding (RFC 4648, section 5). */
export const toBase64Url = (bytes: ArrayBuffer | Uint8Array): string => {
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

/** The bytes of a base64url text. @throws when it is none */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

/** The key of one envelope, and what it is bound to: another id, form or key opens nothing. */
async function keyOf(mine: CryptoKey, theirs: CryptoKey, point: BufferSource, keyId: string): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256);
  const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: point, info: encoder.encode(`aanbel veld ${keyId}`) };
  return crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
const boundTo = ({ id, form, keyId }: Pick<Envelope, "id" | "form" | "keyId">) => encoder.encode(`${id} ${form} ${keyId}`);

/** Seals an answer under its own id. */
export async function seal(content: unknown, to: SealTo, { id, form }: Pick<Envelope, "id" | "form">): Promise<Envelope> {
  const theirs = await crypto.subtle.importKey("jwk", to.agree, CURVE, false, []);
  const pair = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const point = await crypto.subtle.exportKey("raw", pair.publicKey);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(pair.privateKey, theirs, point, to.keyId);
  const name = { id, form, keyId: to.keyId };
  const box = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: boundTo(name) },
    key,
    encoder.encode(JSON.stringify(content)),
  );
  return { ...name, point: toBase64Url(point), iv: toBase64Url(iv), box: toBase64Url(box) };
}

/**
 * Opens an envelope with the private half of its key.
 * @throws when it was sealed to another key, or anything of it was changed
 */
export async function unseal(envelope: Envelope, agree: JsonWebKey): Promise<unknown> {
  const mine = await crypto.subtle.importKey("jwk", agree, CURVE, false, ["deriveBits"]);
  const point = fromBase64Url(envelope.point);
  const theirs = await crypto.subtle.importKey("raw", point, CURVE, false, []);
  const key = await keyOf(mine, theirs, point, envelope.keyId);
  const content = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: fromBase64Url(envelope.iv), additionalData: boundTo(envelope) },
    key,
    fromBase64Url(envelope.box),
  );
  return JSON.parse(new TextDecoder().decode(content));
}

/** The name of a key, from the key itself (RFC 7638, shortened): a lost one can never be taken for another. */
export async function keyName({ crv, kty, x, y }: JsonWebKey): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(JSON.stringify({ crv, kty, x, y })));
  return `veld-${toBase64Url(digest).slice(0, 16)}`;
}

/** A fresh pair to seal to, and one to sign with, as JWK. */
export async function freshKeys(): Promise<Record<"agree" | "agreeOpen" | "sign" | "signOpen", JsonWebKey>> {
  const agree = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const sign = await crypto.subtle.generateKey(SIGNS, true, ["sign", "verify"]);
  const asJwk = (key: CryptoKey) => crypto.subtle.exportKey("jwk", key);
  return {
    agree: await asJwk(agree.privateKey),
    agreeOpen: await asJwk(agree.publicKey),
    sign: await asJwk(sign.privateKey),
    signOpen: await asJwk(sign.publicKey),
  };
}

const SIGNS = { name: "ECDSA", namedCurve: "P-256" } as const;
const HOW = { name: "ECDSA", hash: "SHA-256" } as const;

/** What a signed word is for: one for the one is none for the other. */
export type Purpose = "token" | "receipt";

/** A text with a signature behind it, as one word. */
export async function signed(purpose: Purpose, said: string, sign: JsonWebKey): Promise<string> {
  const text = `${purpose}:${said}`;
  const key = await crypto.subtle.importKey("jwk", sign, SIGNS, false, ["sign"]);
  const signature = await crypto.subtle.sign(HOW, key, encoder.encode(text));
  return `${toBase64Url(encoder.encode(text))}.${toBase64Url(signature)}`;
}

/** The text of a signed word; null when nobody with this key wrote it, or for something else. */
export async function readSigned(purpose: Purpose, word: string, signOpen: JsonWebKey): Promise<string | null> {
  const [text, signature] = word.split(".");
  if (!text || !signature) return null;
  try {
    const key = await crypto.subtle.importKey("jwk", signOpen, SIGNS, false, ["verify"]);
    const bytes = fromBase64Url(text);
    if (!(await crypto.subtle.verify(HOW, key, fromBase64Url(signature), bytes))) return null;
    const said = new TextDecoder().decode(bytes);
    return said.startsWith(`${purpose}:`) ? said.slice(purpose.length + 1) : null;
  } catch {
    return null;
  }
}
