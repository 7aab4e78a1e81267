import { addMonthsToDay, type Day, day } from "@/lib/kernel/day";
import { type PersonName, readLastName, readName } from "../domain/name";
import { readPhones } from "../domain/phone";
import { spoiled } from "../domain/spreadsheet";
import type { Row } from "./fields";
import { erpFormat } from "./format";

/** Our own words first, then those of other systems and the sector's code lists. */
const ROLES = {
  huurder: "tenant",
  medehuurder: "co-tenant",
  bewindvoerder: "representative",
  contactpersoon: "contact",
  hoofdhuurder: "tenant",
  contractant: "tenant",
  huu: "tenant",
  partner: "co-tenant",
  mdh: "co-tenant",
  curator: "representative",
  bwi: "representative",
  cur: "representative",
  contact: "contact",
  cpe: "contact",
} as const;
const SALUTATIONS = {
  mw: "mw",
  dhr: "dhr",
  fam: "fam",
  firma: "firm",
  "mw.": "mw",
  mevr: "mw",
  "mevr.": "mw",
  mevrouw: "mw",
  v: "mw",
  vrouw: "mw",
  "dhr.": "dhr",
  heer: "dhr",
  "de heer": "dhr",
  hr: "dhr",
  m: "dhr",
  man: "dhr",
  "fam.": "fam",
  familie: "fam",
  bedrijf: "firm",
} as const;

/** Somebody who stays after all is written with a date in the far future. */
const LATEST_END = day("9999-12-31");

/** Nobody of fewer years rents a home or speaks for who does: so the 25 in 12-03-25 is 1925. */
const ADULT_YEARS = 16;

/** The numbers of both columns, each with the column it came from. One that nobody can be called on is kept, and said. */
function phonesOf(row: Row): string {
  const phones = ["telefoon", "mobiel"].flatMap((field) => {
    const text = row.text(field);
    // What a spreadsheet made of a number would end the good one.
    if (text !== null && spoiled(text)) row.remark(field, "phone-left-out", { value: text });
    const read = text === null || spoiled(text) ? [] : readPhones(text);
    for (const { value, because } of read) if (because) row.remark(field, `phone-${because}`, { value: value.slice(0, 80) });
    return read.map(({ kind, value }) => ({ field, kind, value }));
  });
  return JSON.stringify(phones);
}

type NameRead = Omit<PersonName, "lastName"> & { readonly lastName: string | null };

const lastNameOf = (row: Row) => (row.required("achternaam") === "" ? null : row.letters("achternaam"));
/** A firm writes its name as it likes. */
const ownName = (salutation: PersonName["salutation"], prefix: string | null, lastName: string) =>
  salutation === "firm" ? { prefix, lastName } : readLastName(prefix, lastName);

/** The name from its own columns, or from the one that holds all of it. */
function nameOf(row: Row): NameRead {
  const whole = row.text("achternaam") === null ? row.letters("naam") : null;
  const read = whole === null ? null : readName(whole);
  const salutation = row.text("aanhef") === null ? null : row.word("aanhef", SALUTATIONS, "unknown-salutation");
  if (read) return { ...read, salutation: salutation ?? read.salutation };
  const initials = row.letters("voorletters");
  // A row that only says who belongs to which contract leaves the name to the file of people.
  const lastName = row.text("koppeling") === null ? lastNameOf(row) : null;
  return lastName
    ? { salutation, initials, ...ownName(salutation, row.text("tussenvoegsel"), lastName) }
    : { salutation, initials, prefix: null, lastName };
}

const nameCells = ({ initials, prefix, lastName, salutation }: NameRead) => ({
  initials,
  prefix,
  last_name: lastName,
  salutation,
});
const latestBirth = (today: Day): Day => addMonthsToDay(today, -12 * ADULT_YEARS);

const personCells = (row: Row, today: Day) => ({
  ...nameCells(nameOf(row)),
  born_on: row.day("geboortedatum", today, latestBirth(today)),
  phones: phonesOf(row),
  email: row.mail("email"),
  until_day: row.day("einddatum", LATEST_END),
});

/** huurders.csv: who lives there, who else to speak to, and how to reach them. */
export const tenants = erpFormat({
  format: "tenants",
  columns: [
    "contractnummer",
    "relatienummer",
    "rol",
    "voorletters",
    "tussenvoegsel",
    "achternaam",
    "geboortedatum",
    "telefoon",
    "mobiel",
    "email",
  ],
  further: ["naam", "aanhef", "einddatum"],
  needed: ["contractnummer", "relatienummer", "rol", ["achternaam", "naam"]],
  staged: {
    contract: "text",
    number: "text",
    role: "text",
    initials: "text",
    prefix: "text",
    last_name: "text",
    salutation: "text",
    born_on: "date",
    phones: "jsonb",
    email: "text",
    until_day: "date",
  },
  read: (row, today) => {
    const contract = row.requiredCode("contractnummer");
    const number = row.requiredCode("relatienummer");
    row.required("rol");
    return { contract, number, role: row.word("rol", ROLES, "unknown-role"), ...personCells(row, today) };
  },
});

/** People by themselves, as a system sends them that keeps them apart from agreements: only who belongs to a contract is taken. */
export const people = erpFormat({
  format: "people",
  columns: ["relatienummer", "voorletters", "tussenvoegsel", "achternaam", "geboortedatum", "telefoon", "mobiel", "email"],
  further: ["naam", "aanhef"],
  needed: ["relatienummer", ["achternaam", "naam"]],
  staged: tenants.staged,
  read: (row, today) => ({ contract: null, number: row.requiredCode("relatienummer"), role: null, ...personCells(row, today) }),
});
