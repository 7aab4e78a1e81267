import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A sealed file: 16 bytes of salt, 12 of iv, what was in it, and 16 that say it is whole (AES-256-GCM). Each has a key of its own. */
const SALT = 16;
const IV = 12;
const TAG = 16;
const keyOf = (key: string, salt: Buffer): Buffer => Buffer.from(hkdfSync("sha256", key, salt, "aanbel backup", 32));

/** Seals a file into another; answers its size and sum. */
export async function sealFile(from: string, to: string, key: string): Promise<{ bytes: number; sha256: string }> {
  const [salt, iv] = [randomBytes(SALT), randomBytes(IV)];
  const cipher = createCipheriv("aes-256-gcm", keyOf(key, salt), iv);
  const head = Buffer.concat([salt, iv]);
  let begun = false;
  const around = new Transform({
    transform(piece: Buffer, _, next) {
      if (!begun) this.push(head);
      begun = true;
      next(null, piece);
    },
    flush(next) {
      if (!begun) this.push(head);
      this.push(cipher.getAuthTag());
      next();
    },
  });
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  await pipeline(createReadStream(from), cipher, around, createWriteStream(to, { mode: 0o600 }));
  return { bytes: statSync(to).size, sha256: await sumOf(to) };
}

export async function sumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

function piece(file: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, bytes, 0, length, at);
  } finally {
    closeSync(handle);
  }
  return bytes;
}

/** What Node says when the seal does not fit. */
const isOtherKey = (error: unknown): boolean => error instanceof Error && /authenticate data/.test(error.message);

/**
 * Opens a sealed file; false when the key is another, or a byte of it was changed. Only a whole one gets its name.
 * @throws what the disk says
 */
export async function openFile(from: string, to: string, key: string): Promise<boolean> {
  const { size } = statSync(from);
  if (size < SALT + IV + TAG) return false;
  const head = piece(from, 0, SALT + IV);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(key, head.subarray(0, SALT)), head.subarray(SALT));
  decipher.setAuthTag(piece(from, size - TAG, TAG));
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const half = `${to}.half`;
  try {
    if (size === SALT + IV + TAG) {
      decipher.final();
      writeFileSync(half, "", { mode: 0o600 });
    } else {
      const sealed = createReadStream(from, { start: SALT + IV, end: size - TAG - 1 });
      await pipeline(sealed, decipher, createWriteStream(half, { mode: 0o600 }));
    }
    renameSync(half, to);
    return true;
  } catch (error) {
    rmSync(half, { force: true });
    if (isOtherKey(error)) return false;
    throw error;
  }
}
