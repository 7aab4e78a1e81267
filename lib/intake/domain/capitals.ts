/** Prefixes of last names, in whatever case they are written; some systems cut them short. */
const PREFIX = new Set(
  "van von vom de den der des du da das do dos di del della dalla la le les los el al ibn ben bin bint abu abou zu zum zur te ten ter tot 't 's het in op onder uit aan bij voor over af av d' l' v.d. v.d v/d vd v. v.'t".split(
    " ",
  ),
);

/** Is the word a prefix of a Dutch surname (`van`, `de`, `’t`)? In any letters. */
export const isPrefix = (word: string): boolean => PREFIX.has(word.toLocaleLowerCase("nl").replace(/[’‘`´]/g, "'"));
/** Is the text written in capitals only? */
export const shouts = (text: string): boolean => /\p{L}{2}/u.test(text) && text === text.toLocaleUpperCase("nl");

/** In Turkish the small letter of İ has a dot and that of I has none; elsewhere the two would become one broken letter. */
const languageOf = (word: string) => (/[İŞĞ]/.test(word) ? "tr" : "nl");
function calmWord(word: string): string {
  const language = languageOf(word);
  return word
    .toLocaleLowerCase(language)
    .replace(/(^|['’])(ij|\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase(language));
}

/** A last name in capitals as one writes it: `VRIES-VAN IJZENDOORN` becomes `Vries-van IJzendoorn`. */
export function calm(name: string): string {
  const words = name.split(/([\s\-/]+)/);
  return words
    .map((word, at) => (at % 2 === 0 ? (at > 0 && at < words.length - 1 && isPrefix(word) ? lower(word) : calmWord(word)) : word))
    .join("");
}
/** The text in small letters, as Dutch has them. */
export const lower = (text: string): string => text.toLocaleLowerCase("nl");
