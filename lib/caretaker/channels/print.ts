import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { typeset } from "@/lib/platform/typeset";
import type { CardPage } from "../templates/card";

/** Cards as one tagged PDF: each on an A6 of its own, or four on an A4 to be cut. Refused when a name holds a sign that paper cannot show. */
export async function cardsPdf(cards: readonly CardPage[], fourOnASheet: boolean): Promise<Outcome<Buffer, "card-signs">> {
  const inputs = { cards: JSON.stringify(cards), ...(fourOnASheet && { sheet: "yes" }) };
  const made = await typeset("lib/caretaker/templates/card.typ", inputs);
  return "pdf" in made ? done(made.pdf) : refused("card-signs", { sign: made.sign });
}
