import { equalInstalments } from "@/lib/arrangements/domain/arrangement";
import type { Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import type { CaseFile } from "./casefile";
import { audit, done } from "./desk-base";
import type { HoldRow, PromiseRow } from "./paper-rows";
import type { World } from "./world";

export interface PromiseAsked {
  readonly on: Day;
  readonly amount: number;
  readonly incomeDay: boolean;
}

export function addPromise(
  world: World,
  file: CaseFile,
  staffId: number,
  promise: PromiseAsked,
  attemptId: number | null,
): PromiseRow {
  const row = world.papers.add(world.papers.promises, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    attemptId,
    madeOn: world.today,
    promisedOn: promise.on,
    amount: BigInt(promise.amount) as Cents,
    incomeDay: promise.incomeDay,
    withdrawnOn: null,
    withdrawnAt: null,
    staffId,
    recordedAt: world.moment,
  });
  file.promises.push(row);
  return row;
}

export function makeArrangement(
  world: World,
  file: CaseFile,
  staffId: number,
  asked: { total: number; count: number; startsOn: Day },
) {
  const { papers, today, moment } = world;
  for (const promise of file.promises) {
    if (promise.withdrawnOn === null && promise.promisedOn >= today)
      Object.assign(promise, { withdrawnOn: today, withdrawnAt: moment });
  }
  const total = BigInt(asked.total) as Cents;
  const row = papers.add(papers.arrangements, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    agreedOn: today,
    startsOn: asked.startsOn,
    total,
    endedOn: null,
    endReason: null,
    endedAt: null,
    staffId,
    recordedAt: moment,
    instalments: equalInstalments(total, asked.count, asked.startsOn),
  });
  file.arrangements.push(row);
  audit(world, file, staffId, "cases.makeArrangement", { count: asked.count }, asked);
  done(world, file);
  return row;
}

export function endArrangement(world: World, file: CaseFile, staffId: number, reason: "broken" | "withdrawn"): void {
  const running = file.arrangements.find((row) => row.endedOn === null);
  if (!running) return;
  Object.assign(running, { endedOn: world.today, endReason: reason, endedAt: world.moment });
  audit(world, file, staffId, "cases.endArrangement", { reason });
  done(world, file);
}

/** Pauses everything that is open now. */
export function holdOpen(
  world: World,
  file: CaseFile,
  staffId: number,
  reason: HoldRow["reason"],
  reviewOn: Day,
): HoldRow | null {
  const held = new Set(file.holds.filter((row) => row.endedOn === null).flatMap((row) => row.charges));
  const charges = world.overdueCharges(file.home).filter((id) => !held.has(id));
  if (charges.length === 0) return null;
  const row = world.papers.add(world.papers.holds, {
    tenancyId: file.home.id,
    reason,
    note: null,
    from: world.today,
    reviewOn,
    endedOn: null,
    endedAt: null,
    staffId,
    recordedAt: world.moment,
    charges,
  });
  file.holds.push(row);
  return row;
}

export function startHold(
  world: World,
  file: CaseFile,
  staffId: number,
  reason: HoldRow["reason"],
  reviewOn: Day,
): HoldRow | null {
  const row = holdOpen(world, file, staffId, reason, reviewOn);
  audit(world, file, staffId, "cases.startHold", { reason }, { reason, reviewOn });
  done(world, file);
  return row;
}

export function endHold(world: World, file: CaseFile, hold: HoldRow, staffId: number): void {
  Object.assign(hold, { endedOn: world.today, endedAt: world.moment });
  audit(world, file, staffId, "cases.endHold");
  done(world, file);
}
