import type { Day } from "@/lib/kernel/day";
import type { BankLine } from "./line";

/** What is known of a tenancy to recognise its payments by. */
export interface Payer {
  readonly tenancyId: number;
  readonly number: string;
  readonly kind: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly reference: string | null;
  readonly ibans: readonly string[];
  /** Gross monthly rent now; null when unknown. */
  readonly rentCents: bigint | null;
}

/** Where a line belongs and why. `suspense` waits for a person, `own` is not a tenant's money. */
export type Fate =
  | { readonly fate: "posted"; readonly tenancyId: number; readonly because: "reference" | "iban" }
  | { readonly fate: "suspense"; readonly suggested: number | null; readonly because: SuspenseReason }
  | { readonly fate: "own"; readonly because: "own-batch" | "own-transfer" | "payment-out" };
export type SuspenseReason =
  | "several-references"
  | "several-for-iban"
  | "contract-number"
  | "unknown-payer"
  | "return"
  | "return-unsure"
  | "returned-payment";

/** Shorter references are too easily part of something else to be looked for in free text. */
const SHORTEST_IN_TEXT = 6;
const MOST_PIECES = 16;

/** A payment reference without the signs with which people and banks cut it up. */
export const plainReference = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, "");

/** Every tenancy by what payers write: built once per import. */
export class Register {
  private readonly byReference = new Map<string, Payer[]>();
  private readonly byNumber = new Map<string, Payer[]>();
  private readonly byIban = new Map<string, Payer[]>();
  private longest = 0;

  constructor(
    payers: Iterable<Payer>,
    private readonly ownIbans: ReadonlySet<string>,
  ) {
    for (const payer of payers) {
      if (payer.reference) this.put(this.byReference, plainReference(payer.reference), payer);
      this.put(this.byNumber, plainReference(payer.number), payer);
      for (const iban of payer.ibans) this.put(this.byIban, iban, payer);
    }
  }

  isOwn = (iban: string | null): boolean => iban !== null && this.ownIbans.has(iban);
  payersOf = (iban: string | null): readonly Payer[] => (iban === null ? [] : (this.byIban.get(iban) ?? []));

  /** Tenancies whose reference is named in these texts. */
  referredIn(line: BankLine): Payer[] {
    const exact = [line.reference, line.endToEnd, line.remittance].flatMap((text) =>
      text === null ? [] : (this.byReference.get(plainReference(text)) ?? []),
    );
    if (exact.length > 0) return distinct(exact);
    return this.named(this.byReference, [line.reference, line.endToEnd, line.remittance]);
  }

  /** Tenancies whose contract number stands in the text. */
  numbersIn = (line: BankLine): Payer[] => this.named(this.byNumber, [line.reference, line.endToEnd, line.remittance]);

  private put(map: Map<string, Payer[]>, key: string, payer: Payer): void {
    if (key === "") return;
    this.longest = Math.max(this.longest, key.length);
    const there = map.get(key);
    if (there) there.push(payer);
    else map.set(key, [payer]);
  }

  /** Looks for keys made of whole neighbouring pieces of the text: `5000 0567.8901 2345` is one reference, half a word is none. */
  private named(map: ReadonlyMap<string, Payer[]>, texts: readonly (string | null)[]): Payer[] {
    const found: Payer[] = [];
    for (const text of texts) {
      const pieces = text?.toUpperCase().match(/[0-9A-Z]+/g) ?? [];
      for (let from = 0; from < pieces.length; from++) {
        let joined = "";
        for (let to = from; to < Math.min(from + MOST_PIECES, pieces.length); to++) {
          joined += pieces[to];
          if (joined.length > this.longest) break;
          if (joined.length >= SHORTEST_IN_TEXT) found.push(...(map.get(joined) ?? []));
        }
      }
    }
    return distinct(found);
  }
}

const distinct = (payers: readonly Payer[]): Payer[] => [...new Set(payers)];
const runsOn = (payer: Payer, day: Day) => payer.startsOn <= day && (payer.endsOn === null || payer.endsOn >= day);

/** The likeliest of several: the one whose rent it is, else a home that is lived in. */
function likeliest(payers: readonly Payer[], line: BankLine): number | null {
  const amount = line.amountCents < 0n ? -line.amountCents : line.amountCents;
  const likely =
    payers.find((it) => it.rentCents === amount) ??
    payers.find((it) => runsOn(it, line.bookedOn) && it.kind !== "parking") ??
    payers[0];
  return likely?.tenancyId ?? null;
}

/** The tenancy a receipt is for: a payment reference says it, else an account that pays for one tenancy only. */
function receiptFate(line: BankLine, register: Register): Fate {
  const referred = register.referredIn(line);
  const paying = register.payersOf(line.iban);
  const [only, another] = referred;
  if (only && !another) return { fate: "posted", tenancyId: only.tenancyId, because: "reference" };
  if (another) {
    const both = referred.filter((it) => paying.includes(it));
    const one = both.length === 1 ? both[0] : undefined;
    if (one && samePlainReference(referred)) return { fate: "posted", tenancyId: one.tenancyId, because: "reference" };
    return { fate: "suspense", suggested: likeliest(both.length > 0 ? both : referred, line), because: "several-references" };
  }
  const running = paying.filter((it) => runsOn(it, line.bookedOn));
  const candidates = running.length > 0 ? running : paying;
  const [payer, second] = candidates;
  if (payer && !second) return { fate: "posted", tenancyId: payer.tenancyId, because: "iban" };
  if (second) return { fate: "suspense", suggested: likeliest(candidates, line), because: "several-for-iban" };
  const numbered = register.numbersIn(line);
  if (numbered.length > 0) return { fate: "suspense", suggested: likeliest(numbered, line), because: "contract-number" };
  return { fate: "suspense", suggested: null, because: "unknown-payer" };
}

const samePlainReference = (payers: readonly Payer[]) =>
  new Set(payers.map((it) => plainReference(it.reference ?? ""))).size === 1;

/**
 * What becomes of a bank line. Certain is posted; several or weak waits with a suggestion; nothing is ever guessed.
 * A return waits until the payment it takes back is found.
 */
export function match(line: BankLine, register: Register): Fate {
  if (register.isOwn(line.iban)) return { fate: "own", because: "own-transfer" };
  if (line.isReturn && line.amountCents > 0n) return { fate: "suspense", suggested: null, because: "returned-payment" };
  if (line.isBatch) return { fate: "own", because: "own-batch" };
  if (!line.isReturn) return line.amountCents < 0n ? { fate: "own", because: "payment-out" } : receiptFate(line, register);
  const of = receiptFate(line, register);
  if (of.fate === "posted") return { fate: "suspense", suggested: of.tenancyId, because: "return" };
  return { fate: "suspense", suggested: of.fate === "suspense" ? of.suggested : null, because: "return-unsure" };
}
