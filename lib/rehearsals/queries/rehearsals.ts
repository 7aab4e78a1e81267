import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { dayOf } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Reason } from "@/lib/rules/answer";
import type { Covered } from "../domain/covered";
import type { ChangeKind, Work } from "../domain/difference";

/** A rehearsal as a line: how far it is, whether it is of the draft as it stands, and whether this colleague read it. */
export interface RehearsalLine {
  readonly id: number;
  readonly versionId: number;
  readonly baseVersion: number;
  readonly kind: "rehearsal" | "shadow";
  readonly day: Day;
  readonly askedAt: Date;
  readonly days: number;
  readonly daysDone: number;
  readonly state: "running" | "done" | "failed";
  readonly present: boolean;
  readonly readByMe: boolean;
}

type Row = Omit<RehearsalLine, "state"> & { readonly finished: boolean; readonly failed: boolean };

/** The rehearsals of a version, or one of them, the newest first. */
export async function rehearsalLines(actor: Actor, which: { versionId?: number; id?: number }): Promise<RehearsalLine[]> {
  const rows = await sqlOf(prisma())<Row>(sqlFile("rehearsals/lines"), [
    which.versionId ?? null,
    which.id ?? null,
    actor.staffId,
  ]);
  return rows.map(({ finished, failed, ...row }) => ({ ...row, state: finished ? "done" : failed ? "failed" : "running" }));
}

export interface TriedDay {
  readonly day: Day;
  readonly baseVersion: number;
  readonly looked: number;
  readonly flagged: number;
  readonly added: number;
  readonly dropped: number;
  readonly moved: number;
  readonly work: { readonly before: Work; readonly after: Work };
  /** Limits that say something else, for who stays on the list by another one. */
  readonly covered: readonly Covered[];
}

/** What every tried day gave, the newest first. */
export async function triedDaysOf(rehearsalId: number): Promise<TriedDay[]> {
  const rows = await prisma().rehearsalDay.findMany({
    where: { rehearsalId },
    orderBy: { day: "desc" },
    omit: { rehearsalId: true },
  });
  return rows.map(({ day, work, covered, ...counts }) => ({
    ...counts,
    day: dayOf(day),
    work: work as unknown as TriedDay["work"],
    covered: covered as unknown as TriedDay["covered"],
  }));
}

/** One tenancy that the draft would have answered differently. */
export interface ChangeRow {
  readonly tenancyId: number;
  readonly number: string;
  readonly change: ChangeKind;
  readonly contactBefore: string;
  readonly contactAfter: string;
  readonly dutyBefore: string;
  readonly dutyAfter: string;
  readonly overdueCents: string;
  readonly why: readonly Reason[];
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string | null;
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly city: string;
}

/** Who would have been added, dropped or moved on one day; the largest debts first, at most `most` of each kind. */
export async function changesOn(rehearsalId: number, day: Day, most: number): Promise<ChangeRow[]> {
  return sqlOf(prisma())<ChangeRow>(sqlFile("rehearsals/changes"), [rehearsalId, day, most]);
}
