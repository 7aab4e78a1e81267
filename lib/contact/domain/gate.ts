import type { PartOfDay } from "../../kernel/calendar";
import { isHoliday } from "../../kernel/calendar";
import { addDays, type Day, weekday } from "../../kernel/day";
import type { AttemptFacts, PersonFacts, PhoneFacts } from "../../rules/facts";
import { bereavementOver } from "../../rules/people";
import type { Policy } from "../../rules/policy";
import { showsAmount, speaksOfDebt } from "./wording";

export type GateChannel = "call" | "sms" | "caretaker" | "card" | "visit" | "letter";

/** What the gate looks at: everything known when a contact is proposed, and again when it leaves. */
export interface GateFacts {
  readonly channel: GateChannel;
  readonly day: Day;
  /** Minutes since midnight, Amsterdam; null when only the day is chosen yet (a visit being planned). */
  readonly minutes: number | null;
  readonly part: PartOfDay;
  readonly caseOpen: boolean;
  readonly addressee: Pick<PersonFacts, "role" | "deceasedOn" | "awayUntil" | "smsOptOut" | "safetyNote"> | null;
  readonly representativeKnown: boolean;
  /** The last death among the tenants, for the quiet days of who stays behind. */
  readonly lastDeathOn: Day | null;
  readonly number: Pick<PhoneFacts, "kind" | "quality"> | null;
  /** Contacts with these people over all their tenancies. */
  readonly contacts: readonly Pick<AttemptFacts, "channel" | "direction" | "day" | "outcome">[];
  /** What came in after the message was written; null while it is only proposed. */
  readonly sinceDraft: { readonly paid: boolean; readonly promised: boolean; readonly held: boolean } | null;
  /** A receipt that still has to be placed may be theirs, or money is on its way. */
  readonly maybePaid?: boolean;
  /** It was heard that the tenant has died, and nobody found out yet. */
  readonly deathHeard?: boolean;
  readonly text: string | null;
  readonly byAppointment: boolean;
  readonly byTwo: boolean;
}

export interface Block {
  readonly code: GateCode;
  /** Whether a person may go on with a note that is recorded. */
  readonly override: boolean;
  readonly values: Readonly<Record<string, string | number>>;
}
export interface GateAnswer {
  readonly allowed: boolean;
  readonly blocks: readonly Block[];
}

type Values = Record<string, string | number>;
interface Rule {
  readonly code: string;
  readonly channels: readonly GateChannel[];
  /** Channels in which a person may go on with a note. */
  readonly override: readonly GateChannel[];
  readonly blocks: (facts: GateFacts, policy: Policy) => boolean | Values;
}

const ALL = ["call", "sms", "caretaker", "card", "visit", "letter"] as const;
const TALK = ["call", "visit"] as const;

/** Every reason not to contact somebody now. A call that was made is a fact, so that a note always lets it be recorded. */
const RULES = [
  { code: "no-case", channels: ["sms", "caretaker", "card", "visit"], override: [], blocks: (f) => !f.caseOpen },
  { code: "deceased", channels: ALL, override: ["call"], blocks: (f) => f.addressee?.deceasedOn != null },
  { code: "death-heard", channels: ALL, override: TALK, blocks: (f) => f.deathHeard === true },
  { code: "no-authority", channels: ["call", "sms"], override: ["call"], blocks: (f) => f.addressee === null },
  { code: "opted-out", channels: ["sms"], override: [], blocks: (f) => f.addressee?.smsOptOut === true },
  {
    code: "representative",
    channels: ["call", "sms", "caretaker", "card", "visit"],
    override: TALK,
    blocks: goesPastRepresentative,
  },
  { code: "bereavement", channels: ["call", "sms", "caretaker", "card", "visit"], override: TALK, blocks: inQuietPeriod },
  { code: "away", channels: ["call", "sms", "caretaker", "card", "visit"], override: TALK, blocks: isAway },
  { code: "number-dead", channels: ["call", "sms"], override: ["call"], blocks: (f) => f.number?.quality === "dead" },
  { code: "not-mobile", channels: ["sms"], override: [], blocks: (f) => f.number?.kind !== "mobile" },
  {
    code: "safety-note",
    channels: ["caretaker", "card", "visit"],
    override: [],
    blocks: (f) => f.addressee?.safetyNote === true && !f.byTwo,
  },
  { code: "shows-amount", channels: ["caretaker"], override: [], blocks: (f) => f.text !== null && showsAmount(f.text) },
  { code: "words", channels: ["sms", "card"], override: [], blocks: (f) => f.text !== null && speaksOfDebt(f.text) },
  {
    code: "maybe-paid",
    channels: ["call", "sms", "caretaker", "card", "visit"],
    override: TALK,
    blocks: (f) => f.maybePaid === true,
  },
  { code: "paid-since", channels: ALL, override: ["call"], blocks: (f) => f.sinceDraft?.paid === true },
  { code: "promise-since", channels: ALL, override: ["call"], blocks: (f) => f.sinceDraft?.promised === true },
  { code: "hold-since", channels: ALL, override: ["call"], blocks: (f) => f.sinceDraft?.held === true },
  { code: "spoke-today", channels: ["call", "sms", "visit"], override: ["call", "sms", "visit"], blocks: spokeToday },
  { code: "missed-today", channels: ["call"], override: ["call"], blocks: missedToday },
  { code: "cap", channels: ["call", "sms", "visit"], override: ["call", "sms", "visit"], blocks: overCap },
  { code: "outside-hours", channels: ["call", "sms", "caretaker", "visit"], override: TALK, blocks: (f) => !inContactHours(f) },
] as const satisfies readonly Rule[];
type GateCode = (typeof RULES)[number]["code"];

