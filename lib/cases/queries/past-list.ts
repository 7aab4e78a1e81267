import type { Day } from "../../kernel/day";
import { now } from "../../platform/clock";
import { inSnapshot, type Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Assessment } from "../../rules/answer";
import type { ContactStep, DutyStep } from "../../rules/steps";
import { asksToAct } from "../domain/acts";
import { listMoment } from "./explain";
import { replay } from "./replay";

/** Somebody of a past list, and how the list that stood then differs from the one asked for. */
export interface PastRow {
  readonly tenancyId: number;
  readonly contact: ContactStep;
  readonly duty: DutyStep;
  /** What was stored for that day; null when nothing was. */
  readonly stored: ContactStep | null;
  readonly change: "same" | "added" | "gone" | "moved";
}
export interface PastPerson {
  readonly tenancyId: number;
  readonly number: string;
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string | null;
  readonly kind: "home" | "care" | "parking" | "commercial";
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly city: string;
}
export interface PastList {
  readonly day: Day;
  readonly knownAt: Date;
  readonly listMadeAt: Date;
  /** Differences first. */
  readonly rows: readonly (PastRow & { readonly who: PastPerson })[];
  readonly counts: Readonly<Record<PastRow["change"], number>>;
}

const SHOWN = 200;
const ORDER: readonly PastRow["change"][] = ["added", "gone", "moved", "same"];

/** The list of a day, with what was known when it was made or with what is known now, beside the answers that were stored. */
export async function pastList(day: Day, asThen: boolean): Promise<PastList> {
  const { moment } = await now();
  return inSnapshot(async (sql) => {
    const listMadeAt = await listMoment(sql, day);
    const knownAt = asThen ? listMadeAt : moment;
    const all = await compared(sql, day, knownAt, listMadeAt);
    all.sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
    const people = await peopleOf(sql, all.slice(0, SHOWN), day);
    const counts = Object.fromEntries(ORDER.map((change) => [change, all.filter((row) => row.change === change).length]));
    const rows = all.slice(0, SHOWN).flatMap((row) => {
      const who = people.get(row.tenancyId);
      return who ? [{ ...row, who }] : [];
    });
    return { day, knownAt, listMadeAt, rows, counts: counts as PastList["counts"] };
  });
}

async function compared(sql: Sql, day: Day, knownAt: Date, listMadeAt: Date): Promise<PastRow[]> {
  const stored = new Map<number, Assessment>();
  for (const row of await sql<{ tenancyId: number; answer: string }>(sqlFile("cases/past-answers"), [day, listMadeAt])) {
    const answer = JSON.parse(row.answer) as Assessment;
    if (asksToAct(answer)) stored.set(row.tenancyId, answer);
  }
  const found: PastRow[] = [];
  const answered = new Map<number, Assessment>();
  for await (const { tenancyId, assessment } of replay(sql, { day, knownAt })) {
    answered.set(tenancyId, assessment);
    if (asksToAct(assessment)) found.push(rowOf(tenancyId, assessment, stored.get(tenancyId) ?? null));
  }
  for (const [tenancyId, before] of stored) {
    const now = answered.get(tenancyId);
    if (!now || !asksToAct(now)) found.push({ ...rowOf(tenancyId, now ?? before, before), change: "gone" });
  }
  return found;
}

function rowOf(tenancyId: number, { contact, duty }: Assessment, before: Assessment | null): PastRow {
  const same = before !== null && before.contact.step === contact.step && before.duty.step === duty.step;
  const change = before === null ? "added" : same ? "same" : "moved";
  return { tenancyId, contact: contact.step, duty: duty.step, stored: before?.contact.step ?? null, change };
}

async function peopleOf(sql: Sql, rows: readonly PastRow[], day: Day): Promise<Map<number, PastPerson>> {
  const ids = rows.map((row) => row.tenancyId);
  const found = await sql<PastPerson>(sqlFile("cases/past-people"), [ids, day]);
  return new Map(found.map((row) => [row.tenancyId, row]));
}
