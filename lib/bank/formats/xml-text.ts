import { RefusedFile } from "@/lib/kernel/refusal";

/** The encoding an XML file has by its byte order mark, by its first sign, or says it has. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0x3c && head[1] === 0) return "utf-16le";
  if (head[0] === 0 && head[1] === 0x3c) return "utf-16be";
  const start = Buffer.from(head.subarray(0, 200)).toString("latin1");
  const stated = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
  // Who says UTF-16 and writes single bytes was converted on the way, and forgot to say so.
  return stated.startsWith("utf-16") || stated.startsWith("ucs-2") ? "utf-8" : stated;
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new RefusedFile("unknown-encoding", { encoding });
  }
}

/** What is needed to know the encoding: the XML declaration stands in it. */
const HEAD = 200;

/** An XML file's bytes as text, in the encoding it says. @throws RefusedFile when the bytes are not that. */
export async function* xmlText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let encoding = "utf-8";
  let head: Uint8Array<ArrayBufferLike> = new Uint8Array(0);
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? "";
    } catch {
      throw new RefusedFile("not-its-encoding", { encoding });
    }
  };
  const begin = () => {
    encoding = encodingOf(head);
    decoder = decoderFor(encoding);
    // Strictly nothing may stand before the XML declaration; some exports begin with an empty line all the same.
    return decode(head).trimStart();
  };
  for await (const chunk of chunks) {
    if (decoder !== null) yield decode(chunk);
    else {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (head.length >= HEAD) yield begin();
    }
  }
  if (decoder === null) yield begin();
  yield decode();
}
