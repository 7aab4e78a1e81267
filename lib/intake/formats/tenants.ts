import { readPhone } from "../domain/phone";
import type { Row } from "./fields";
import type { ErpFormat } from "./format";

const ROLES = {
  huurder: "tenant",
  medehuurder: "co-tenant",
  bewindvoerder: "representative",
  contactpersoon: "contact",
} as const;

function phone(row: Row, field: string): [string | null, string | null] {
  const text = row.text(field);
  if (text === null) return [null, null];
  const { kind, value } = readPhone(text);
  return [kind, value];
}

/** huurders.csv: who lives there, who else to speak to, and how to reach them. */
export const tenants: ErpFormat = {
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
  staged: {
    contract: "text",
    number: "text",
    role: "text",
    initials: "text",
    prefix: "text",
    last_name: "text",
    born_on: "date",
    telefoon_kind: "text",
    telefoon: "text",
    mobiel_kind: "text",
    mobiel: "text",
    email: "text",
  },
  read: (row, today) => {
    const contract = row.required("contractnummer");
    const number = row.required("relatienummer");
    row.required("rol");
    return [
      contract,
      number,
      row.word("rol", ROLES, "unknown-role"),
      row.text("voorletters"),
      row.text("tussenvoegsel"),
      row.required("achternaam"),
      row.day("geboortedatum", today),
      ...phone(row, "telefoon"),
      ...phone(row, "mobiel"),
      row.email("email"),
    ];
  },
};
