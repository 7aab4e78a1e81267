import { readFileSync } from "node:fs";
import path from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { env } from "@/lib/platform/env";
import type { LetterPage } from "../templates/letter";

let compiler: NodeCompiler | undefined;

/** A sign for which no typeface here has a form. */
const UNSEEN = /the text `"(.+?)"` could not be displayed/;

/** Pages as one tagged PDF that a screen reader can read (PDF/UA-1), in the order given. Refused when a name holds a sign that paper cannot show. */
export async function lettersPdf(letters: readonly LetterPage[]): Promise<Outcome<Buffer, "letter-signs">> {
  // Loaded with the first letter: whoever prints none does without the typesetter.
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const fonts = path.join(env.root(), "node_modules/@expo-google-fonts/atkinson-hyperlegible");
  compiler ??= Compiler.create({ workspace: env.root(), fontArgs: [{ fontPaths: [fonts] }] });
  const mainFileContent = readFileSync(path.join(env.root(), "lib/contact/templates/letter.typ"), "utf8");
  try {
    return done(compiler.pdf({ mainFileContent, inputs: { letters: JSON.stringify(letters) } }, { pdfStandard: "ua-1" }));
  } catch (error) {
    const sign = UNSEEN.exec(String((error as Error).message).replaceAll('\\"', '"'))?.[1];
    if (!sign) throw error;
    return refused("letter-signs", { sign });
  }
}
