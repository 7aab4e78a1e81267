import { readAddress, readHouseNumber } from "../domain/house-number";
import type { Row } from "./fields";

export interface AddressCells {
  readonly street: string | null;
  readonly house_number: string | null;
  readonly house_letter: string | null;
  readonly addition: string | null;
}
export const NOWHERE: AddressCells = { street: null, house_number: null, house_letter: null, addition: null };

/** Street, house number, letter and addition, each from its own column or split from the one that holds more of them. */
export function addressOf(row: Row): AddressCells {
  const [street, number] = [row.letters("straat"), row.door("huisnummer")];
  const inStreet = row.text("huisnummer") === null ? street : null;
  const whole = row.text("straat") === null ? row.letters("adres") : inStreet;
  if (whole !== null) {
    const read = readAddress(whole);
    if (read) return cells(read.street, read);
    if (inStreet === null) row.note("adres", "bad-address", { value: whole });
  }
  row.required("straat");
  row.required("huisnummer");
  const [letter, addition] = [row.door("huisletter"), row.door("toevoeging")];
  const split = letter === null && addition === null ? readHouseNumber(number ?? "") : null;
  return cells(street ?? "", split ?? { number: number ?? "", letter, addition });
}

const cells = (
  street: string,
  { number, letter, addition }: { readonly number: string; readonly letter: string | null; readonly addition: string | null },
): AddressCells => ({ street, house_number: number, house_letter: letter, addition });
