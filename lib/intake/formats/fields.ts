import { isValidIBAN } from "ibantools";
import { type Day, day, parseDay } from "@/lib/kernel/day";
import { type Cents, parseEuros } from "@/lib/kernel/money";
import type { Said } from "@/lib/kernel/refusal";

export interface Problem extends Said {
  readonly field: string;
}

const EARLIEST = day("1850-01-01");

/** `2026-11-01` or `1-11-2026`; null when there is no such date. */
export function readDay(text: string): Day | null {
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  if (!dutch) return parseDay(text);
  const [, d = "", m = "", y = ""] = dutch;
  return parseDay(`${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
}

/** One row of an ERP file. Reading a field that is wrong notes the first problem; the row is then refused with it. */
export class Row {
  problem: Problem | null = null;

  constructor(private readonly cells: Readonly<Record<string, string>>) {}

  note(field: string, code: string, values: Said["values"] = {}): null {
    this.problem ??= { field, code, values };
    return null;
  }

  /** Trimmed text; null when empty, which means unknown. */
  text(field: string): string | null {
    const text = (this.cells[field] ?? "").trim();
    return text === "" ? null : text;
  }

  required(field: string): string {
    return this.text(field) ?? this.note(field, "empty") ?? "";
  }

  /** One of a closed list of words, in any case. */
  word<Meaning extends string>(field: string, meanings: Readonly<Record<string, Meaning>>, code: string): Meaning | null {
    const text = this.text(field);
    if (text === null) return null;
    return meanings[text.toLowerCase()] ?? this.note(field, code, { value: text, allowed: Object.keys(meanings).join(", ") });
  }

  day(field: string, latest: Day = day("2199-12-31")): Day | null {
    const text = this.text(field);
    if (text === null) return null;
    const read = readDay(text);
    if (read === null) return this.note(field, "impossible-date", { value: text });
    return read < EARLIEST || read > latest ? this.note(field, "unlikely-date", { value: text }) : read;
  }

  /** An amount that is not negative: the kind of the row carries the sign. */
  amount(field: string): Cents | null {
    const text = this.text(field);
    if (text === null) return null;
    if (/^-?\d+,\d{3,}$/.test(text)) return this.note(field, "three-decimals", { value: text });
    const read = parseEuros(text);
    if (read === null) return this.note(field, "bad-amount", { value: text });
    return read < 0n ? this.note(field, "negative-amount", { value: text }) : read;
  }

  iban(field: string): string | null {
    const text = this.text(field)?.replace(/\s/g, "").toUpperCase() ?? null;
    return text === null || isValidIBAN(text) ? text : this.note(field, "bad-iban", { value: text });
  }

  /** `3011AB` and `3011 ab` are written `3011 AB`. */
  postcode(field: string): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const match = /^([1-9]\d{3})\s?([A-Za-z]{2})$/.exec(text);
    return match ? `${match[1]} ${match[2]?.toUpperCase()}` : this.note(field, "bad-postcode", { value: text });
  }

  email(field: string): string | null {
    const text = this.text(field)?.toLowerCase() ?? null;
    return text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : this.note(field, "bad-email", { value: text });
  }
}
