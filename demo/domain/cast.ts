import { addDays, addMonths, type Day, type Month, monthOf } from "@/lib/kernel/day";
import type { InventedPerson } from "./names";
import type { MonthState, Reach, TalkKind, Temper } from "./temper";

/** What happens to a named household, over from the last day of the story backwards. */
export interface Script {
  readonly states: ReadonlyMap<Month, MonthState>;
  /** Days on which the debit of that month comes back: late, and by the tenant's own word. */
  readonly bouncesOn: readonly Day[];
  /** What they say when somebody speaks with them; null: whatever the months give. */
  readonly says: TalkKind | null;
  readonly keepsWord: boolean;
  /** Whether they answer the phone and the door; null: by their habit. */
  readonly answers: boolean | null;
  /** One of two died on this day. */
  readonly partnerDiedOn: Day | null;
  /** A receipt that may be theirs waits in suspense since this day. */
  readonly suspenseOn: Day | null;
}

export interface CastMember {
  readonly building: number;
  readonly index: number;
  readonly person: InventedPerson;
  readonly partner: InventedPerson | null;
  readonly bewind: boolean;
  readonly reach: Reach;
  readonly knowBefore: readonly string[];
  readonly temper: Partial<Temper>;
  readonly script: Script;
}

const NOBODY_PAYS: MonthState = { kind: "short", share: 0 };
type Over = Partial<Omit<CastMember, "script" | "person" | "partner">> &
  Partial<Omit<Script, "states">> & { months?: readonly number[]; partner?: string };

const person = (text: string): InventedPerson => {
  const [salutation, initials, prefix, lastName] = text.split("|") as ["mw" | "dhr", string, string, string];
  return { salutation, initials, prefix: prefix || null, lastName, language: null };
};

const transfer = { pays: "transfer", payDay: -3 } as const;

/** The households one meets by name. Each shows one step of the ladder; nothing about them is real. */
export function castOf(ends: Day): CastMember[] {
  const thisMonth = monthOf(ends);
  const member = (index: number, name: string, { months = [], partner, ...over }: Over): CastMember => ({
    building: over.building ?? 1,
    index,
    person: person(name),
    partner: partner ? person(partner) : null,
    bewind: over.bewind ?? false,
    reach: over.reach ?? "both",
    knowBefore: over.knowBefore ?? [],
    temper: {
      pays: "direct-debit",
      late: false,
      closed: 0.2,
      silent: false,
      keeps: 0.95,
      atPhone: { morning: 0.9, afternoon: 0.9 },
      ...over.temper,
    },
    script: {
      states: new Map(months.map((back) => [addMonths(thisMonth, -back), NOBODY_PAYS])),
      bouncesOn: over.bouncesOn ?? [],
      says: over.says ?? null,
      keepsWord: over.keepsWord ?? true,
      answers: over.answers ?? null,
      partnerDiedOn: over.partnerDiedOn ?? null,
      suspenseOn: over.suspenseOn ?? null,
    },
  });
  return [
    // One missed call; reacts to nothing, so that the whole ladder can be walked with her.
    member(94, "mw|C.A.|van der|Berg-Özdemir", {
      bouncesOn: [addDays(ends, -9)],
      answers: false,
      temper: { silent: true },
      knowBefore: ["Laat lang overgaan, ze heeft geen voicemail", "Liever bellen dan bezoek"],
    }),
    // Home and garage: one call for both, today for the first time.
    member(5, "mw|A.E.||Vermeulen-Kooijman", { bouncesOn: [addDays(ends, -8)], answers: false }),
    // Always pays when the pension is in, on the 24th.
    member(22, "mw|W.|de|Groot-Van 't Hoff", { temper: { pays: "transfer", late: true, payDay: 23 }, answers: true }),
    // An administrator pays for him: call the office, nobody else.
    member(37, "dhr|S.||Ramdjanbeg", { bewind: true, bouncesOn: [addDays(ends, -9)], answers: false }),
    // Silent for three weeks: the card is in the letterbox.
    member(41, "dhr|Ş.||Yıldırım", { bouncesOn: [addDays(ends, -24)], answers: false, temper: { silent: true } }),
    // An arrangement that is kept.
    member(48, "dhr|J.M.||Hoogendoorn", { months: [4, 3], says: "arrangement", answers: true }),
    // A promise that was broken.
    member(52, "mw|M.C.||'t Hart", { months: [0], says: "promise", keepsWord: false, answers: true, temper: transfer }),
    // Asked for help; the municipality is at work.
    member(57, "mw|F.||da Silva Monteiro", { months: [2, 1, 0], says: "wants-help", answers: true, temper: transfer }),
    // One of two died this month; after the quiet fortnight the other is the one to speak with.
    member(61, "mw|G.H.||Oosterwijk", {
      partner: "dhr|P.||Oosterwijk",
      months: [0],
      partnerDiedOn: addDays(ends, -15),
      answers: false,
      temper: transfer,
    }),
    // Money came in that may be hers.
    member(66, "mw|H.||Kwakernaak", { months: [0], suspenseOn: addDays(ends, -6), answers: false, temper: transfer }),
    // Does not agree with the settlement.
    member(73, "dhr|P.A.J.|van|Nieuwenhuijzen-Schaap", { months: [0], says: "disputes", answers: true, temper: transfer }),
    // A second month open, never spoken with: somebody goes there.
    member(80, "dhr|A.||El Amrani-Bouzidi", {
      months: [1, 0],
      bouncesOn: [addDays(ends, -24), addDays(ends, -10)],
      answers: false,
      temper: { silent: true },
    }),
  ];
}
