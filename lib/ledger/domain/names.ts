import { type Month, monthOf } from "../../kernel/day";
import {
  byDueDay,
  type Charge,
  type Covering,
  compareCharges,
  type Designation,
  isMonthlyRent,
  type Receipt,
  type Said,
} from "./entry";

/** What a designation means among the charges booked by a day. */
export interface Meant<Found extends { readonly charge: Charge }> {
  /** The booked charges it names, in their order. */
  readonly charges: readonly Found[];
  /** It also names something that is not booked yet. */
  readonly more: boolean;
}

/** The charges booked by a day, also by the month in which they fall due. */
export class Books<Found extends { readonly charge: Charge }> {
  readonly all: Found[] = [];
  private readonly months = new Map<Month, Found[]>();

  add(one: Found): void {
    this.all.push(one);
    const month = monthOf(one.charge.dueOn);
    const known = this.months.get(month);
    if (known) known.push(one);
    else this.months.set(month, [one]);
  }

  ofMonth(month: Month): readonly Found[] {
    return this.months.get(month) ?? [];
  }
}

/**
 * The charges a receipt names, among those booked by the day.
 * @param booked every charge booked by the day
 * @param arrangements those agreed by the receipt's own day
 */
export function names<Found extends { readonly charge: Charge }>(
  said: Said,
  receipt: Receipt,
  booked: Books<Found>,
  arrangements: readonly Covering[],
): Meant<Found> {
  switch (said.kind) {
    case "numbers": {
      const each = said.numbers.map((number) =>
        booked.all.filter(({ charge }) => charge.number === number && charge.source === "erp"),
      );
      return { charges: each.flat(), more: said.awaited && each.some((found) => found.length === 0) };
    }
    case "months": {
      const each = said.months.map((month) => inOrder(booked.ofMonth(month).filter(({ charge }) => isMonthlyRent(charge))));
      return {
        charges: each.flat(),
        more: said.months.some((month, at) => each[at]?.length === 0 && month >= monthOf(receipt.bookedOn)),
      };
    }
    case "collection": {
      const charges = inOrder(booked.ofMonth(said.month));
      const rented = charges.some(({ charge }) => isMonthlyRent(charge));
      return { charges, more: !rented && said.month >= monthOf(receipt.bookedOn) };
    }
    case "settlement":
      return {
        charges: inOrder(booked.all.filter(({ charge }) => charge.category === "settlement" && isOver(charge, said.year))),
        more: false,
      };
    case "instalment": {
      const running = arrangements.findLast((one) => runsOn(one, receipt.bookedOn));
      if (!running) return { charges: [], more: false };
      const before = booked.all.filter(({ charge }) => charge.dueOn < running.agreedOn);
      return { charges: before.sort((a, b) => byDueDay(a.charge, b.charge)), more: false };
    }
    case "charge":
      return { charges: booked.all.filter(({ charge }) => charge.id === said.chargeId), more: false };
  }
}

const inOrder = <Found extends { readonly charge: Charge }>(found: readonly Found[]): Found[] =>
  [...found].sort((a, b) => compareCharges(a.charge, b.charge));

/** A settlement says over which year it is, or falls due in the year after. */
const isOver = (charge: Charge, year: number | null): boolean =>
  year === null || (charge.overYear ?? Number(charge.dueOn.slice(0, 4)) - 1) === year;

/** A credit note that names no charge is for its own category first. */
export const ofCategory = <Found extends { readonly charge: Charge }>(
  receipt: Receipt,
  booked: readonly Found[],
): readonly Found[] =>
  receipt.kind === "credit" && receipt.category !== null
    ? booked.filter(({ charge }) => charge.category === receipt.category).sort((a, b) => compareCharges(a.charge, b.charge))
    : [];

/** Does the arrangement run on the day? From the day it was agreed until the day it ended. */
export const runsOn = (one: Covering, day: string): boolean => one.agreedOn <= day && (one.endedOn === null || one.endedOn > day);

/** The designations of each receipt, in the order they were kept. */
export function byReceipt(designations: readonly Designation[]): ReadonlyMap<string, readonly Designation[]> {
  const found = new Map<string, Designation[]>();
  for (const one of designations) {
    const known = found.get(one.receiptId);
    if (known) known.push(one);
    else found.set(one.receiptId, [one]);
  }
  return found;
}
