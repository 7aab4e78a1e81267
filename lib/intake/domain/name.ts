import { calm, isPrefix, lower, shouts } from "./capitals";
import { isFirm } from "./firm";

/** A person's name in its parts, as the tenancies room keeps them. */
export interface PersonName {
  readonly salutation: "mw" | "dhr" | "fam" | "firm" | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string;
}

const SALUTATIONS: readonly (readonly [RegExp, PersonName["salutation"]])[] = [
  [
    /^(?:de\s+)?(?:dhr|heer|hr|mw|mevr|mevrouw)\.?\s*(?:en|\/|&|e\/o)\s*(?:de\s+)?(?:dhr|heer|hr|mw|mevr|mevrouw)\.?(?=\s|$)/iu,
    "fam",
  ],
  [/^fam(?:ilie|\.)?(?=\s|$)/iu, "fam"],
  [/^(?:mw|mevr|mevrouw|mej|mejuffrouw|mrs|ms)\.?(?=\s|$)/iu, "mw"],
  [/^(?:dhr|de\s+heer|heer|hr)\.?(?=\s|$)/iu, "dhr"],
];
const SPOKEN_BEHIND = /[\s,]+\(?(dhr|heer|hr|mw|mevr|mevrouw|mej|mejuffrouw)\.?\)?$/iu;
/** Titles are no part of how we write to somebody. `mr.` is one: a jurist, not a gentleman. */
const TITLE = /^(?:drs|dr|ir|ing|mr|prof|bc|ds)\.?$/iu;
/** Degrees stand behind a name. `MA` and `BA` are also initials and surnames, so they count only behind a whole name. */
const DEGREE = /^(?:M\.?Sc|B\.?Sc|LL\.?M|Ph\.?D)\.?$/u;
const SHORT_DEGREE = /^(?:MA|BA|M\.A|B\.A)\.?$/u;
const INITIALS = /^(?:(?:IJ|\p{Lu}\p{Ll}{0,2})\.-?)+\p{Lu}?\.?$|^\p{Lu}$/u;
/** Letters without dots, together: `AB`. */
const JOINED = /^\p{Lu}{2,4}$/u;
/** A given name among capitals rather than initials: one can say it. */
const SAYABLE = /^(?:[^AEIOUY]{1,2}[AEIOUY]|[AEIOUY][^AEIOUY]{1,2}[AEIOUY])/u;
/** Two people, or somebody else's name behind the comma: which part is whose is not ours to say. */
const TWO_PEOPLE = /\s(?:en|&|\+|\/|e\/o)\s|,.*\s(?:e\/v|e\.v\.|ev)\s/iu;

const isInitials = (word: string) => INITIALS.test(word);
const isOwn = (word: string) => !isInitials(word) && !isPrefix(word);
const orNull = (text: string) => (text === "" ? null : text);

function takeSalutation(text: string): [PersonName["salutation"], string] {
  for (const [shape, salutation] of SALUTATIONS) {
    if (shape.test(text)) return [salutation, text.replace(shape, "").trim()];
  }
  return [null, text];
}

/** Written as a title is: with a dot, in small letters, or before everything else. */
const isTitle = (word: string, at: number) =>
  DEGREE.test(word) || (TITLE.test(word) && (at === 0 || word.endsWith(".") || word === lower(word)));

/** The words without titles; a word that would leave nobody's name stays. */
function wordsOf(text: string, mayBeEmpty = false): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  let from = 0;
  while (from < words.length && isTitle(words[from] ?? "", 0)) from++;
  const behind = words.slice(from).filter((word, at) => !isTitle(word, at + 1));
  if (behind.length > 2 && isInitials(behind[0] ?? "") && SHORT_DEGREE.test(behind.at(-1) ?? "")) {
    const whole = behind.slice(0, -1);
    if (whole.some(isOwn) && !shouts(text)) return whole;
  }
  return behind.some(isOwn) || mayBeEmpty ? behind : words;
}

const dotted = (word: string) =>
  JOINED.test(word) || /^\p{Lu}$/u.test(word) ? [...word].map((letter) => `${letter}.`).join("") : word;
/** `Jan-Willem` is `J.-W.`. */
const firstLetters = (given: string) =>
  given.replace(/(^|-)(ij|\p{L})[^-]*/giu, (_, dash: string, letter: string) => `${dash}${letter.toLocaleUpperCase("nl")}.`);

/** Splits the words before the last name (or behind the comma) in initials and prefix; given names become their first letter. */
function front(words: readonly string[], loud: boolean): Pick<PersonName, "initials" | "prefix"> {
  const isFront = (word: string) => isPrefix(word) && !isInitials(word);
  const prefix = words.filter(isFront).map(lower);
  const initials = words
    .filter((word) => !isFront(word))
    .map((word) => {
      const isGiven = !isInitials(word) && (!JOINED.test(word) || (loud && word.length > 2 && SAYABLE.test(word)));
      return isGiven ? firstLetters(word) : dotted(word);
    });
  return { initials: orNull(initials.join("")), prefix: orNull(prefix.join(" ")) };
}

/** `Berg, A.B. van den`, also `Berg van den, A.B.` and `van den Berg, A.B.`. */
function lastNameFirst(last: string, rest: string): Omit<PersonName, "salutation"> {
  const words = wordsOf(last);
  let from = 0;
  while (from < words.length - 1 && isPrefix(words[from] ?? "")) from++;
  let to = words.length;
  while (to > from + 1 && isPrefix(words[to - 1] ?? "")) to--;
  const own = [...words.slice(0, from), ...words.slice(to)].map(lower);
  const { initials, prefix } = front(wordsOf(rest, true), shouts(last));
  return { initials, prefix: orNull([prefix, ...own].filter(Boolean).join(" ")), lastName: words.slice(from, to).join(" ") };
}

