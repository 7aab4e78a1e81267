import { createHash } from "node:crypto";

/** The id of one act of several behind one form: it follows from the form's own, so that sent again each counts once. */
export function derivedId(commandId: string, part: string | number): string {
  const hash = createHash("sha256").update(`${commandId} ${part}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
