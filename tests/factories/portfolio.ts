import { namesOf, type Payer, plainStreet } from "@/lib/bank/domain/payer";
import { checkOf } from "@/lib/bank/domain/reference";
import { day } from "@/lib/kernel/day";

/** Numbers by chance that are the same every time: a linear congruential generator. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Names as often as they occur: the common ones come back among strangers. */
const NAMES: readonly (readonly [string | null, string])[] = [
  ...(["Jansen", "Jansen", "Bakker", "Visser", "Smit", "Yılmaz", "El Idrissi", "Meijer", "Mulder", "Peters"].map((name) => [
    null,
    name,
  ]) as [null, string][]),
  ...([
    ["de", "Vries"],
    ["van den", "Berg"],
    ["van", "Dijk"],
    ["de", "Groot"],
    ["van der", "Meer"],
    ["den", "Hollander"],
  ] as [string, string][]),
  ...([
    "Jansen-de Boer",
    "Öztürk",
    "Fernandes Tavares",
    "Kowalski",
    "Ramdin",
    "Çelik",
    "Dos Santos",
    "Pieters",
    "Vermeulen",
    "Kok",
  ].map((name) => [null, name]) as [null, string][]),
];
const STREETS = [
  "Dorpsstraat",
  "Lange Hilleweg",
  "Burgemeester van Kempensingel",
  "Statenlaan",
  "2e Carnissestraat",
  "Kerkplein",
  "Oude Dijk",
  "Meidoornhof",
];
const LETTERS = ["", "", "A", "B", "C", "2", "hs"];

export const iban = (nth: number, bank = "INGB") => `NL${String(10 + (nth % 88))}${bank}${String(nth).padStart(10, "0")}`;

/** A payment reference of 16 digits with the check digit it must have. */
export function referenceOf(nth: number): string {
  const rest = String(10_000_000 + nth).padStart(15, "0");
  return [..."0123456789"].map((first) => first + rest).find((whole) => checkOf(whole) === "valid") ?? rest;
}

/** Who holds a home of the invented portfolio, as a bank would write it. */
export interface Tenant {
  readonly payer: Payer;
  readonly name: string;
  readonly street: string;
  readonly door: string;
  readonly iban: string;
}

/** An invented portfolio: every tenth home has a garage on the same account, some tenants left, some pay through an administrator. */
export function portfolio(homes: number, seed = 7): Tenant[] {
  const draw = chance(seed);
  const tenants: Tenant[] = [];
  for (let nth = 1; nth <= homes; nth++) {
    const [prefix, lastName] = NAMES[draw(NAMES.length)] ?? [null, "Jansen"];
    const street = STREETS[draw(STREETS.length)] ?? "Dorpsstraat";
    const suffix = LETTERS[draw(LETTERS.length)] ?? "";
    const account = iban(nth);
    const home: Payer = {
      tenancyId: nth,
      number: `HC${100_000 + nth}`,
      kind: "home",
      startsOn: day("2015-01-01"),
      endsOn: null,
      reference: referenceOf(nth),
      // Some accounts are not known; an administrator's account pays for thirty people.
      ibans: nth % 30 === 0 ? [iban(9_000_000 + Math.floor(nth / 900), "RABO")] : nth % 9 === 0 ? [] : [account],
      rentCents: BigInt(48_000 + draw(32_000)),
      earlierRents: [],
      openCents: null,
      instalments: [],
      names: namesOf(prefix, lastName),
      street: plainStreet(street),
      houseNumber: String(1 + Math.floor(nth / 8)),
      suffix: suffix.toLowerCase(),
      postcode: `30${String(10 + (nth % 80))}${String.fromCharCode(97 + (nth % 20))}b`,
    };
    const name = `${String.fromCharCode(65 + draw(26))} ${[prefix, lastName].filter(Boolean).join(" ")}`;
    const tenant = { payer: home, name, street, door: `${home.houseNumber}${suffix && ` ${suffix}`}`, iban: account };
    tenants.push(tenant);
    if (nth % 10 !== 3 || home.ibans.length === 0) continue;
    const garage: Payer = {
      ...home,
      tenancyId: homes + nth,
      number: `PC${100_000 + nth}`,
      kind: "parking",
      reference: referenceOf(homes + nth),
      rentCents: BigInt(4_500 + draw(3_000)),
      street: "garagepad",
    };
    tenants.push({ ...tenant, payer: garage });
  }
  return tenants;
}
