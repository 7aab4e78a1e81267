import { formatDay, formatEuro, formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { parseDay } from "@/lib/kernel/day";

/** What is kept of somebody, table by table, as the database tells it. */
export type Kept = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
/** As it is printed: a heading, and under it per row when it was and what there is. */
export interface Part {
  readonly title: string;
  readonly rows: readonly (readonly [when: string, what: string])[];
}

/** How a column reads: as it stands, as a day, a moment, euros, yes or nothing, or with the words that stand at a place. */
type How = "text" | "word" | "day" | "moment" | "euro" | "yes" | "list" | `of ${string}`;
type Columns = Readonly<Record<string, How>>;

/** Per table: when it was (the first of these that is there), and which columns a person can read. The rest stands in the other file. */
const PARTS: readonly (readonly [table: string, when: Columns, what: Columns])[] = [
  [
    "person",
    {},
    {
      ...{ initials: "text", prefix: "text", last_name: "text", born_on: "day", deceased_on: "day", away_until: "day" },
      ...{ prefers: "of casepage.wish.prefers", language: "text", sms_opt_out: "yes", safety_note: "text", safety_until: "day" },
    },
  ],
  [
    "contact_point",
    { recorded_at: "moment" },
    { kind: "of casepage.facts.kind", value: "text", dead_at: "moment", ended_at: "moment" },
  ],
  [
    "tenancy",
    { starts_on: "day" },
    { ...{ address: "text", number: "text", ends_on: "day" }, ...{ payment_method: "of casepage.facts.method" } },
  ],
  ["tenancy_rent", { from_day: "day" }, { net_cents: "euro", service_cents: "euro", heating_cents: "euro" }],
  [
    "ledger_entry",
    { booked_on: "day" },
    {
      ...{ kind: "of explain.kinds", category: "of casepage.ledger.category", amount_cents: "euro", due_on: "day" },
      ...{ description: "text" },
    },
  ],
  [
    "bank_line",
    { booked_on: "day" },
    { amount_cents: "euro", counterparty: "text", iban: "text", remittance: "text", note: "text" },
  ],
  ["arrears_case", { opened_on: "day" }, { closed_on: "day" }],
  [
    "attempt",
    { at: "moment" },
    {
      ...{ channel: "word", direction: "word", outcome: "of casepage.outcome" },
      ...{ spoke_with: "of casepage.whom", number: "text", note: "text", undone_at: "moment" },
    },
  ],
  [
    "disclosure",
    { said_on: "day" },
    { kind: "of contact.said", until_day: "day", detail: "text", resolved_on: "day", resolution: "word" },
  ],
  ["case_note", { at: "moment" }, { text: "text" }],
  ["outbox_message", { created_at: "moment" }, { recipient: "text", body: "text", status: "of casepage.outcome" }],
  ["sms_reply", { sent_at: "moment" }, { sender: "text", body: "text" }],
  ["letter", { sent_on: "day", asked_on: "day" }, { kind: "of contact.text.short", delivered_on: "day", withdrawn_on: "day" }],
  [
    "visit",
    { done_on: "day", planned_for: "day", asked_on: "day" },
    {
      ...{ purpose: "of visits.purpose", outcome: "of visits.outcome", seen: "of visits.seen", agreed: "of visits.agreed" },
      ...{ note: "text", file_note: "text", consent: "yes", withdrawn_on: "day" },
    },
  ],
  ["ring", { at: "moment" }, { result: "of caretaker.result" }],
  ["callback_card", { left_on: "day" }, { code: "text", called_back_on: "day" }],
  ["worry", { at: "moment" }, { kind: "word" }],
  ["early_signal", { at: "moment" }, { kind: "word" }],
  ["hold", { from_day: "day" }, { reason: "of holds.reason", review_on: "day", ended_on: "day", note: "text" }],
  ["payment_promise", { made_on: "day" }, { amount_cents: "euro", promised_on: "day", withdrawn_on: "day" }],
  [
    "arrangement",
    { agreed_on: "day" },
    { total_cents: "euro", starts_on: "day", ended_on: "day", end_reason: "of arrangements.end" },
  ],
  ["referral", { reported_on: "day", asked_on: "day" }, { amount_cents: "euro", answered_on: "day", result: "word" }],
  ["sharing_objection", { objected_on: "day" }, { withdrawn_on: "day" }],
  ["legal_step", { day: "day" }, { kind: "of legal.kind", ended_on: "day", detail: "text" }],
  ["eviction", { carried_out_on: "day" }, { note: "text" }],
  ["access_event", { at: "moment" }, { what: "of privacy.what" }],
];

const isDay = (value: unknown) => parseDay(String(value).slice(0, 10));

/** One value in words; null when there is nothing to say. */
function told(t: Translate, value: unknown, how: How): string | null {
  if (value === null || value === undefined || value === "" || value === false) return null;
  if (how === "yes") return t("privacy.file.yes");
  if (how === "euro") return formatEuro(BigInt(String(value)));
  if (how === "day") return isDay(value) ? formatDay(isDay(value) as never, "long", t.lang) : String(value);
  if (how === "moment") return formatMoment(new Date(String(value)), "long", t.lang);
  const words = (one: unknown) => {
    const plain = `privacy.file.word.${String(one)}`;
    const key = [`${how.startsWith("of ") ? how.slice("of ".length) : ""}.${String(one)}`, plain].find(t.has);
    return key && how !== "text" ? t(key) : String(one);
  };
  if (Array.isArray(value)) return value.length > 0 ? value.map(words).join(", ") : null;
  return words(value);
}

/** `Kadeweg 12-B, 3011 AB Rotterdam` of the columns of a dwelling. */
function addressOf(value: unknown): string | null {
  if (value === null || typeof value !== "object") return null;
  const { street, house_number, house_letter, addition, postcode, city } = value as Record<string, string | null>;
  const door = [house_number, house_letter, addition].filter(Boolean).join("-");
  return [[street, door].filter(Boolean).join(" "), [postcode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

function rowOf(t: Translate, row: Readonly<Record<string, unknown>>, when: Columns, what: Columns): readonly [string, string] {
  const moments = Object.entries(when).flatMap(([column, how]) => told(t, row[column], how) ?? []);
  const said = Object.entries(what).flatMap(([column, how]) => {
    const value = told(t, column === "address" ? addressOf(row.address) : row[column], how);
    return value === null ? [] : [`${t(`privacy.file.column.${column}`)}: ${value}`];
  });
  return [moments[0] ?? "", said.join("\n")];
}

/** Everything a person can read of what is kept about them, in the order in which one would tell it. Amounts in euros, moments on the Amsterdam clock. */
export const readable = (t: Translate, kept: Kept): Part[] =>
  PARTS.flatMap(([table, when, what]) => {
    const rows = (kept[table] ?? []).map((row) => rowOf(t, row, when, what)).filter((row) => row.some(Boolean));
    return rows.length > 0 ? [{ title: t(`privacy.file.table.${table}`), rows }] : [];
  });
