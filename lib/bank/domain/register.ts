import type { BankLine } from "./line";
import { fullStreet, type Payer } from "./payer";
import { misreadings, type Piece, piecesOf, plainReference } from "./reference";
import { isTelling } from "./words";

/** What of a bank line says whose it is. */
export type Received = Pick<
  BankLine,
  "amountCents" | "bookedOn" | "reference" | "endToEnd" | "remittance" | "counterparty" | "iban" | "isReturn" | "isBatch"
>;

/** A line that staff placed earlier: from which account, with which words, for whom. */
export interface Decision {
  readonly iban: string;
  readonly words: string;
  readonly tenancyId: number;
}

/** A key found in a line's texts: `exact` when it is all that stands in a field. */
export interface Named {
  readonly payer: Payer;
  readonly key: string;
  readonly exact: boolean;
  readonly whole: boolean;
}

/** Every tenancy by what payers write: built once per import, then asked for each line. */
export class Register {
  private readonly byReference = new Map<string, Payer[]>();
  private readonly byNumber = new Map<string, Payer[]>();
  private readonly byIban = new Map<string, Payer[]>();
  private readonly byDecision = new Map<string, Set<number>>();
  private readonly all: readonly Payer[];
  private readonly noted = new Set<string>();
  private longest = 0;
  /** Made when first asked for: most files never need them. */
  private addresses: Map<string, Payer[]> | null = null;
  private names: Map<string, Payer[]> | null = null;

  constructor(
    payers: Iterable<Payer>,
    private readonly ownIbans: ReadonlySet<string>,
    decisions: Iterable<Decision> = [],
    /** Accounts whose earlier lines were for several people, whatever was learned of them. */
    private readonly collective: ReadonlySet<string> = new Set(),
  ) {
    this.all = [...payers];
    for (const payer of this.all) {
      if (payer.reference) this.key(this.byReference, plainReference(payer.reference), payer);
      this.key(this.byNumber, plainReference(payer.number), payer);
      for (const iban of payer.ibans) put(this.byIban, iban, payer);
    }
    for (const { iban, words, tenancyId } of decisions) {
      const key = `${iban} ${words}`;
      const known = this.byDecision.get(key);
      if (known) known.add(tenancyId);
      else this.byDecision.set(key, new Set([tenancyId]));
    }
  }

  get hasDecisions(): boolean {
    return this.byDecision.size > 0;
  }

  isOwn = (iban: string | null): boolean => iban !== null && this.ownIbans.has(iban);
  payersOf = (iban: string | null): readonly Payer[] => (iban === null ? [] : (this.byIban.get(iban) ?? []));

  /** Whether an account pays for more than one household. */
  isCollective(iban: string | null): boolean {
    if (iban === null) return false;
    if (this.collective.has(iban) || this.noted.has(iban)) return true;
    const [first, ...more] = this.payersOf(iban);
    return more.some((payer) => !payer.names.some((name) => first?.names.includes(name)) && payer.names.length > 0);
  }

  /** Lines that came in together: an account that pays several people here is one of somebody who pays for many. */
  noteTogether(lines: readonly Received[]): void {
    const named = new Map<string, Set<string>>();
    for (const line of lines) {
      if (line.iban === null || line.amountCents <= 0n) continue;
      const texts = named.get(line.iban) ?? new Set();
      named.set(line.iban, texts.add(`${line.reference ?? ""} ${line.remittance ?? ""}`));
    }
    for (const [iban, texts] of named) if (texts.size > 2) this.noted.add(iban);
  }

  /** For whom staff placed a line from this account with these words, when that was always the same tenancy. */
  decidedFor(iban: string | null, words: string): Payer | null {
    const ids = iban === null ? undefined : this.byDecision.get(`${iban} ${words}`);
    const [only, another] = ids ?? [];
    return only === undefined || another !== undefined ? null : (this.all.find((payer) => payer.tenancyId === only) ?? null);
  }

  /** Tenancies whose payment reference stands in a text of the line. */
  referred(line: Received): Named[] {
    const exact = textsOf(line).flatMap((text) => {
      const key = plainReference(text);
      return (this.byReference.get(key) ?? []).map((payer) => ({ payer, key, exact: true, whole: true }));
    });
    return exact.length > 0 ? distinct(exact) : this.named(this.byReference, line);
  }

  /** Tenancies whose contract number stands in a text of the line. */
  numbered = (line: Received): Named[] => this.named(this.byNumber, line);

  /** Tenancies with whose reference a number in the line's texts differs in one digit, or that lost or doubled one. */
  nearly(line: Received): Payer[] {
    const found = new Set<Payer>();
    for (const text of textsOf(line))
      for (const read of misreadings(text)) for (const payer of this.byReference.get(read) ?? []) found.add(payer);
    return [...found];
  }

  /** Tenancies whose address stands in the words, by street or by postcode; not whole without the door of one of several. */
  addressed(words: readonly string[]): { payer: Payer; isWhole: boolean }[] {
    const found: { payer: Payer; isWhole: boolean }[] = [];
    for (let at = 0; at < words.length; at++) {
      const house = /^([1-9][0-9]{0,4})([a-z]?)$/.exec(words[at] ?? "");
      if (!house) continue;
      const here = [...this.atStreet(words, at, house[1] ?? ""), ...this.atPostcode(words, at, house[1] ?? "")];
      if (here.length > 0) found.push(...behindDoor(here, house[2] ?? "", words.slice(at + 1, at + 4)));
    }
    return [...new Map(found.map((one) => [one.payer, one])).values()];
  }

