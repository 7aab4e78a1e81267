import type { Received } from "@/lib/bank/domain/register";
import { day } from "@/lib/kernel/day";
import { chance, iban, type Tenant } from "./portfolio";

/** A receipt with the truth beside it: whose it is, or null when nobody can know. */
export interface Receipt {
  readonly pattern: string;
  readonly line: Received;
  readonly truth: number | null;
}

type Parts = Partial<Pick<Received, "amountCents" | "reference" | "endToEnd" | "remittance" | "counterparty" | "iban">>;
type Draw = (below: number) => number;
interface Given {
  readonly it: Tenant;
  readonly all: readonly Tenant[];
  readonly draw: Draw;
  readonly nth: number;
}

const MONTHS = ["november", "nov", "nov. 2026", "november 2026", "11-2026", "maand november"];
const oneOf = <T>(draw: Draw, some: readonly T[]): T => some[draw(some.length)] as T;
const stranger = ({ nth }: Given) => iban(5_000_000 + nth, "SNSB");
const month = ({ draw }: Given) => oneOf(draw, MONTHS);
const referenceIn = ({ it }: Given) => it.payer.reference ?? "";
const cutBy = (text: string, size: number, sign: string) => text.match(new RegExp(`.{1,${size}}`, "g"))?.join(sign) ?? text;
const typo = (text: string, at: number) => `${text.slice(0, at)}${(Number(text[at]) + 3) % 10}${text.slice(at + 1)}`;

const home = ({ payer }: Tenant) => payer.kind === "home";
const known = ({ payer }: Tenant) => payer.ibans.length > 0;
const alone = (it: Tenant) => known(it) && home(it) && it.payer.tenancyId % 30 !== 0 && it.payer.tenancyId % 10 !== 3;
const withGarage = (it: Tenant) => known(it) && it.payer.tenancyId % 10 === 3 && it.payer.tenancyId % 30 !== 0;
const administered = (it: Tenant) => it.payer.tenancyId % 30 === 0 && home(it);

interface Pattern {
  readonly name: string;
  /** Of 1,000 receipts. */
  readonly count: number;
  readonly who: (it: Tenant) => boolean;
  readonly write: (given: Given) => Parts;
  /** Nobody can say for sure whose it is. */
  readonly unsure?: boolean;
}

