import { namesOf, type Payer, plainStreet } from "@/lib/bank/domain/payer";
import { checkOf } from "@/lib/bank/domain/reference";
import { type Received, Register } from "@/lib/bank/domain/register";
import { day } from "@/lib/kernel/day";

/** A few invented households, each with what makes a receipt of theirs look like somebody else's. */
export const ref = (nth: number): string => {
  const rest = `00000044${String(nth).padStart(5, "0")}31`;
  return [..."0123456789"].map((first) => first + rest).find((whole) => checkOf(whole) === "valid") ?? rest;
};
export const account = (nth: number, bank = "INGB") =>
  `NL${10 + (nth % 80)}${bank}${String(770_000_000 + nth).padStart(10, "0")}`;

interface Home {
  readonly name: readonly [string | null, string];
  readonly at: readonly [string, string, string?];
  readonly cents: number;
  readonly iban?: string;
  readonly more?: Partial<Payer>;
}
const payer = (
  tenancyId: number,
  { name: [prefix, last], at: [street, houseNumber, suffix], cents, iban, more }: Home,
): Payer => ({
  tenancyId,
  number: `7${String(tenancyId).padStart(5, "0")}`,
  kind: "home",
  startsOn: day("2014-05-01"),
  endsOn: null,
  reference: ref(tenancyId),
  ibans: iban ? [iban] : [],
  rentCents: BigInt(cents),
  earlierRents: [],
  openCents: null,
  instalments: [],
  names: namesOf(prefix, last),
  street: plainStreet(street),
  houseNumber,
  suffix: suffix ?? "",
  postcode: "3087cd",
  ...more,
});

export const KASSIER = account(900, "TRIO");
const homes: Record<number, Home> = {
  // A mother and her son with the same name, and somebody else with her rent.
  1: { name: [null, "Brandsma"], at: ["Wilgenpad", "3"], cents: 63110, iban: account(1) },
  2: { name: [null, "Brandsma"], at: ["Essenlaan", "14"], cents: 57240 },
  3: { name: [null, "Tuinman"], at: ["Essenlaan", "16"], cents: 63110 },
  // One household with a home, a garage and an arrangement.
  4: { name: ["van der", "Laak"], at: ["Havenkade", "8", "b"], cents: 74000, iban: account(4), more: { instalments: [7000n] } },
  5: { name: ["van der", "Laak"], at: ["Havenkade", "300"], cents: 7000, iban: account(4), more: { kind: "parking" } },
  6: { name: [null, "Öner"], at: ["Havenkade", "8", "c"], cents: 7200, iban: account(6), more: { kind: "parking" } },
  7: { name: [null, "Öner"], at: ["Havenkade", "10"], cents: 69900, iban: account(6) },
  // Moved out, who lives there now, and who moved within the portfolio.
  8: { name: [null, "Veldman"], at: ["Beukenhof", "21"], cents: 60550, iban: account(8), more: { endsOn: day("2026-06-30") } },
  9: { name: [null, "Aksoy"], at: ["Beukenhof", "21"], cents: 60550, more: { startsOn: day("2026-07-01") } },
  10: { name: [null, "Ramdas"], at: ["Beukenhof", "23"], cents: 52000, iban: account(10), more: { endsOn: day("2026-08-31") } },
  11: { name: [null, "Ramdas"], at: ["Wilgenpad", "40"], cents: 64400, more: { startsOn: day("2026-09-01") } },
  // An administrator's account, known for one client only.
  12: { name: [null, "Cornelissen"], at: ["Wilgenpad", "50"], cents: 58100, iban: KASSIER },
  13: { name: [null, "Daalhof"], at: ["Wilgenpad", "52"], cents: 58100 },
  14: { name: [null, "Eefting"], at: ["Wilgenpad", "54"], cents: 59925 },
  // A stairwell with doors, and neighbours with one rent.
  15: { name: [null, "Pals"], at: ["Kaaplaan", "70", "a"], cents: 71000 },
  16: { name: [null, "Roest"], at: ["Kaaplaan", "70", "b"], cents: 70500 },
  17: { name: [null, "Hofstra"], at: ["Kaaplaan", "72"], cents: 66600 },
  18: { name: ["de", "Huur"], at: ["Kaaplaan", "74"], cents: 66600, iban: account(18) },
  19: { name: [null, "Hofstra"], at: ["Kaaplaan", "76"], cents: 48800, iban: account(19) },
  // Signs up before the lease begins; a name that is a word of money; two households of one name and rent.
  20: { name: [null, "Zwart"], at: ["Kaaplaan", "78"], cents: 62200, more: { startsOn: day("2026-12-01") } },
  21: { name: ["van", "Loon"], at: ["Essenlaan", "20"], cents: 65500, iban: account(21) },
  22: { name: [null, "Kuipers"], at: ["Essenlaan", "22"], cents: 59000, iban: account(22) },
  23: { name: [null, "Kuipers"], at: ["Essenlaan", "24"], cents: 59000 },
  25: {
    name: [null, "Bakkerij Het Zuiden B.V."],
    at: ["Havenkade", "1"],
    cents: 145000,
    iban: account(25),
    more: { kind: "commercial" },
  },
  26: {
    name: [null, "Stichting Speelgoed"],
    at: ["Havenkade", "2"],
    cents: 91000,
    iban: account(26),
    more: { kind: "commercial" },
  },
  27: { name: [null, "Timmer"], at: ["Timmerwerf", "2"], cents: 52500, iban: account(27) },
  24: { name: [null, "Molenkamp"], at: ["Essenlaan", "26"], cents: 61000, iban: account(24), more: { openCents: 183000n } },
};
const everyone = Object.entries(homes).map(([id, home]) => payer(Number(id), home));
export const register = (decisions: ConstructorParameters<typeof Register>[2] = []) =>
  new Register(everyone, new Set(["NL14BNGH0285001234"]), decisions);
export const STRANGER = account(5555, "SNSB");
export const receipt = (cents: number, more: Partial<Received>): Received => ({
  amountCents: BigInt(cents),
  bookedOn: day("2026-11-20"),
  reference: null,
  endToEnd: null,
  remittance: null,
  counterparty: null,
  iban: STRANGER,
  isReturn: false,
  isBatch: false,
  ...more,
});
export const say = (counterparty: string | null, remittance: string | null, iban: string = STRANGER): Partial<Received> => ({
  counterparty,
  remittance,
  iban,
});
export const typo = (nth: number, at: number) => {
  const whole = ref(nth);
  return `${whole.slice(0, at)}${(Number(whole[at]) + 4) % 10}${whole.slice(at + 1)}`;
};
