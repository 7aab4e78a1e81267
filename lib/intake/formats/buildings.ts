import { readAddress } from "../domain/house-number";
import type { Row } from "./fields";
import { erpFormat } from "./format";

/** A building's number stays as it is written: it may well be a range. */
function addressOf(row: Row): { street: string; house_number: string } {
  const whole = row.text("straat") === null ? (row.letters("adres")?.replace(/\s+/g, " ") ?? null) : null;
  const read = whole === null ? null : readAddress(whole);
  if (read && whole)
    return { street: read.street, house_number: whole.slice(read.street.length).replace(/^,?\s*(?:nr\.?|no\.)?\s*/i, "") };
  row.required("straat");
  row.required("huisnummer");
  return { street: row.letters("straat") ?? "", house_number: row.door("huisnummer") ?? "" };
}

/** gebouwen.csv: the buildings and who looks after them. */
export const buildings = erpFormat({
  format: "buildings",
  columns: ["complexcode", "naam", "straat", "huisnummer", "postcode", "plaats", "huismeester"],
  further: ["adres"],
  needed: ["complexcode", "naam", ["straat", "adres"], "postcode", "plaats"],
  staged: {
    code: "text",
    name: "text",
    street: "text",
    house_number: "text",
    postcode: "text",
    city: "text",
    caretaker: "text",
  },
  read: (row) => ({
    code: row.requiredCode("complexcode"),
    name: row.required("naam"),
    ...addressOf(row),
    postcode: row.postcode("postcode") ?? row.required("postcode"),
    city: row.required("plaats"),
    caretaker: row.email("huismeester"),
  }),
});
