import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { typeset } from "@/lib/platform/typeset";
import type { LetterPage } from "../templates/letter";

/** Pages as one tagged PDF, in the order given. Refused when a name holds a sign that paper cannot show. */
export async function lettersPdf(letters: readonly LetterPage[]): Promise<Outcome<Buffer, "letter-signs">> {
  const made = await typeset("lib/contact/templates/letter.typ", { letters: JSON.stringify(letters) });
  return "pdf" in made ? done(made.pdf) : refused("letter-signs", { sign: made.sign });
}
