import type { ErpFormat } from "./format";

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
export const entries: ErpFormat = {
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
    return [contract, number, bookedOn, dueOn, kind, category, amount, takesBack, row.text("omschrijving")];
  },
};
