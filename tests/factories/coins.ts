import { addDays, type Day, daysBetween } from "@/lib/kernel/day";
import type { Entry } from "@/lib/ledger/domain/entry";

/** A coin of one euro: whose it is, and where it lies. */
interface Coin {
  readonly of: string;
  at:
    | { readonly kind: "free" }
    | { readonly kind: "held" }
    | { readonly kind: "on"; readonly charge: string }
    | { readonly kind: "gone" };
}
export interface CoinAccount {
  readonly entries: readonly Entry[];
  /** By receipt: numbers of charges it names, in order; a number that is not booked yet is waited for. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}
interface Standing {
  readonly open: ReadonlyMap<string, number>;
  readonly openSince: ReadonlyMap<string, Day>;
  readonly free: number;
  readonly held: number;
  readonly debtSince: Day | null;
}

const RENT = new Set(["rent", "service", "heating"]);
const euros = (entry: Entry) => Number(entry.amount) / 100;
const asNumber = (text: string) => (/^[0-9]+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY);
const byNumber = (a: Entry, b: Entry) => asNumber(a.number) - asNumber(b.number) || (a.number < b.number ? -1 : 1);
const byDue = (a: Entry, b: Entry) =>
  (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || a.bookedOn.localeCompare(b.bookedOn) || byNumber(a, b);
const byRank = (a: Entry, b: Entry) => Number(!RENT.has(a.category ?? "")) - Number(!RENT.has(b.category ?? "")) || byDue(a, b);
const byBooking = (a: Entry, b: Entry) => a.bookedOn.localeCompare(b.bookedOn) || byNumber(a, b);

/**
 * The definition read out coin by coin and day by day, as slowly as it is written, with nothing of the product's own code:
 * what the fast imputation has to agree with.
 */
export function coinByCoin({ entries, named }: CoinAccount, until: Day): Standing {
  const coins: Coin[] = [];
  const charges = entries.filter((one) => one.kind === "charge").sort(byDue);
  const receipts = entries.filter((one) => one.kind === "payment" || one.kind === "credit").sort(byBooking);
  const reversals = entries.filter((one) => one.kind === "reversal").sort(byBooking);
  const since = new Map<string, Day>();
  const open = (charge: Entry) => euros(charge) - coins.filter(({ at }) => at.kind === "on" && at.charge === charge.id).length;
  const put = (mine: readonly Coin[], charge: Entry, day: Day) => {
    for (const coin of mine) if (charge.bookedOn <= day && open(charge) > 0) coin.at = { kind: "on", charge: charge.id };
  };
  const ofReceipt = (id: string, kind: Coin["at"]["kind"]) => coins.filter((coin) => coin.of === id && coin.at.kind === kind);
  const first = entries.map((one) => one.bookedOn).sort()[0];
  let debtSince: Day | null = null;
  let ended: { on: Day; since: Day } | null = null;

  for (let day = first ?? until; day <= until; day = addDays(day, 1)) {
    const before = new Map(charges.map((one) => [one.id, open(one)]));
    // 1
    for (const receipt of receipts)
      if (addDays(receipt.bookedOn, 35) <= day) for (const coin of ofReceipt(receipt.id, "held")) coin.at = { kind: "free" };
    // 2
    for (const receipt of receipts) {
      for (const number of named.get(receipt.id) ?? [])
        for (const charge of charges)
          if (charge.bookedOn === day && charge.number === number) put(ofReceipt(receipt.id, "held"), charge, day);
      const all = (named.get(receipt.id) ?? []).every((number) =>
        charges.some((one) => one.number === number && one.bookedOn <= day),
      );
      if (all) for (const coin of ofReceipt(receipt.id, "held")) coin.at = { kind: "free" };
    }
    const taken: { readonly charge: string; readonly counts: boolean }[] = [];
    const takenBack: Day[] = [];
    const takeBack = (reversal: Entry) => {
      const receipt = receipts.find((one) => one.id === reversal.reversesId) as Entry;
      takenBack.push(receipt.bookedOn);
      const latestFirst = [...charges].sort((a, b) => -byDue(a, b));
      const mine = [
        ...ofReceipt(receipt.id, "free"),
        ...ofReceipt(receipt.id, "held"),
        ...latestFirst.flatMap((charge) =>
          ofReceipt(receipt.id, "on").filter(({ at }) => at.kind === "on" && at.charge === charge.id),
        ),
      ];
      for (const coin of mine.slice(0, euros(reversal))) {
        if (coin.at.kind === "on") {
          const { charge } = coin.at;
          const due = charges.find((one) => one.id === charge)?.dueOn ?? day;
          taken.push({ charge, counts: !(receipt.bookedOn > due && daysBetween(receipt.bookedOn, day) <= 14) });
        }
        coin.at = { kind: "gone" };
      }
    };
    const today = receipts.filter((one) => one.bookedOn === day);
    const isToday = (reversal: Entry) => today.some((one) => one.id === reversal.reversesId);
    // 3
    for (const one of reversals) if (one.bookedOn === day && !isToday(one)) takeBack(one);
    // 4
    for (const receipt of today) {
      for (let at = 0; at < euros(receipt); at++) coins.push({ of: receipt.id, at: { kind: "free" } });
      const numbers = named.get(receipt.id) ?? [];
      for (const number of numbers)
        for (const charge of charges) if (charge.number === number) put(ofReceipt(receipt.id, "free"), charge, day);
      const waits = numbers.some((number) => !charges.some((one) => one.number === number && one.bookedOn <= day));
      if (waits) for (const coin of ofReceipt(receipt.id, "free")) coin.at = { kind: "held" };
    }
    // 5
    for (const one of reversals) if (one.bookedOn === day && isToday(one)) takeBack(one);
    // 6
    const due = charges.filter((one) => one.bookedOn <= day && (one.dueOn ?? "") <= day).sort(byRank);
    for (const receipt of receipts) for (const charge of due) put(ofReceipt(receipt.id, "free"), charge, day);

    for (const charge of charges) {
      const from = charge.bookedOn > (charge.dueOn ?? "") ? charge.bookedOn : (charge.dueOn as Day);
      if (!since.has(charge.id)) since.set(charge.id, from);
      const raised = taken.some((one) => one.charge === charge.id && one.counts);
      if (raised && (before.get(charge.id) ?? 0) <= 5 && open(charge) > 5) since.set(charge.id, day > from ? day : from);
    }
    const sum = (some: readonly Entry[]) => some.reduce((all, one) => all + open(one), 0);
    if (sum(due) <= 5) {
      if (debtSince !== null) ended = { on: day, since: debtSince };
      debtSince = null;
    } else {
      const back: { on: Day; since: Day } | null = ended;
      if (back !== null && takenBack.some((on) => on === back.on && daysBetween(on, day) <= 14)) {
        debtSince = back.since;
        ended = null;
      } else if (debtSince === null && sum(due.filter((one) => (one.dueOn ?? "") < day)) > 5) debtSince = day;
    }
  }
  const booked = charges.filter((one) => one.bookedOn <= until);
  return {
    open: new Map(booked.map((one) => [one.id, open(one)])),
    openSince: new Map(booked.map((one) => [one.id, since.get(one.id) as Day])),
    free: coins.filter(({ at }) => at.kind === "free").length,
    held: coins.filter(({ at }) => at.kind === "held").length,
    debtSince,
  };
}
