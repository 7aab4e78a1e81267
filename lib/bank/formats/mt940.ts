import type { Day } from "@/lib/kernel/day";
import { RefusedFile } from "@/lib/kernel/refusal";
import type { BankEvent, BankLine, ReadStatements, Statement } from "../domain/line";
import { checkOf } from "../domain/reference";
import { isReturnCode, reasonIn, saysReturn } from "../domain/returns";
import { readSwiftCents } from "./amount";
import { type Booking, readBooking, swiftDay } from "./mt940-booking";
import { type SwiftField, swiftFields } from "./mt940-fields";
import { readInfo } from "./mt940-info";

interface Balance {
  readonly cents: bigint;
  readonly day: Day;
  readonly currency: string;
}

function balanceOf(field: SwiftField): Balance {
  const text = (field.texts[0] ?? "").trim();
  const match = /^([CD])\s*(\d{6})\s*([A-Z]{3})\s*([\d.,+-]+)$/.exec(text);
  const day = swiftDay(match?.[2] ?? "");
  const cents = readSwiftCents(match?.[4] ?? "");
  if (!match || day === null || cents === null) {
    throw new RefusedFile("bad-balance", { line: field.line, field: field.tag, value: text.slice(0, 40) });
  }
  return { cents: match[1] === "D" ? -cents : cents, day, currency: match[3] ?? "" };
}

