import { readAddress } from "../domain/house-number";
import type { Row } from "./fields";
import type { ErpFormat } from "./format";

/** A building's number stays as it is written: it may well be a range. */
function addressOf(row: Row): [street: string, number: string] {
  const whole = row.text("straat") === null ? (row.letters("adres")?.replace(/\s+/g, " ") ?? null) : null;
  const read = whole === null ? null : readAddress(whole);
  if (read && whole) return [read.street, whole.slice(read.street.length).replace(/^,?\s*(?:nr\.?|no\.)?\s*/i, "")];
  row.required("straat");
  row.required("huisnummer");
  return [row.letters("straat") ?? "", row.door("huisnummer") ?? ""];
}

/** gebouwen.csv: the buildings and who looks after them. */
export const buildings: ErpFormat = {
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
  read: (row) => [
    row.requiredCode("complexcode"),
    row.required("naam"),
    ...addressOf(row),
    row.postcode("postcode") ?? row.required("postcode"),
    row.required("plaats"),
    row.email("huismeester"),
  ],
};
