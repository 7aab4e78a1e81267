import { type Day, daysBetween, parseDay } from "@/lib/kernel/day";
import { readSwiftCents } from "./amount";

/** Field 61: one booking, before what field 86 tells about it. */
export interface Booking {
  readonly amountCents: bigint;
  readonly bookedOn: Day;
  readonly valueOn: Day;
  /** RC and RD take an earlier booking back. */
  readonly isReversal: boolean;
  /** `NTRF`, `N541`. */
  readonly type: string;
  /** What stands for our own reference: often only the name of the field that has it. */
  readonly reference: string | null;
  readonly bankReference: string | null;
  /** The lines after the first, and what stands behind the references: an account, a name, a code. */
  readonly supplement: string;
}

export type Unreadable = { readonly field: string; readonly code: string; readonly value: string };

const SHAPE =
  /^\s*(\d{6})\s*(\d{4})?\s*(R?[CD]|E[CD])([A-Z])?\s*([\d.,+-]+)\s*(?:([NFS][A-Z0-9]{3}|[NFS][A-Z0-9]{2}(?= ))(.*))?$/s;

/** A day in six digits: years from 80 on lie in the last century. */
export function swiftDay(text: string): Day | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  return match ? parseDay(`${Number(match[1]) >= 80 ? "19" : "20"}${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** The booking day has no year: it is the one nearest to the value day, also over New Year. */
function entryDay(text: string, valueOn: Day): Day | null {
  const year = Number(valueOn.slice(0, 4));
  const near = [year - 1, year, year + 1]
    .map((it) => parseDay(`${it}-${text.slice(0, 2)}-${text.slice(2)}`))
    .filter((it) => it !== null)
    .sort((a, b) => Math.abs(daysBetween(a, valueOn)) - Math.abs(daysBetween(b, valueOn)));
  return near[0] ?? null;
}

/** Pointers to field 86, and ways of saying that there is no reference. */
const POINTER = /^(?:NON ?REF|EREF|PREF|MARF|NOTPROVIDED|)$/;

/** @returns the booking, or what of it cannot be read. */
export function readBooking([first = "", ...more]: readonly string[]): Booking | Unreadable {
  const match = SHAPE.exec(first.trimEnd());
  if (!match) return { field: "61", code: "bad-booking", value: first.slice(0, 60) };
  const [, valued = "", entered, mark = "", , amount = "", type = "", rest = ""] = match;
  const valueOn = swiftDay(valued);
  if (valueOn === null) return { field: "61", code: "no-value-day", value: valued };
  const bookedOn = entered === undefined ? valueOn : entryDay(entered, valueOn);
  if (bookedOn === null) return { field: "61", code: "no-booking-day", value: entered ?? "" };
  const cents = readSwiftCents(amount);
  if (cents === null) return { field: "61", code: "bad-bank-amount", value: amount };
  const [whole = "", ...codes] = rest.split(/(?=\/[A-Z]{4}\/)/);
  const [own = "", bank = ""] = whole.split("//", 2);
  // Fixed columns of older files: sixteen signs of reference, then the name.
  const [reference = "", beyond = ""] = own.length > 16 && !/^\S+$/.test(own) ? [own.slice(0, 16), own.slice(16)] : [own];
  // A reversed credit is money out; a reversed debit is money in.
  const received = mark === "C" || mark === "RD" || mark === "EC";
  return {
    amountCents: received ? cents : -cents,
    bookedOn,
    valueOn,
    isReversal: mark === "RC" || mark === "RD",
    type,
    reference: POINTER.test(reference.trim()) ? null : reference.trim(),
    bankReference: bank.trim() === "" ? null : bank.trim(),
    supplement: [beyond.trim(), ...codes, ...more.map((it) => it.trim())].filter((it) => it !== "").join("\n"),
  };
}
