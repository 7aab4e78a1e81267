import { RefusedFile } from "@/lib/kernel/refusal";

/** First bytes of gzip, zip (also of Excel and Word), an empty zip, bzip2, 7-Zip, xz, rar and files of old Office. */
const PACKED: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x42, 0x5a, 0x68],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x52, 0x61, 0x72, 0x21],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const PDF = [0x25, 0x50, 0x44, 0x46];
const startsWith = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);

/** Told by its first bytes, never by its name. @throws RefusedFile when there is nothing, or something that is no text */
export function refuseOtherKinds(head: Uint8Array): void {
  if (head.length === 0) throw new RefusedFile("empty-file");
  if (PACKED.some((bytes) => startsWith(head, bytes))) throw new RefusedFile("packed-file");
  if (startsWith(head, PDF)) throw new RefusedFile("pdf-file");
}
