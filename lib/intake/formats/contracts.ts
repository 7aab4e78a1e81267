import { checkOf } from "@/lib/bank/domain/reference";
import { day } from "@/lib/kernel/day";
import { saysNoDate } from "../domain/date";
import { spoiled } from "../domain/spreadsheet";
import { addressOf, NOWHERE } from "./address";
import type { Row } from "./fields";
import { erpFormat } from "./format";
import { KINDS, UNIT_COLUMNS, UNIT_STAGED } from "./units";

const DEBIT = "direct-debit";
const TRANSFER = "transfer";
/** How ERP systems name the way of paying. */
const PAYMENT_METHODS = {
  incasso: DEBIT,
  inc: DEBIT,
  "automatische incasso": DEBIT,
  automatisch: DEBIT,
  machtiging: DEBIT,
  ai: DEBIT,
  sepa: DEBIT,
  overboeking: TRANSFER,
  ovb: TRANSFER,
  hnd: TRANSFER,
  onl: TRANSFER,
  mai: TRANSFER,
  online: TRANSFER,
  overschrijving: TRANSFER,
  "periodieke overboeking": TRANSFER,
  bank: TRANSFER,
  zelf: TRANSFER,
  handmatig: TRANSFER,
  acceptgiro: TRANSFER,
  ideal: TRANSFER,
  betaallink: TRANSFER,
  kas: "other",
  con: "other",
  contant: "other",
  pin: "other",
  anders: "other",
  overig: "other",
} as const;

/** An open end is written as a date in the far future by some systems. */
const LATEST_END = day("9999-12-31");

function readRent(row: Row) {
  const from = row.day("huur_per");
  const net = row.amount("nettohuur");
  const service = row.amount("servicekosten");
  const heating = row.amount("stookkosten");
  if (from !== null && net === null) row.note("nettohuur", "empty");
  if (from === null && (net ?? service ?? heating) !== null) row.note("huur_per", "empty");
  return from === null
    ? { rent_from: null, net: null, service: null, heating: null }
    : { rent_from: from, net, service: service ?? 0n, heating: heating ?? 0n };
}

/** A payment reference helps to place a receipt: what is wrong with it is remarked, and one that names nothing is left out. */
function referenceOf(row: Row): string | null {
  const text = row.text("betalingskenmerk")?.replace(/[\s.]/g, "") ?? null;
  if (text === null) return null;
  if (spoiled(row.text("betalingskenmerk") ?? "")) return row.remark("betalingskenmerk", "reference-left-out", { value: text });
  if (checkOf(text) === "wrong") row.remark("betalingskenmerk", "check-digit", { value: text });
  return text;
}

/** Whether the file says that there is no end: an emptied field, not a column that is not there. */
function isOpenEnded(row: Row): boolean {
  const text = row.text("einddatum");
  return row.has("einddatum") && (text === null || saysNoDate(text));
}

/** contracten.csv: dwellings, tenancies and their dated rents; a further line with a later huur_per is a rent change. */
export const contracts = erpFormat({
  format: "contracts",
  columns: [
    "contractnummer",
    ...UNIT_COLUMNS,
    "ingangsdatum",
    "einddatum",
    "huur_per",
    "nettohuur",
    "servicekosten",
    "stookkosten",
    "betaalwijze",
    "betalingskenmerk",
    "iban",
  ],
  further: ["adres", "eenheidnummer"],
  needed: [
    "contractnummer",
    ["eenheidsoort", "eenheidnummer"],
    ["straat", "adres", "eenheidnummer"],
    ["plaats", "eenheidnummer"],
    "ingangsdatum",
  ],
  staged: {
    number: "text",
    ...UNIT_STAGED,
    starts_on: "date",
    ends_on: "date",
    rent_from: "date",
    net: "bigint",
    service: "bigint",
    heating: "bigint",
    payment_method: "text",
    payment_reference: "text",
    iban: "text",
    unit_number: "text",
    open_ended: "boolean",
  },
  read: (row) => {
    const number = row.requiredCode("contractnummer");
    // A unit that is known by its number has its kind and address already.
    const unit = row.code("eenheidnummer");
    if (unit === null) row.required("eenheidsoort");
    const kind = row.word("eenheidsoort", KINDS, "unknown-unit-kind");
    const startsOn = row.requiredDay("ingangsdatum");
    const endsOn = row.day("einddatum", LATEST_END);
    if (startsOn && endsOn && endsOn < startsOn) row.note("einddatum", "end-before-start", { startsOn, endsOn });
    return {
      number,
      kind,
      building_code: row.code("complexcode"),
      ...(unit !== null && row.text("straat") === null && row.text("adres") === null ? NOWHERE : addressOf(row)),
      postcode: row.postcode("postcode"),
      city: unit === null ? row.required("plaats") : row.text("plaats"),
      starts_on: startsOn,
      ends_on: endsOn,
      ...readRent(row),
      payment_method: row.word("betaalwijze", PAYMENT_METHODS, "unknown-payment-method"),
      payment_reference: referenceOf(row),
      iban: row.iban("iban"),
      unit_number: unit,
      open_ended: isOpenEnded(row),
    };
  },
});
