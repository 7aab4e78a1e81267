import { command, type Json } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import { type Outcome, refused } from "@/lib/kernel/outcome";
import type { Now } from "@/lib/platform/clock";
import { type Db, sqlOf } from "@/lib/platform/db";
import { amsterdamOf } from "@/lib/platform/zone";
import { policyOn } from "@/lib/policies/queries/in-force";
import type { Facts } from "@/lib/rules/facts";
import type { Policy } from "@/lib/rules/policy";
import { lockHousehold } from "@/lib/tenancies/commands/lock";
import { loadFacts } from "../../queries/facts";
import { reassess } from "../reassess";

/** One act at the desk: where it happens, who does it, and what is known. */
export interface Desk {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Now;
  readonly tenancyId: number;
  /** The open case, or null when there is none (any more). */
  readonly caseId: number | null;
  readonly commandId: string;
  /** The thresholds in force today. */
  readonly policy: Policy;
  /** Everything known now, as the rules see it. */
  facts(): Promise<Facts>;
  /** What the audit row says beside the command's own answer; no free text of people. */
  note(detail: Json): void;
  /** What stood before, kept for an undo. */
  before(undo: Json): void;
}

interface Act {
  /** The command's name, also in the audit: `cases.logCall`. */
  readonly action: string;
  readonly commandId: string;
  /** When the case was shown to who acts; left out where what happened counts whatever else did. */
  readonly shownAt?: Date | undefined;
  /** The tenancy, or how to find it from what the form names. */
  readonly tenancyId: number | ((db: Db) => Promise<number | null | undefined>);
}
/** Every act at the desk: once, with its audit row and the new answer of the rules, kept together or not at all. */
export const act = <T extends Json>(
  actor: Actor,
  { action, commandId, shownAt, tenancyId: target }: Act,
  work: (desk: Desk) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const lock = async (db: Db) => {
    const tenancyId = typeof target === "number" ? target : await target(db);
    return tenancyId && (await lockHousehold(db, tenancyId)).length > 0 ? tenancyId : null;
  };
  return command(actor, { action, commandId, lock }, async ({ db, now: at, tenancyId }) => {
    if (tenancyId === null) throw new Error("an act at the desk is about a tenancy");
    const changed = shownAt && (await changedSince(db, actor, tenancyId, shownAt));
    if (changed) return [refused("changed-meanwhile", changed), { tenancyId, detail: {} }];
    const kept = { tenancyId, detail: {} as Json, undo: {} as Json };
    const outcome = await work(await deskOf(db, actor, at, tenancyId, commandId, kept));
    if (outcome.ok) await reassess(db, actor, [tenancyId]);
    return [outcome, kept];
  });
};

/** Notes, wishes and a letter that was only made change nothing that another act rests on, and stand in no line of what happened. */
const BESIDE: readonly string[] = [
  "cases.addNote",
  "cases.addNumber",
  "cases.askLetter",
  "cases.assign",
  "cases.authorise",
  "cases.endAuthority",
  "cases.printLetter",
  "cases.readReply",
  "cases.recordLanguage",
  "cases.recordPreference",
  "cases.recordSafetyNote",
  "cases.recordSmsWish",
  "cases.resolveProblem",
  "cases.undoAct",
  "cases.withdrawLetter",
];

/** Who recorded something here after it was shown, and when last; null when nobody else did. */
async function changedSince(db: Db, actor: Actor, tenancyId: number, shownAt: Date): Promise<{ who: string; at: string } | null> {
  const [last] = await db.command.findMany({
    where: {
      tenancyId,
      at: { gt: shownAt },
      staffId: { not: actor.staffId },
      action: { startsWith: "cases.", notIn: [...BESIDE] },
    },
    orderBy: { at: "desc" },
    take: 1,
  });
  if (!last) return null;
  const staff =
    last.staffId === null ? null : await db.staff.findUnique({ where: { id: last.staffId }, select: { firstName: true } });
  return { who: staff?.firstName ?? "Aanbel", at: timeOf(last.at) };
}

function timeOf(moment: Date): string {
  const { minutes } = amsterdamOf(moment);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

async function deskOf(
  db: Db,
  actor: Actor,
  at: Now,
  tenancyId: number,
  commandId: string,
  kept: { detail: Json; undo: Json },
): Promise<Desk> {
  const open = await db.arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { id: true } });
  const { policy } = await policyOn(sqlOf(db), at.day, at.moment);
  let facts: Facts | undefined;
  return {
    db,
    actor,
    now: at,
    tenancyId,
    caseId: open?.id ?? null,
    commandId,
    policy,
    facts: async () => {
      const scope = { day: at.day, part: at.part, knownAt: at.moment, tenancyIds: [tenancyId] };
      facts ??= (await loadFacts(sqlOf(db), scope, policy))[0];
      if (!facts) throw new Error(`no facts of tenancy ${tenancyId}`);
      return facts;
    },
    note: (detail) => {
      kept.detail = { ...kept.detail, ...detail };
    },
    before: (undo) => {
      kept.undo = { ...kept.undo, ...undo };
    },
  };
}
