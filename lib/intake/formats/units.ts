import { addressOf } from "./address";
import { KINDS } from "./contracts";
import type { ErpFormat } from "./format";

/** Units by themselves, as a system sends them that keeps them apart from agreements. */
export const units: ErpFormat = {
  format: "units",
  columns: [
    "eenheidnummer",
    "eenheidsoort",
    "complexcode",
    "straat",
    "huisnummer",
    "huisletter",
    "toevoeging",
    "postcode",
    "plaats",
  ],
  further: ["adres"],
  needed: ["eenheidnummer", "eenheidsoort", ["straat", "adres"], "plaats"],
  staged: {
    number: "text",
    kind: "text",
    building_code: "text",
    street: "text",
    house_number: "text",
    house_letter: "text",
    addition: "text",
    postcode: "text",
    city: "text",
  },
  read: (row) => {
    const number = row.required("eenheidnummer");
    row.required("eenheidsoort");
    return [
      number,
      row.word("eenheidsoort", KINDS, "unknown-unit-kind"),
      row.text("complexcode"),
      ...addressOf(row),
      row.postcode("postcode"),
      row.required("plaats"),
    ];
  },
};
