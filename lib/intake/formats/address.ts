import { readAddress, readHouseNumber } from "../domain/house-number";
import type { Row } from "./fields";

/** Street, house number, letter and addition, each from its own column or split from the one that holds more of them. */
export function addressOf(row: Row): [street: string, number: string, letter: string | null, addition: string | null] {
  const [street, number] = [row.letters("straat"), row.door("huisnummer")];
  const inStreet = row.text("huisnummer") === null ? street : null;
  const whole = row.text("straat") === null ? row.letters("adres") : inStreet;
  if (whole !== null) {
    const read = readAddress(whole);
    if (read) return [read.street, read.number, read.letter, read.addition];
    if (inStreet === null) row.note("adres", "bad-address", { value: whole });
  }
  row.required("straat");
  row.required("huisnummer");
  const [letter, addition] = [row.door("huisletter"), row.door("toevoeging")];
  const split = letter === null && addition === null ? readHouseNumber(number ?? "") : null;
  return split ? [street ?? "", split.number, split.letter, split.addition] : [street ?? "", number ?? "", letter, addition];
}
