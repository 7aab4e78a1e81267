/** Something outside the program that stops it from starting: a code that the message file `cli` turns into one clear sentence. */
export class Hindrance extends Error {
  constructor(
    readonly code: string,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(detail)}`);
  }
}

const FULL = /No space left on device|ENOSPC|could not extend file/;

/** Reads the common causes out of an error or a server's log; anything unknown stays what it was. */
export function hindranceIn(cause: unknown, detail: Record<string, string | number> = {}): unknown {
  const { code, message } = cause as { code?: string; message?: string };
  const text = `${code ?? ""} ${message ?? String(cause)}`;
  if (code === "53100" || FULL.test(text)) return new Hindrance("diskFull", detail);
  if (code === "EACCES" || code === "EROFS") return new Hindrance("folderNotWritable", detail);
  return cause;
}
