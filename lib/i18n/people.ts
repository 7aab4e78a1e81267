import { NBSP } from "./format";

/** A person as the tenancies room keeps them. */
export interface Named {
  readonly salutation?: string | null;
  readonly initials?: string | null;
  readonly prefix?: string | null;
  readonly lastName: string;
}

const SHORT: Readonly<Record<string, string>> = { mw: "Mw.", dhr: "Dhr.", fam: "Fam." };
const SPOKEN: Readonly<Record<string, string>> = { mw: "mevrouw", dhr: "de heer", fam: "familie" };

const curly = (text: string) => text.trim().replace(/['`\u2018]/g, "\u2019");
const capital = (text: string) => (text.startsWith("\u2019") ? text : text.charAt(0).toLocaleUpperCase("nl") + text.slice(1));
/** `CA`, `C.A` and `c. a.` are all `C.A.`; `Chr.` and `Th.` stay. */
function initialsOf(text: string): string {
  const parts = curly(text)
    .split(/[.\s]+/)
    .filter(Boolean);
  const letters = parts.flatMap((part) => (/^\p{Lu}{2,}$/u.test(part) ? [...part] : [capital(part)]));
  return letters.length ? `${letters.join(".")}.` : "";
}
const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" ");

/** `Mw. C.A. van der Berg-Özdemir`; without initials `Mw. Van der Berg-Özdemir`. */
export function formatPersonName(person: Named): string {
  const initials = initialsOf(person.initials ?? "");
  const prefix = curly(person.prefix ?? "");
  const salutation = SHORT[person.salutation ?? ""];
  const name = join(prefix, curly(person.lastName));
  // Salutation and initials stay on one line; a prefix takes its capital when nothing of the name stands before it.
  const front = [salutation, initials].filter(Boolean).join(NBSP);
  return join(front, initials ? name : capital(name));
}

/** `Mw. Van der Berg-Özdemir`: short, for a phone. */
export const formatPersonShort = (person: Named): string => formatPersonName({ ...person, initials: null });

/** `mevrouw Van der Berg-Özdemir`: as one says it, on a button or in a text message. Without a salutation the name itself. */
export function formatPersonSpoken(person: Named): string {
  const name = formatPersonShort({ ...person, salutation: null });
  return join(SPOKEN[person.salutation ?? ""], name);
}

/** Sorting key as a Dutch register sorts: last name, initials, prefix. */
export const personSortKey = (person: Named): string =>
  `${curly(person.lastName)} ${initialsOf(person.initials ?? "")} ${curly(person.prefix ?? "")}`.toLocaleLowerCase("nl");

export interface Address {
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter?: string | null;
  readonly addition?: string | null;
  readonly postcode?: string | null;
  readonly city?: string | null;
}

/** `47-C`, `104-III`: what stands beside the door. */
export const formatDoor = (address: Pick<Address, "houseNumber" | "houseLetter" | "addition">): string =>
  [address.houseNumber, address.houseLetter, address.addition].filter(Boolean).join("-");

/** `Statenhof 47-C`; `"full"` adds postcode and place. */
export function formatAddress(address: Address, full?: "full"): string {
  const line = `${address.street}${NBSP}${formatDoor(address)}`;
  if (!full) return line;
  const postcode = (address.postcode ?? "").replace(
    /^(\d{4})\s*([A-Za-z]{2})$/,
    (_, d: string, l: string) => `${d}${NBSP}${l.toUpperCase()}`,
  );
  const place = join(postcode, address.city);
  return place ? `${line}, ${place}` : line;
}

const SHORT_AREA = /^0(?:10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|70|71|72|73|74|75|76|77|78|79|85|88|91)/;
/** `010 012 47 03`, `06 02 34 11 71`, `0182 12 34 56`; other countries as they come. */
export function formatPhone(number: string): string {
  const digits = number.replace(/[^\d+]/g, "").replace(/^(?:\+31|0031)0?/, "0");
  const split = (shape: RegExp) => digits.replace(shape, (_, ...parts) => parts.slice(0, -2).join(NBSP));
  if (/^06\d{8}$/.test(digits)) return split(/^(06)(\d\d)(\d\d)(\d\d)(\d\d)$/);
  if (/^0(?:800|900|906|909)\d+$/.test(digits)) return split(/^(\d{4})(\d+)$/);
  if (/^0\d{9}$/.test(digits))
    return SHORT_AREA.test(digits) ? split(/^(\d{3})(\d{3})(\d\d)(\d\d)$/) : split(/^(\d{4})(\d\d)(\d\d)(\d\d)$/);
  return number.trim();
}
