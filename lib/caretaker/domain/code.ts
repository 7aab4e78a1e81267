/** Words that sound unlike one another on the telephone, that everybody can spell, and that mean nothing here. */
const WORDS = [
  "appel",
  "bakker",
  "beker",
  "berg",
  "boek",
  "boom",
  "boot",
  "brug",
  "citroen",
  "dak",
  "deken",
  "dijk",
  "duif",
  "eend",
  "egel",
  "eiland",
  "emmer",
  "fiets",
  "fluit",
  "gras",
  "hamer",
  "haven",
  "hond",
  "jas",
  "kaars",
  "kers",
  "klok",
  "koffie",
  "konijn",
  "kraan",
  "lamp",
  "lepel",
  "maan",
  "mand",
  "molen",
  "muis",
  "noot",
  "oever",
  "paard",
  "park",
  "peer",
  "plein",
  "pomp",
  "potlood",
  "raam",
  "regen",
  "ring",
  "roos",
  "schaap",
  "schip",
  "sleutel",
  "spiegel",
  "stoel",
  "tafel",
  "toren",
  "trein",
  "tulp",
  "vaas",
  "viool",
  "vlag",
  "vogel",
  "wiel",
  "wolk",
  "zomer",
] as const;

const DIGITS = 900;
const CODES = WORDS.length * DIGITS;
/** Shares no factor with CODES, so that every number up to CODES gives another code, and neighbours look unlike. */
const STEP = 20_947;

/**
 * The code on the n-th call-back card: a word and three digits, such as `tulp 384`; a fourth digit when all of those are used.
 * @param n the card's own number, from 1
 */
export function cardCode(n: number): string {
  const place = (n * STEP) % CODES;
  const turn = Math.floor(n / CODES);
  const digits = 100 + (place % DIGITS);
  return `${WORDS[Math.floor(place / DIGITS)]} ${digits}${turn > 0 ? turn : ""}`;
}

/** The code as kept, from the way people type it: `Tulp384`, `TULP 384 `. Null when it cannot be one. */
export function readCardCode(typed: string): string | null {
  const match = /^([a-z]+)[\s.-]*(\d{3,})$/.exec(typed.trim().toLowerCase());
  return match ? `${match[1]} ${match[2]}` : null;
}
