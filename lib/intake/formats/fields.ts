import { isValidIBAN } from "ibantools";
import { type Day, day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import type { Said } from "@/lib/kernel/refusal";
import { hasBrokenLetters } from "../../files/domain/letters";
import { readAmount } from "../domain/amount";
import { hasStrokes, readDay, saysNoDate } from "../domain/date";
import { maybeRounded, spoiled, spoiledDoor } from "../domain/spreadsheet";

export interface Problem extends Said {
  readonly field: string;
}

const EARLIEST = day("1850-01-01");
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/**
 * One row of an ERP file. Reading a field that is wrong notes the first problem; the row is then refused with it. Of a field that
 * only helps to reach somebody, what is wrong is remarked and the row stands.
 */
export class Row {
  problem: Problem | null = null;
  readonly remarks: Problem[] = [];

  constructor(private readonly cells: Readonly<Record<string, string>>) {}

  note(field: string, code: string, values: Said["values"] = {}): null {
    this.problem ??= { field, code, values };
    return null;
  }

  remark(field: string, code: string, values: Said["values"] = {}): null {
    this.remarks.push({ field, code, values });
    return null;
  }

  /** Trimmed text; null when empty, which means unknown. */
  text(field: string): string | null {
    const text = (this.cells[field] ?? "").trim();
    return text === "" ? null : text.normalize("NFC");
  }

  required(field: string): string {
    return this.text(field) ?? this.note(field, "empty") ?? "";
  }

  /** Whether the file tells this field at all: what it does not tell is not emptied by it. */
  has(field: string): boolean {
    return Object.hasOwn(this.cells, field);
  }

  /** A name or street. One whose letters were lost on the way would overwrite a good one. */
  letters(field: string): string | null {
    const text = this.text(field);
    return text !== null && hasBrokenLetters(text) ? this.note(field, "broken-letters", { value: text.slice(0, 80) }) : text;
  }

  /** A number or code by which something is known elsewhere: what a spreadsheet made of it names nothing, or something else. */
  code(field: string): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const how = spoiled(text);
    if (how) return this.note(field, how, { value: text });
    if (maybeRounded(text)) this.remark(field, "maybe-rounded", { value: text });
    return text;
  }

  requiredCode(field: string): string {
    return this.code(field) ?? (this.text(field) === null ? this.note(field, "empty") : null) ?? "";
  }

  /** What stands beside a door. */
  door(field: string): string | null {
    const text = this.text(field);
    const how = text === null ? null : spoiledDoor(text);
    return how ? this.note(field, how, { value: text ?? "" }) : text;
  }

  /** One of a closed list of words, in any case. */
  word<Meaning extends string>(field: string, meanings: Readonly<Record<string, Meaning>>, code: string): Meaning | null {
    const text = this.text(field);
    if (text === null) return null;
    const word = text.toLowerCase();
    const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
    if (meaning) return meaning;
    // One word for each meaning: the others are how other systems say it.
    const allowed = Object.keys(meanings).filter(
      (word, at, all) => all.findIndex((other) => meanings[other] === meanings[word]) === at,
    );
    return this.note(field, code, { value: text, allowed: allowed.join(", ") });
  }

  /** @param shortYearsUpTo a year of two digits is the last one not after this day (a birth date) */
  day(field: string, latest: Day = day("2199-12-31"), shortYearsUpTo?: Day): Day | null {
    const text = this.text(field);
    if (text === null || saysNoDate(text)) return null;
    const read = readDay(text, shortYearsUpTo);
    if (read === null) return this.note(field, hasStrokes(text) ? "ambiguous-date" : "impossible-date", { value: text });
    return read < EARLIEST || read > latest ? this.note(field, "unlikely-date", { value: text }) : read;
  }

  requiredDay(field: string, latest?: Day): Day | null {
    return this.day(field, latest) ?? this.note(field, "empty");
  }

  /** An amount with its sign. */
  signed(field: string): Cents | null {
    const text = this.text(field);
    if (text === null) return null;
    const read = readAmount(text);
    return "problem" in read ? this.note(field, read.problem, { value: text.slice(0, 60) }) : read.cents;
  }

  /** An amount that is not negative: the kind of the row carries the sign. */
  amount(field: string): Cents | null {
    const read = this.signed(field);
    return read !== null && read < 0n ? this.note(field, "negative-amount", { value: this.text(field) ?? "" }) : read;
  }

  iban(field: string): string | null {
    const text = this.text(field)?.replace(/[\s.]/g, "").toUpperCase() ?? null;
    return text === null || isValidIBAN(text) ? text : this.note(field, "bad-iban", { value: text });
  }

  /** `3011AB` and `3011 ab` are written `3011 AB`. */
  postcode(field: string): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const match = /^([1-9]\d{3})[\s-]*([A-Za-z]{2})$/.exec(text);
    return match ? `${match[1]} ${match[2]?.toUpperCase()}` : this.note(field, "bad-postcode", { value: text });
  }

  email(field: string): string | null {
    const text = this.text(field)?.toLowerCase() ?? null;
    return text === null || EMAIL.test(text) ? text : this.note(field, "bad-email", { value: text });
  }

  /** The first e-mail address in a field that people typed in; without one the row stands and says what it leaves out. */
  mail(field: string): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const found = text
      .toLowerCase()
      .split(/mailto:|[\s;,<>()"']+/)
      .find((piece) => EMAIL.test(piece));
    return found ?? this.remark(field, "email-left-out", { value: text.slice(0, 80) });
  }
}
