import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { RefusedFile } from "@/lib/kernel/refusal";
import { HEAD_BYTES } from "../formats/recognise";

/** A file or folder by its path, a stored upload with the name people know, or the bytes themselves. */
export type Offered =
  | string
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array };

/** A file that can be read from its start as often as needed. */
export interface OfferedFile {
  readonly name: string;
  readonly size: () => Promise<number>;
  readonly head: () => Promise<Uint8Array>;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

const IN_FOLDER = /\.(csv|txt|tsv|xml|json|mt940|sta|940)$/i;

/** The files that were offered; of a folder those whose name ends like a table, a statement or JSON. */
export async function openOffered(offered: readonly Offered[]): Promise<OfferedFile[]> {
  const files: OfferedFile[] = [];
  for (const one of offered) {
    if (typeof one !== "string") files.push("bytes" in one ? ofBytes(one.name, one.bytes) : ofPath(one.name, one.path));
    else if (await isFolder(one)) {
      const names = (await readdir(one)).filter((name) => IN_FOLDER.test(name)).sort();
      for (const name of names) files.push(ofPath(name, path.join(one, name)));
    } else files.push(ofPath(path.basename(one), one));
  }
  return files;
}

const isFolder = (at: string) =>
  stat(at).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const ofBytes = (name: string, bytes: Uint8Array): OfferedFile => ({
  name,
  size: async () => bytes.length,
  head: async () => bytes.subarray(0, HEAD_BYTES),
  chunks: () => one(bytes),
});

const ofPath = (name: string, at: string): OfferedFile => ({
  name,
  size: async () => (await stat(at).catch(unreadable)).size,
  head: () => readHead(at).catch(unreadable),
  chunks: () => createReadStream(at, { highWaterMark: 1 << 18 }),
});

function unreadable(error: NodeJS.ErrnoException): never {
  if (error instanceof RefusedFile) throw error;
  throw new RefusedFile(error.code === "ENOENT" ? "not-found" : "unreadable", { cause: error.code ?? error.message });
}

async function readHead(at: string): Promise<Uint8Array> {
  const handle = await open(at, "r");
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Hands the bytes on and notes on the way how many they were and what they hash to; a file that is read twice counts once. */
export function counted(open: () => AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let bytes = 0;
  let isFirst = true;
  async function* first(): AsyncGenerator<Uint8Array> {
    for await (const chunk of open()) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const chunks = () => {
    if (!isFirst) return open();
    isFirst = false;
    return first();
  };
  return { chunks, bytes: () => bytes, sha256: () => hash.digest("hex") };
}
