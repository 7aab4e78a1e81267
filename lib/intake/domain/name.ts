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
/** Titles are no part of how we write to somebody. `mr.` is one: a jurist, not a gentleman. */
const TITLE = /^(?:drs|dr|ir|ing|mr|prof|bc|ds|msc|bsc|ba|ma|llm|phd)\.?$/iu;
const FIRM =
  /(?:^|\s)(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|c\.?v\.?|stichting|vereniging|vve|gemeente|maatschap|kapsalon|restaurant|winkel|praktijk|\p{L}*kantoor|\p{L}*advocaten|bewind\p{L}*|zorggroep)(?=$|\s)/iu;
const PREFIX = new Set(
  "van von vom de den der des du da das do dos di del della dalla la le les los el al ibn ben bin bint abu abou zu zum zur te ten ter tot 't 's het in op onder uit aan bij voor over af av d' l'".split(
    " ",
  ),
);
const INITIALS = /^(?:\p{Lu}\p{Ll}{0,2}\.-?)+\p{Lu}?\.?$|^\p{Lu}$/u;
/** Letters without dots, together: `AB`. */
const JOINED = /^\p{Lu}{2,4}$/u;

const isPrefix = (word: string) => PREFIX.has(word.toLocaleLowerCase("nl").replace(/[’`]/g, "'"));
const isInitials = (word: string) => INITIALS.test(word);
const shouts = (text: string) => /\p{L}{3}/u.test(text) && text === text.toLocaleUpperCase("nl");
/** `DE VRIES-IJSSELSTEIN` as one writes it. */
const calm = (word: string) =>
  word
    .toLocaleLowerCase("nl")
    .replace(/(^|[\s\-'’])(ij|\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase("nl"));

function takeSalutation(text: string): [PersonName["salutation"], string] {
  for (const [shape, salutation] of SALUTATIONS) {
    if (shape.test(text)) return [salutation, text.replace(shape, "").trim()];
  }
  return [null, text];
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "" && !TITLE.test(word));
const dotted = (word: string) =>
  JOINED.test(word) || /^\p{Lu}$/u.test(word) ? [...word].map((letter) => `${letter}.`).join("") : word;
const orNull = (text: string) => (text === "" ? null : text);

/** Splits the words before the last name (or behind the comma) in initials and prefix; given names become their first letter. */
function front(words: readonly string[]): Pick<PersonName, "initials" | "prefix"> {
  const prefix = words.filter(isPrefix).map((word) => word.toLocaleLowerCase("nl"));
  const initials = words
    .filter((word) => !isPrefix(word))
    .map((word) => (isInitials(word) || JOINED.test(word) ? dotted(word) : `${word.charAt(0).toLocaleUpperCase("nl")}.`));
  return { initials: orNull(initials.join("")), prefix: orNull(prefix.join(" ")) };
}

/** `Berg, A.B. van den`, also `Berg van den, A.B.` and `van den Berg, A.B.`. */
function lastNameFirst(last: string, rest: string): Omit<PersonName, "salutation"> {
  const words = wordsOf(last);
  let from = 0;
  while (from < words.length - 1 && isPrefix(words[from] ?? "")) from++;
  let to = words.length;
  while (to > from + 1 && isPrefix(words[to - 1] ?? "")) to--;
  const own = [...words.slice(0, from), ...words.slice(to)].map((word) => word.toLocaleLowerCase("nl"));
  const { initials, prefix } = front(wordsOf(rest));
  return { initials, prefix: orNull([prefix, ...own].filter(Boolean).join(" ")), lastName: words.slice(from, to).join(" ") };
}

/** `A.B. van den Berg-de Vries`: initials, then the prefix, then the rest; `Berg A.B. van den` is turned round. */
function inOrder(words: readonly string[]): Omit<PersonName, "salutation"> {
  const first = words.findIndex(isInitials);
  if (first > 0 && words.slice(first).every((word) => isInitials(word) || isPrefix(word))) {
    return lastNameFirst(words.slice(0, first).join(" "), words.slice(first).join(" "));
  }
  let at = 0;
  while (
    at < words.length - 1 &&
    (isInitials(words[at] ?? "") || (at === 0 && JOINED.test(words[0] ?? "") && !shouts(words.join(" "))))
  )
    at++;
  // Given names are only known as such by the prefix behind them.
  const prefixAt = words.findIndex((word, index) => index >= at && isPrefix(word));
  if (
    prefixAt > at &&
    prefixAt < words.length - 1 &&
    !words[prefixAt - 1]?.endsWith("-") &&
    !words.slice(at, prefixAt).some((word) => word.includes("-"))
  )
    at = prefixAt;
  let last = at;
  while (last < words.length - 1 && isPrefix(words[last] ?? "")) last++;
  return { ...front(words.slice(0, last)), lastName: words.slice(last).join(" ") };
}

/**
 * A last name and what goes before it, from columns of their own: capitals as one writes them, a prefix that stands in both or in
 * the wrong one where it belongs. A prefix that begins with a capital in the last name is somebody's own (El Idrissi) and stays.
 * @example readLastName(null, "Berg, van den") // van den, Berg
 * @example readLastName("VAN DER", "BERG") // van der, Berg
 */
export function readLastName(prefix: string | null, lastName: string): Pick<PersonName, "prefix" | "lastName"> {
  const [before = "", behind, ...more] = lastName.split(",").map((part) => part.trim());
  const own = behind && more.length === 0 && behind.split(/\s+/).every(isPrefix) && before ? behind : null;
  const words = (own === null ? lastName : before).split(/\s+/);
  let at = 0;
  while (at < words.length - 1 && isPrefix(words[at] ?? "") && words[at] === words[at]?.toLocaleLowerCase("nl")) at++;
  const found = [prefix ?? own ?? "", words.slice(0, at).join(" ")].filter(Boolean).map((text) => text.toLocaleLowerCase("nl"));
  const last = words.slice(at).join(" ");
  return { prefix: orNull([...new Set(found)].join(" ")), lastName: shouts(last) ? calm(last) : last };
}

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
  if (FIRM.test(plain)) return { salutation: "firm", initials: null, prefix: null, lastName: plain };
  const [before, whole] = takeSalutation(plain);
  const comma = whole.indexOf(",");
  const [behind, rest] =
    comma < 0
      ? [null, ""]
      : takeSalutation(
          whole
            .slice(comma + 1)
            .replaceAll(",", " ")
            .trim(),
        );
  const name = comma < 0 ? inOrder(wordsOf(whole)) : lastNameFirst(whole.slice(0, comma), rest);
  if (name.lastName === "") return { salutation: null, initials: null, prefix: null, lastName: plain };
  return { salutation: before ?? behind, ...name, lastName: shouts(name.lastName) ? calm(name.lastName) : name.lastName };
}
