import { mayName } from "@/lib/bank/domain/read-designation";
import { spoiled } from "../domain/spreadsheet";
import type { Row } from "./fields";
import { erpFormat } from "./format";

/** Our own words first, then those of other systems and the sector's code lists. */
const KINDS = {
  vordering: "charge",
  ontvangst: "payment",
  creditnota: "credit",
  storno: "reversal",
  prolongatie: "charge",
  factuur: "charge",
  vor: "charge",
  betaling: "payment",
  incasso: "payment",
  ont: "payment",
  credit: "credit",
  cre: "credit",
  stornering: "reversal",
  terugboeking: "reversal",
  sto: "reversal",
} as const;
const CATEGORIES = {
  huur: "rent",
  nettohuur: "rent",
  "netto huur": "rent",
  kale_huur: "rent",
  "kale huur": "rent",
  servicekosten: "service",
  stookkosten: "heating",
  verwarming: "heating",
  warmte: "heating",
  afrekening: "settlement",
  kosten: "costs",
  overig: "other",
} as const;

/** mutaties.csv: what was charged, received, credited and taken back. */
export const entries = erpFormat({
  format: "entries",
  columns: [
    "contractnummer",
    "mutatienummer",
    "boekdatum",
    "vervaldatum",
    "soort",
    "categorie",
    "bedrag",
    "tegenmutatie",
    "omschrijving",
  ],
  further: ["betaalt"],
  needed: ["contractnummer", "mutatienummer", "boekdatum", "soort", "bedrag"],
  staged: {
    contract: "text",
    number: "text",
    booked_on: "date",
    due_on: "date",
    kind: "text",
    category: "text",
    amount: "bigint",
    takes_back: "text",
    description: "text",
    pays: "text",
    names_purpose: "boolean",
  },
  amount: "amount",
  read: (row) => {
    const contract = row.requiredCode("contractnummer");
    const number = row.requiredCode("mutatienummer");
    row.required("soort");
    row.required("bedrag");
    const kind = row.word("soort", KINDS, "unknown-kind");
    const bookedOn = row.requiredDay("boekdatum");
    const dueOn = kind === "charge" ? row.requiredDay("vervaldatum") : null;
    if (kind === "charge") row.required("categorie");
    const category = row.word("categorie", CATEGORIES, "unknown-category");
    const amount = row.amount("bedrag");
    if (amount === 0n) row.note("bedrag", "zero-amount");
    if (kind === "reversal" && row.text("tegenmutatie") === null) row.note("tegenmutatie", "no-counter-entry");
    const takesBack = kind === "reversal" ? row.code("tegenmutatie") : null;
    const pays = kind === "payment" ? paysOf(row) : kind === "credit" ? (row.code("tegenmutatie") ?? paysOf(row)) : null;
    const description = row.text("omschrijving");
    const namesPurpose = (kind === "payment" || kind === "credit") && pays === null && mayName(description);
    return {
      ...{ contract, number, booked_on: bookedOn, due_on: dueOn, kind, category, amount },
      ...{ takes_back: takesBack, description, pays, names_purpose: namesPurpose },
    };
  },
});

/** The numbers of the charges a receipt is for, as the rent administration matched them. One that a spreadsheet spoiled names nothing. */
function paysOf(row: Row): string | null {
  const numbers = row.text("betaalt")?.split(/[\s,;]+/) ?? [];
  const left = numbers.filter((number) => spoiled(number) !== null);
  if (left.length > 0) row.remark("betaalt", "reference-left-out", { value: left.join(" ") });
  return numbers.filter((number) => number !== "" && !left.includes(number)).join(" ") || null;
}