  /** Tenancies of people with a last name that stands in the words; of a very common name only those with one of these rents. */
  called(words: readonly string[], amounts: readonly bigint[]): Payer[] {
    this.names ??= this.indexNames();
    const found = new Set<Payer>();
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(from + 4, words.length); to++) {
        const name = words.slice(from, to).join(" ");
        const all = this.names.get(name) ?? [];
        if (all.length === 0 || !isTelling(name)) continue;
        const some = all.length <= COMMON_NAME ? all : amounts.flatMap((amount) => this.names?.get(`${name} ${amount}`) ?? []);
        for (const payer of some) found.add(payer);
      }
    return [...found];
  }

  /** Last names of tenants that stand in the words. */
  namesIn(words: readonly string[]): string[] {
    const names = (this.names ??= this.indexNames());
    return words.flatMap((_word, from) =>
      [1, 2, 3, 4].map((size) => words.slice(from, from + size).join(" ")).filter((name) => names.has(name) && isTelling(name)),
    );
  }

  private key(map: Map<string, Payer[]>, key: string, payer: Payer): void {
    if (key === "") return;
    this.longest = Math.max(this.longest, key.length);
    put(map, key, payer);
  }

  private named(map: ReadonlyMap<string, Payer[]>, line: Received): Named[] {
    const found: Named[] = [];
    const pick = ({ text, whole }: Piece) => {
      for (const payer of map.get(text) ?? []) found.push({ payer, key: text, exact: false, whole });
    };
    for (const text of textsOf(line)) for (const piece of piecesOf(text, this.longest)) pick(piece);
    return distinct(found);
  }

  private *atStreet(words: readonly string[], at: number, house: string): Generator<Payer> {
    this.addresses ??= this.indexAddresses();
    for (let from = at - 1; from >= Math.max(0, at - 4); from--)
      yield* this.addresses.get(`${fullStreet(words.slice(from, at).join(""))} ${house}`) ?? [];
  }

  private *atPostcode(words: readonly string[], at: number, house: string): Generator<Payer> {
    this.addresses ??= this.indexAddresses();
    for (const from of [at - 2, at - 1, at + 1, at + 2]) {
      const code = /^[1-9][0-9]{3}[a-z]{2}/.exec(`${words[from] ?? ""}${words[from + 1] ?? ""}`)?.[0];
      if (code) yield* this.addresses.get(`${code} ${house}`) ?? [];
    }
  }

  private indexAddresses(): Map<string, Payer[]> {
    const map = new Map<string, Payer[]>();
    for (const payer of this.all) {
      if (payer.street) put(map, `${payer.street} ${payer.houseNumber}`, payer);
      if (payer.postcode) put(map, `${payer.postcode} ${payer.houseNumber}`, payer);
    }
    return map;
  }

  private indexNames(): Map<string, Payer[]> {
    const map = new Map<string, Payer[]>();
    for (const payer of this.all) for (const name of payer.names) put(map, name, payer);
    for (const [name, payers] of [...map])
      if (payers.length > COMMON_NAME) for (const payer of payers) put(map, `${name} ${payer.rentCents}`, payer);
    return map;
  }
}

const COMMON_NAME = 50;

const textsOf = (line: Received): string[] =>
  [line.reference, line.endToEnd, line.remittance].filter((text) => text !== null && text !== "") as string[];

function put(map: Map<string, Payer[]>, key: string, payer: Payer): void {
  const there = map.get(key);
  if (there) there.push(payer);
  else map.set(key, [payer]);
}

/** One for each tenancy, the surest first. */
function distinct(named: readonly Named[]): Named[] {
  const sure = (one: Named) => (one.exact ? 2 : 0) + (one.whole ? 1 : 0);
  const best = new Map<number, Named>();
  for (const one of named) {
    const known = best.get(one.payer.tenancyId);
    if (!known || sure(one) > sure(known)) best.set(one.payer.tenancyId, one);
  }
  return [...best.values()];
}

/** Of the homes with one house number those behind the door that the text names; without one named, those with no letter, else all. */
function behindDoor(payers: readonly Payer[], letter: string, next: readonly string[]): { payer: Payer; isWhole: boolean }[] {
  const suffixes = [letter, letter + (next[0] ?? ""), letter + next.slice(0, 2).join("")].filter((suffix) => suffix !== "");
  const named = payers.filter((payer) => payer.suffix !== "" && suffixes.includes(payer.suffix));
  const whole = (payer: Payer) => ({ payer, isWhole: true });
  if (named.length > 0) return named.map(whole);
  // A letter that belongs to no home of ours names somebody else's door.
  if (letter !== "") return [];
  const plain = payers.filter((payer) => payer.suffix === "");
  if (plain.length > 0) return plain.map(whole);
  return payers.map((payer) => ({ payer, isWhole: false }));
}