/** May this person be contacted this way now? One answer for every channel, naming each reason against it. */
export function mayContact(facts: GateFacts, policy: Policy): GateAnswer {
  const blocks: Block[] = [];
  for (const rule of RULES as readonly (Rule & { code: GateCode })[]) {
    if (!rule.channels.includes(facts.channel)) continue;
    const found = rule.blocks(facts, policy);
    if (found === false) continue;
    blocks.push({ code: rule.code, override: rule.override.includes(facts.channel), values: found === true ? {} : found });
  }
  return { allowed: blocks.length === 0, blocks };
}

/** The first reason that a note cannot take away, else the first that still needs one; null when the way is free. */
export function blockOf(answer: GateAnswer, overrideNote: string | undefined): Block | null {
  return answer.blocks.find((block) => !block.override) ?? (overrideNote ? null : (answer.blocks[0] ?? null));
}

function goesPastRepresentative(facts: GateFacts): boolean {
  const role = facts.addressee?.role;
  return facts.representativeKnown && role !== "representative" && role !== "contact";
}

function inQuietPeriod(facts: GateFacts, policy: Policy): false | Values {
  if (facts.lastDeathOn === null) return false;
  const until = bereavementOver(facts.lastDeathOn, policy);
  return facts.day < until && facts.day >= facts.lastDeathOn ? { day: until } : false;
}

function isAway(facts: GateFacts): false | Values {
  const until = facts.addressee?.awayUntil;
  return until && until >= facts.day ? { day: until } : false;
}

function spokeToday(facts: GateFacts): boolean {
  return !facts.byAppointment && facts.contacts.some((contact) => contact.day === facts.day && contact.outcome === "spoke");
}

const MISSED: ReadonlySet<AttemptFacts["outcome"]> = new Set<AttemptFacts["outcome"]>(["not-answered", "voicemail"]);

function missedToday(facts: GateFacts, policy: Policy): boolean {
  const missed = facts.contacts.filter(
    (contact) =>
      contact.channel === "call" && contact.direction === "outbound" && contact.day === facts.day && MISSED.has(contact.outcome),
  );
  return missed.length >= policy.missedCallsPerDay;
}

/** Conversations, messages and doors count; missed calls have their own limit, letters and cards in the same go do not count. */
function countsForCap(contact: GateFacts["contacts"][number]): boolean {
  if (contact.direction !== "outbound") return false;
  if (contact.channel === "call") return contact.outcome === "spoke" || contact.outcome === "someone-else";
  if (contact.channel === "sms") return contact.outcome !== "undelivered" && contact.outcome !== "cancelled";
  return contact.channel === "door" || contact.channel === "visit";
}

function overCap(facts: GateFacts, policy: Policy): false | Values {
  const from = addDays(facts.day, -policy.contactCapDays);
  const count = facts.contacts.filter(
    (contact) => contact.day > from && contact.day <= facts.day && countsForCap(contact),
  ).length;
  return !facts.byAppointment && count >= policy.contactCap ? { count } : false;
}

const minutesOf = (hours: number, minutes = 0) => hours * 60 + minutes;
const within = (minutes: number, from: number, until: number) => minutes >= from && minutes < until;

/** Calls 09:00–12:00 and 13:30–17:00, evenings by appointment; messages 08:00–20:00; nothing on Sundays and holidays. */
function inContactHours({
  channel,
  day,
  minutes,
  part,
  byAppointment,
}: Pick<GateFacts, "channel" | "day" | "minutes" | "part" | "byAppointment">): boolean {
  if (weekday(day) === 7 || isHoliday(day)) return false;
  if (part === "evening" && channel !== "sms") return byAppointment;
  if (minutes === null || channel === "visit" || channel === "caretaker") return true;
  if (channel === "sms") return within(minutes, minutesOf(8), minutesOf(20));
  return within(minutes, minutesOf(9), minutesOf(12)) || within(minutes, minutesOf(13, 30), minutesOf(17));
}
