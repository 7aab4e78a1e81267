import { between, type Chance } from "./chance";

/** How a month goes for a household: as always, a slip (forgot, no balance that day), or too little money. */
export type MonthState =
  | { readonly kind: "fine" }
  | { readonly kind: "slip" }
  | { readonly kind: "short"; readonly share: number };

/** Which phones there are. */
export type Reach = "mobile" | "both" | "landline" | "none";

/** What comes out of a conversation. */
export type TalkKind = "promise" | "arrangement" | "cannot-pay" | "wants-help" | "disputes" | "nothing" | "already-paid";

/** What a household is like. Lasts, and knows nothing of the way the landlord gets in touch. */
export interface Temper {
  readonly pays: "direct-debit" | "transfer" | "other";
  /** Day of the own transfer: days from the due day, before it (negative) or after. */
  readonly payDay: number;
  /** Pays after the pension came in, every month. */
  readonly late: boolean;
  /** 0 opens every letter and phones back … 1 does not. */
  readonly closed: number;
  /** Reacts to nothing at all, so that the whole ladder can be walked. */
  readonly silent: boolean;
  /** Chance to do what was agreed. */
  readonly keeps: number;
  readonly atPhone: { readonly morning: number; readonly afternoon: number };
  /** The twelve months of the year, January first; the same each year. */
  readonly months: readonly MonthState[];
}

/** Assumptions about an invented population; none of them is measured. The effect sizes are tuned to the article's figures. */
export const POPULATION = {
  directDebit: 0.75,
  transfer: 0.2,
  latePayers: 0.014,
  frail: 0.13,
  troubled: 0.011,
  slip: { steady: 0.01, frail: 0.14, troubled: 0.1 },
  short: { steady: 0.0004, frail: 0.0095, troubled: 0.055 },
} as const;

const FINE: MonthState = { kind: "fine" };
const SLIP: MonthState = { kind: "slip" };
export const ALL_FINE: readonly MonthState[] = Array.from({ length: 12 }, () => FINE);

/** What the household at a place is like. The place outlives its tenants: who moves in meets the same months. */
export function temperOf(chance: Chance, place: number): Temper {
  const kind = chance(place, "temper", 0);
  const group = kind < POPULATION.troubled ? "troubled" : kind < POPULATION.troubled + POPULATION.frail ? "frail" : "steady";
  const payment = chance(place, "payment");
  const late = chance(place, "pay-day", 1) < POPULATION.latePayers;
  const pays = late
    ? "transfer"
    : payment < POPULATION.directDebit
      ? "direct-debit"
      : payment < POPULATION.directDebit + POPULATION.transfer
        ? "transfer"
        : "other";
  const draw = chance(place, "temper", 1);
  const closed = group === "steady" ? 0.35 * draw : group === "frail" ? 0.15 + 0.75 * draw : 0.3 + 0.7 * draw;
  return {
    pays,
    payDay: late ? between(22, 24, chance(place, "pay-day", 2)) : between(-8, 0, chance(place, "pay-day", 2)),
    late,
    closed,
    silent: false,
    keeps: 0.9 - 0.4 * closed * chance(place, "keeps", 0),
    atPhone: {
      morning: phoneShare(chance(place, "pick-up", -1), closed),
      afternoon: phoneShare(chance(place, "pick-up", -2), closed),
    },
    months: monthsOf(chance, place, group),
  };
}

const phoneShare = (draw: number, closed: number) => (0.22 + 0.5 * draw) * (1 - 0.55 * closed);

function monthsOf(chance: Chance, place: number, group: "steady" | "frail" | "troubled"): readonly MonthState[] {
  let months: MonthState[] | null = null;
  for (let month = 0; month < 12; month++) {
    const draw = chance(place, "shock", month);
    if (draw < POPULATION.short[group]) {
      months ??= [...ALL_FINE];
      const length = between(1, group === "troubled" ? 6 : 4, chance(place, "shock-length", month));
      const share = [0, 0, 0.35, 0.5, 0.7][Math.floor(chance(place, "shock-share", month) * 5)] ?? 0;
      for (let i = 0; i < length; i++) months[(month + i) % 12] = { kind: "short", share };
    } else if (draw < POPULATION.short[group] + POPULATION.slip[group]) {
      months ??= [...ALL_FINE];
      if (months[month]?.kind === "fine") months[month] = SLIP;
    }
  }
  return months ?? ALL_FINE;
}
