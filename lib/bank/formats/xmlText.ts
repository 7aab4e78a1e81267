import { RefusedFile } from "@/lib/kernel/refusal";

/** The encoding an XML file has by its byte order mark or says it has. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const start = Buffer.from(head.subarray(0, 200)).toString("latin1");
  return /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new RefusedFile("unknown-encoding", { encoding });
  }
}

/** An XML file's bytes as text, in the encoding it says. @throws RefusedFile when the bytes are not that. */
export async function* xmlText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let encoding = "utf-8";
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? "";
    } catch {
      throw new RefusedFile("not-its-encoding", { encoding });
    }
  };
  for await (const chunk of chunks) {
    if (decoder === null) {
      encoding = encodingOf(chunk);
      decoder = decoderFor(encoding);
    }
    yield decode(chunk);
  }
  yield decode();
}