/** How tenants pay, as literal as a statement shows it. What is not said is ordinary: own account, own name, the rent. */
const PATTERNS: readonly Pattern[] = [
  { name: "reference in its own field", count: 330, who: home, write: (g) => ({ reference: referenceIn(g), iban: stranger(g) }) },
  {
    name: "reference as end-to-end",
    count: 20,
    who: home,
    write: (g) => ({ endToEnd: referenceIn(g), remittance: `huur ${month(g)}` }),
  },
  {
    name: "reference in fours",
    count: 60,
    who: home,
    write: (g) => ({ remittance: `huur ${month(g)} ${cutBy(referenceIn(g), 4, " ")}`, iban: stranger(g) }),
  },
  {
    name: "reference with dots",
    count: 40,
    who: home,
    write: (g) => ({ remittance: `Betalingskenmerk: ${cutBy(referenceIn(g), 4, ".")}`, iban: stranger(g) }),
  },
  {
    name: "reference glued to a word",
    count: 20,
    who: home,
    write: (g) => ({ remittance: `kenmerk${referenceIn(g)} huur`, iban: stranger(g) }),
  },
  {
    name: "reference over a line end",
    count: 30,
    who: home,
    write: (g) => ({
      remittance: `Huur ${g.it.street} ${g.it.door} kenmerk ${cutBy(referenceIn(g), 9, "\n")}`,
      iban: stranger(g),
    }),
  },
  {
    name: "reference and address",
    count: 30,
    who: home,
    write: (g) => ({ remittance: `${g.it.street} ${g.it.door} / ${referenceIn(g)}` }),
  },
  {
    name: "part of the rent, by reference",
    count: 20,
    who: home,
    write: (g) => ({ reference: referenceIn(g), amountCents: BigInt(1_000 + g.draw(30_000)) }),
  },
  { name: "known account, rent", count: 150, who: alone, write: (g) => ({ remittance: `huur ${month(g)}` }) },
  { name: "known account, no text", count: 60, who: alone, write: () => ({ remittance: null }) },
  {
    name: "known account, another amount",
    count: 50,
    who: alone,
    write: (g) => ({ remittance: "restant huur", amountCents: BigInt(2_500 + g.draw(40_000)) }),
  },
  {
    name: "known account, own address",
    count: 30,
    who: alone,
    write: (g) => ({ remittance: `Huur ${g.it.street.toLowerCase()} ${g.it.door}` }),
  },
  {
    name: "two months at once",
    count: 15,
    who: alone,
    write: (g) => ({ amountCents: 2n * (g.it.payer.rentCents ?? 0n), remittance: "huur okt en nov" }),
  },
  {
    name: "home and garage on one account, by amount",
    count: 40,
    who: withGarage,
    write: (g) => ({ remittance: g.it.payer.kind === "parking" ? "garage" : `huur ${month(g)}` }),
  },
  {
    name: "administrator with contract number",
    count: 15,
    who: administered,
    write: (g) => ({ counterparty: "Stichting Bewind Zuid", remittance: `inz. ${g.it.name} contract ${g.it.payer.number}` }),
  },
  {
    name: "administrator with the tenant's name",
    count: 10,
    who: administered,
    write: (g) => ({ counterparty: "Stichting Bewind Zuid", remittance: `huur ${g.it.name} ${g.it.street} ${g.it.door}` }),
  },
  {
    name: "contract number and rent",
    count: 20,
    who: home,
    write: (g) => ({
      iban: stranger(g),
      remittance: `huur contract ${cutBy(g.it.payer.number, 2, "-").replace(/-(?=.*-)/g, "")}`.replaceAll("-", ""),
    }),
  },
  {
    name: "contract number and name",
    count: 10,
    who: home,
    write: (g) => ({ iban: stranger(g), remittance: `contractnr ${g.it.payer.number}`, amountCents: 12_345n }),
  },
  { name: "mistyped reference, known account", count: 15, who: alone, write: (g) => ({ remittance: typo(referenceIn(g), 9) }) },
  {
    name: "mistyped reference, name and rent",
    count: 10,
    who: home,
    write: (g) => ({ iban: stranger(g), remittance: `kenmerk ${typo(referenceIn(g), 11)}` }),
  },
  {
    name: "huur via de gemeente, with reference",
    count: 5,
    who: home,
    write: (g) => ({
      counterparty: "Gemeente Rotterdam",
      iban: iban(1, "BNGH"),
      remittance: `PW ${g.it.name} ${referenceIn(g)}`,
    }),
  },
  {
    name: "only a name and the rent",
    count: 8,
    who: home,
    unsure: true,
    write: (g) => ({ iban: stranger(g), remittance: "huur" }),
  },
  {
    name: "only a name",
    count: 4,
    who: home,
    unsure: true,
    write: (g) => ({ iban: stranger(g), remittance: "betaling", amountCents: 4_000n }),
  },
  { name: "daughter pays for her mother", count: 4, who: alone, unsure: true, write: mothersRent },
  { name: "two references in one", count: 4, who: home, unsure: true, write: twoReferences },
];

/** From the payer's own known account, for somebody else's home: must never end on the payer's. */
function mothersRent(given: Given): Parts {
  const homes = given.all.filter(home);
  const mother = homes[(given.nth * 31) % homes.length] as Tenant;
  return {
    remittance: `huur voor mijn moeder ${mother.name}, ${mother.street} ${mother.door}`,
    amountCents: mother.payer.rentCents ?? 0n,
  };
}

function twoReferences(given: Given): Parts {
  const other = given.all.find((one) => one.payer.tenancyId === (given.it.payer.tenancyId % 500) + 1);
  return { iban: stranger(given), remittance: `${referenceIn(given)} en ${other?.payer.reference}` };
}

/** A thousand receipts of November, in the order of the patterns. */
export function receipts(tenants: readonly Tenant[], seed = 11): Receipt[] {
  const draw = chance(seed);
  let nth = 0;
  return PATTERNS.flatMap(({ name, count, who, write, unsure }) => {
    const some = tenants.filter(who);
    return Array.from({ length: count }, () => {
      const it = oneOf(draw, some);
      const parts = write({ it, all: tenants, draw, nth: nth++ });
      const line: Received = {
        amountCents: it.payer.rentCents ?? 0n,
        bookedOn: day("2026-11-02"),
        reference: null,
        endToEnd: null,
        remittance: null,
        counterparty: it.name.toUpperCase(),
        iban: it.payer.ibans[0] ?? it.iban,
        isReturn: false,
        isBatch: false,
        ...parts,
      };
      return { pattern: name, line, truth: unsure ? null : it.payer.tenancyId };
    });
  });
}

const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;
/** The sample as a file, to read through by eye. */
export const written = (all: readonly Receipt[]): string =>
  [
    "patroon;bedrag;naam;rekening;kenmerk;eindtotstart;omschrijving;contract",
    ...all.map(({ pattern, line, truth }) =>
      [pattern, line.amountCents, line.counterparty, line.iban, line.reference, line.endToEnd, line.remittance, truth]
        .map(cell)
        .join(";"),
    ),
    "",
  ].join("\n");
