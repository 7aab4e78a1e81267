import { addressOf } from "./address";
import { erpFormat } from "./format";

/** Our own words first, then those of other systems and the sector's code lists. */
export const KINDS = {
  woning: "home",
  zorg: "care",
  parkeren: "parking",
  bedrijf: "commercial",
  woonruimte: "home",
  appartement: "home",
  eengezinswoning: "home",
  zelfstandig: "home",
  "zelfstandige woning": "home",
  kamer: "home",
  woo: "home",
  zorgwoning: "care",
  zorgeenheid: "care",
  intramuraal: "care",
  "intramuraal zorgvastgoed": "care",
  int: "care",
  parkeerplaats: "parking",
  parkeergelegenheid: "parking",
  garage: "parking",
  berging: "parking",
  scootmobielplek: "parking",
  par: "parking",
  bedrijfsruimte: "commercial",
  winkel: "commercial",
  kantoor: "commercial",
  "maatschappelijk vastgoed": "commercial",
  bog: "commercial",
  mog: "commercial",
  bed: "commercial",
} as const;
/** What a unit is and where it lies, alone or on the line of its contract. */
export const UNIT_COLUMNS = [
  "eenheidsoort",
  "complexcode",
  "straat",
  "huisnummer",
  "huisletter",
  "toevoeging",
  "postcode",
  "plaats",
] as const;
/** The same as rows wait. */
export const UNIT_STAGED = {
  kind: "text",
  building_code: "text",
  street: "text",
  house_number: "text",
  house_letter: "text",
  addition: "text",
  postcode: "text",
  city: "text",
} as const;

/** Units by themselves, as a system sends them that keeps them apart from agreements. */
export const units = erpFormat({
  format: "units",
  columns: ["eenheidnummer", ...UNIT_COLUMNS],
  further: ["adres"],
  needed: ["eenheidnummer", "eenheidsoort", ["straat", "adres"], "plaats"],
  staged: { number: "text", ...UNIT_STAGED },
  read: (row) => {
    const number = row.requiredCode("eenheidnummer");
    row.required("eenheidsoort");
    return {
      number,
      kind: row.word("eenheidsoort", KINDS, "unknown-unit-kind"),
      building_code: row.code("complexcode"),
      ...addressOf(row),
      postcode: row.postcode("postcode"),
      city: row.required("plaats"),
    };
  },
});