/** The account without the currency and the bank's name that some write beside it. */
function accountOf(text: string): string {
  const plain = text
    .toUpperCase()
    .replace(/[\s.]/g, "")
    .replace(/\/[A-Z]{3}$/, "")
    .replace(/^.*\//, "");
  return plain.replace(/(?<=\d)(?:EUR|USD|GBP|CHF|[A-Z]{3})$/, "");
}

/** `14/2`: number of the statement and of its page. */
function sequenceOf(text: string): { sequence: string | null; page: number | null } {
  const [sequence = "", page = ""] = text.trim().split("/");
  return { sequence: sequence === "" ? null : sequence, page: /^\d+$/.test(page) ? Number(page) : null };
}

/** Collects the fields of a message until a line, or a statement, is whole. */
class Messages {
  readonly ready: BankEvent[] = [];
  statements = 0;
  private begun: SwiftField | null = null;
  private account: string | null = null;
  private sequence = "";
  private opening: Balance | null = null;
  private isPage = false;
  private announced = false;
  private closed = true;
  private booking: SwiftField | null = null;
  private info: string[] = [];
  private bookedCents = 0n;

  take(field: SwiftField): void {
    const text = (field.texts[0] ?? "").trim();
    const { tag } = field;
    if (tag === "?") return this.strayLine(field, text);
    if (tag === "20") return this.begin(field);
    if (tag === "") return this.end(field);
    if (tag === "25" || tag === "25P") return this.name(field, accountOf(text));
    if (tag === "940" || tag === "NS") return;
    if (this.begun === null) return tag === "86" ? this.strayLine(field, text) : this.reject(field, "stray-field", text);
    if (tag === "34F" || tag === "13D") throw new RefusedFile("wrong-root", { root: "MT942", line: field.line });
    if (tag.startsWith("28")) this.number(field, text);
    else if (tag === "60F" || tag === "60M") this.open(field);
    else if (tag === "86" && this.booking) this.info.push(...field.texts);
    else if (/^6[12]/.test(tag) && this.closed) this.reject(field, "stray-field", text);
    else if (tag === "61") this.book(field);
    else if (tag === "62F" || tag === "62M") this.close(field);
  }

  /** A statement without its closing balance was cut off. */
  end(field: SwiftField | null): void {
    if (!this.closed) throw new RefusedFile("cut-off", { line: field?.line ?? this.begun?.line ?? 0, column: 1 });
    this.begun = null;
  }

  private begin(field: SwiftField): void {
    this.end(field);
    this.begun = field;
    this.account = null;
    this.sequence = "";
    this.opening = null;
    this.announced = false;
    this.closed = false;
    this.bookedCents = 0n;
  }

  /** Another account, or the same one after its closing balance, is a statement of its own, also without a field 20 before it. */
  private name(field: SwiftField, account: string): void {
    if (this.begun === null || this.closed) this.begin(field);
    else if (this.announced && account !== this.account) return this.reject(field, "stray-field", account);
    this.account = account;
  }

  private number(field: SwiftField, text: string): void {
    if (this.closed) this.goOn(field);
    if (!this.announced) this.sequence = text;
  }

  /** A further page, or day, of the same account within one message. */
  private goOn(field: SwiftField): void {
    const { account } = this;
    const [number = "", page = "1"] = this.sequence.split("/");
    this.begin(field);
    this.account = account;
    this.sequence = number === "" ? "" : `${number}/${Number(page) + 1}`;
  }

  private open(field: SwiftField): void {
    if (this.closed) this.goOn(field);
    else if (this.announced) throw new RefusedFile("cut-off", { line: field.line, column: 1 });
    this.opening = balanceOf(field);
    this.isPage = field.tag === "60M";
    this.tell(field);
  }

  private tell(field: SwiftField): void {
    if (this.announced) return;
    this.announced = true;
    this.statements++;
    const line = this.begun?.line ?? field.line;
    if (!this.account) throw new RefusedFile("no-account", { line });
    const currency = this.opening?.currency ?? "EUR";
    if (currency !== "EUR") throw new RefusedFile("foreign-currency-account", { line: field.line, currency });
    if (this.opening === null) this.say("no-opening-balance", { line: field.line });
    const fromDay = this.opening?.day ?? null;
    const statement: Statement = {
      kind: "statement",
      line,
      // Field 20 is often the same in every file; number and day are not.
      ident: `${this.sequence === "" ? "MT940" : this.sequence} ${fromDay ?? `r${line}`}`,
      iban: this.account,
      currency,
      fromDay,
      toDay: null,
      openingCents: this.opening?.cents ?? null,
      closingCents: null,
      ...sequenceOf(this.sequence),
      isLastPage: null,
    };
    this.ready.push({ type: "statement", statement });
  }

  private book(field: SwiftField): void {
    this.finishLine();
    this.tell(field);
    this.booking = field;
    this.info = [];
  }

  private finishLine(): void {
    const field = this.booking;
    if (field === null) return;
    this.booking = null;
    const booking = readBooking(field.texts);
    if ("code" in booking) {
      return this.reject(field, booking.code, booking.value);
    }
    this.bookedCents += booking.amountCents;
    this.ready.push({ type: "line", line: lineOf(field.line, booking, this.info) });
  }

  private close(field: SwiftField): void {
    this.finishLine();
    this.tell(field);
    const closing = balanceOf(field);
    const { currency } = closing;
    if (currency !== "EUR") throw new RefusedFile("foreign-currency-account", { line: field.line, currency });
    this.closed = true;
    if (this.opening && this.opening.cents + this.bookedCents !== closing.cents) {
      this.say("balance-differs", {
        line: this.begun?.line ?? field.line,
        openingCents: String(this.opening.cents),
        bookedCents: String(this.bookedCents),
        closingCents: String(closing.cents),
      });
    }
    const end = {
      openingCents: this.opening?.cents ?? null,
      closingCents: closing.cents,
      toDay: closing.day,
      bookedCents: this.bookedCents,
      isLastPage: field.tag === "62F" ? (this.isPage || /\/0*[2-9]\d*$/.test(this.sequence) ? true : null) : false,
    };
    this.ready.push({ type: "end", end });
  }

  private reject({ line, tag }: SwiftField, code: string, value: string): void {
    this.ready.push({ type: "rejected", line, field: tag, said: { code, values: { value: value.slice(0, 60) } } });
  }

  /** A line that is part of nothing is only said, unless a booking stands in it. */
  private strayLine(field: SwiftField, text: string): void {
    if (/\d{6}\s*[RE]?[CD][A-Z]?\s*\d+,\d*\s*[NFS]/.test(text)) return this.reject({ ...field, tag: "61" }, "stray-field", text);
    this.say("stray-line", { line: field.line, text: text.slice(0, 40) });
  }

  private say(code: string, values: Record<string, string | number>): void {
    this.ready.push({ type: "note", said: { code, values } });
  }
}

/** A payment reference that stands only in the line itself. What the bank puts there has no such check digit. */
const ownReference = (text: string | null): string | null =>
  text !== null && text.length === 16 && checkOf(text) === "valid" ? text : null;

function lineOf(line: number, booking: Booking, lines: readonly string[]): BankLine {
  const { text, code, ...info } = readInfo(lines, booking.supplement);
  const words = `${text} ${booking.supplement}`;
  const own = /\/TRCD\/(\w+)/.exec(booking.supplement)?.[1] ?? code;
  const isReturn =
    booking.isReversal ||
    info.returnReason !== null ||
    isReturnCode(null, booking.type) ||
    isReturnCode(null, own) ||
    (booking.amountCents < 0n && saysReturn(words));
  const references = [booking.reference, booking.bankReference].filter((it) => it !== null && it !== info.iban);
  return {
    line,
    amountCents: booking.amountCents,
    bookedOn: booking.bookedOn,
    valueOn: booking.valueOn,
    bankReference: references.length > 0 ? references.join(" ") : null,
    ...info,
    reference: info.reference ?? ownReference(booking.reference),
    transactionCode: own ?? (booking.type === "" ? null : booking.type),
    isReturn,
    returnReason: info.returnReason ?? (isReturn ? reasonIn(words) : null),
    isBatch: info.isBatch && !isReturn,
    details: [],
  };
}

/** MT940, in the dialects of the Dutch banks, with or without its envelope. Streaming: memory does not grow with the file. */
export const readMt940: ReadStatements = async function* (chunks) {
  const messages = new Messages();
  yield { type: "format", format: "mt940" };
  for await (const field of swiftFields(chunks)) {
    messages.take(field);
    yield* messages.ready.splice(0);
  }
  messages.end(null);
  yield* messages.ready.splice(0);
  if (messages.statements === 0) throw new RefusedFile("no-statement");
};
