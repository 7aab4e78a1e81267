import { readFileSync } from "node:fs";
import path from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { env } from "./env";

let compiler: NodeCompiler | undefined;

/** What we write with; figures of a telephone number in the one whose zero has no stroke. */
const FONTS = ["atkinson-hyperlegible", "source-sans-3/700Bold"];

/** A sign for which no typeface here has a form. */
const UNSEEN = /the text `"(.+?)"` could not be displayed/;

/**
 * A page of ours as a tagged PDF that a screen reader can read (PDF/UA-1).
 * @param template its place from the root; what it says comes as data, never as markup
 * @returns the bytes, or the sign that paper cannot show
 */
export async function typeset(
  template: string,
  inputs: Record<string, string>,
): Promise<{ readonly pdf: Buffer } | { readonly sign: string }> {
  // Loaded with the first page: whoever prints none does without the typesetter.
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const fontPaths = FONTS.map((font) => path.join(env.root(), "node_modules/@expo-google-fonts", font));
  compiler ??= Compiler.create({ workspace: env.root(), fontArgs: [{ fontPaths }] });
  const mainFileContent = readFileSync(path.join(env.root(), template), "utf8");
  try {
    return { pdf: compiler.pdf({ mainFileContent, inputs }, { pdfStandard: "ua-1" }) };
  } catch (error) {
    const sign = UNSEEN.exec(String((error as Error).message).replaceAll('\\"', '"'))?.[1];
    if (!sign) throw error;
    return { sign };
  }
}