/** `A.B. van den Berg-de Vries`: initials, then the prefix, then the rest; `Berg A.B. van den` is turned round. */
function inOrder(words: readonly string[]): Omit<PersonName, "salutation"> {
  const loud = shouts(words.join(" "));
  const first = words.findIndex(isInitials);
  if (first > 0 && words.slice(first).every((word) => isInitials(word) || isPrefix(word))) {
    return lastNameFirst(words.slice(0, first).join(" "), words.slice(first).join(" "));
  }
  let at = 0;
  while (at < words.length - 1 && (isInitials(words[at] ?? "") || (at === 0 && JOINED.test(words[0] ?? "") && !loud))) at++;
  // A given name is only known as such by the prefix behind it; behind initials it is part of a double last name.
  const second = words[1] ?? "";
  if (at === 0 && words.length > 2 && isOwn(words[0] ?? "") && /^\p{L}+$/u.test(words[0] ?? "") && isPrefix(second)) {
    if (loud || second === lower(second)) at = 1;
  }
  let last = at;
  while (last < words.length - 1 && isPrefix(words[last] ?? "")) last++;
  return { ...front(words.slice(0, last), loud), lastName: words.slice(last).join(" ") };
}

/** One text of what stands before the name in two places: `van den` and `den` are `van den`. */
function together(given: string, found: string): string | null {
  const said = given.split(/\s+/).every(isPrefix) ? lower(given) : given;
  if (!/\p{L}/u.test(said) || /^n\.?v\.?t\.?$/iu.test(said)) return orNull(found);
  if (found === "" || ` ${said}`.endsWith(` ${found}`)) return said;
  return `${found} `.startsWith(`${said} `) ? found : `${said} ${found}`;
}

/**
 * A last name and what goes before it, from columns of their own: capitals as one writes them, a prefix that stands in both or in
 * the wrong one where it belongs. A prefix that begins with a capital in the last name is somebody's own (El Idrissi) and stays.
 * @example readLastName(null, "Berg, van den") // van den, Berg
 * @example readLastName("VAN DER", "BERG") // van der, Berg
 * @example readLastName(null, "VAN DEN BERG") // van den, Berg
 */
export function readLastName(prefix: string | null, lastName: string): Pick<PersonName, "prefix" | "lastName"> {
  if (isFirm(lastName)) return { prefix, lastName };
  const [before = "", behind, ...more] = lastName.split(",").map((part) => part.trim());
  const own = behind && more.length === 0 && behind.split(/\s+/).every(isPrefix) && before ? lower(behind) : null;
  const words = (own === null ? lastName : before).split(/\s+/);
  const loud = shouts(words.join(" "));
  let at = 0;
  while (at < words.length - 1 && isPrefix(words[at] ?? "") && (loud || words[at] === lower(words[at] ?? ""))) at++;
  let to = words.length;
  while (loud && at === 0 && to > 1 && isPrefix(words[to - 1] ?? "") && !words.slice(0, to - 1).every(isPrefix)) to--;
  const found = lower([...words.slice(0, at), ...words.slice(to)].join(" "));
  const last = words.slice(at, to).join(" ");
  return { prefix: together(prefix ?? own ?? "", found), lastName: loud ? calm(last) : last };
}

/** `A.B.van den Berg` and `A.B.Jansen` with the space that was forgotten. */
const spaced = (text: string) => text.replace(/(?<=\p{Lu}\.)(?=\p{Ll}{2,}\s|\p{Lu}\p{Ll}{2,}(?![\p{L}.]))/gu, " ");

/**
 * Splits a name that was written in one field. What cannot be told apart stays in the last name, so that nothing is lost;
 * only titles are left out.
 * @example readName("Berg, mw. A.B. van den") // mw, A.B., van den, Berg
 * @example readName("A.B. van den Berg-de Vries") // A.B., van den, Berg-de Vries
 */
export function readName(text: string): PersonName | null {
  const plain = text
    .normalize("NFC")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\s*-\s*/g, "-");
  if (!/\p{L}/u.test(plain)) return null;
  if (isFirm(plain)) return { salutation: "firm", initials: null, prefix: null, lastName: plain };
  const [before, whole] = takeSalutation(plain);
  const left = {
    salutation: before === "fam" ? before : null,
    initials: null,
    prefix: null,
    lastName: (before === "fam" && whole) || plain,
  };
  if (TWO_PEOPLE.test(whole)) return left;
  const comma = whole.indexOf(",");
  const [behind, rest] =
    comma < 0
      ? [null, ""]
      : spoken(
          spaced(whole.slice(comma + 1))
            .replaceAll(",", " ")
            .trim(),
        );
  const name = comma < 0 ? inOrder(wordsOf(spaced(whole))) : lastNameFirst(whole.slice(0, comma), rest);
  if (name.lastName === "") return { ...left, salutation: null };
  return { salutation: before ?? behind, ...name, lastName: shouts(name.lastName) ? calm(name.lastName) : name.lastName };
}

/** The salutation before or behind the initials; a call name in brackets is left out. */
function spoken(rest: string): [PersonName["salutation"], string] {
  const at = SPOKEN_BEHIND.exec(` ${rest}`);
  const [salutation, bare] = at ? [takeSalutation(at[1] ?? "")[0], ` ${rest}`.slice(0, at.index)] : takeSalutation(rest);
  return [salutation, bare.replace(/\([^)]*\)/g, " ").trim()];
}
