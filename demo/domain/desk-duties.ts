import { addWorkingDays } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import type { ReferralFacts } from "@/lib/rules/paper-facts";
import { BLANK_REFERRAL } from "./assessor";
import type { CaseFile } from "./casefile";
import { holdOpen } from "./desk-agreements";
import { addressee, attempt, audit, done } from "./desk-base";
import type { HoldRow, LetterRow, ReferralRow } from "./paper-rows";
import type { World } from "./world";

/** The yes to a warm hand-over is kept with the report of this case, made when there is none yet. */
export function consent(world: World, file: CaseFile): void {
  const current = file.openCase;
  if (!current) return;
  const open = file.referrals.filter((row) => row.caseId === current.id && row.answeredOn === null && row.withdrawnOn === null);
  for (const row of open) row.warmHandover = true;
  if (open.length > 0) return;
  const ordinal = 1 + file.referrals.filter((row) => row.caseId === current.id).length;
  const asked = { tenancyId: file.home.id, caseId: current.id, ordinal, askedOn: world.today, recordedAt: world.moment };
  file.referrals.push(world.papers.add(world.papers.referrals, { ...asked, ...BLANK_REFERRAL, warmHandover: true }));
}

export function sendLetter(world: World, file: CaseFile, letter: LetterRow, staffId: number): void {
  Object.assign(letter, { sentOn: world.today, deliveredOn: addWorkingDays(world.today, 2), sentAt: world.moment, staffId });
  attempt(world, file, staffId, { personId: addressee(world, file), channel: "letter", outcome: "sent" });
  audit(world, file, staffId, "cases.sendLetter");
  done(world, file);
}

export function report(world: World, file: CaseFile, referral: ReferralRow, staffId: number, warmHandover: boolean): void {
  Object.assign(referral, {
    reportedOn: world.today,
    reportedAt: world.moment,
    amountCents: BigInt(file.home.overdue) as Cents,
    warmHandover,
    staffId,
    receipt: `RD-${world.today.slice(2, 4)}-${10_000 + referral.id}`,
  });
  audit(world, file, staffId, "cases.report", {}, { warmHandover });
  done(world, file);
}

export function recordAnswer(
  world: World,
  file: CaseFile,
  referral: ReferralRow,
  staffId: number,
  result: NonNullable<ReferralFacts["result"]>,
): HoldRow | null {
  Object.assign(referral, { answeredOn: world.today, answeredAt: world.moment, result });
  const hold = result === "help-accepted" ? holdOpen(world, file, staffId, "help-running", addDays(world.today, 28)) : null;
  audit(world, file, staffId, "cases.recordAnswer", { result });
  done(world, file);
  return hold;
}

const LEGAL_RUNS = new Set(["summons", "judgment", "eviction-notice"]);
const ENDS_LEGAL = new Set(["eviction-averted", "keys-returned", "stopped"]);

export function recordLegalStep(world: World, file: CaseFile, staffId: number, kind: string): void {
  if (ENDS_LEGAL.has(kind))
    for (const row of file.legal)
      if (row.endedOn === null && LEGAL_RUNS.has(row.kind)) Object.assign(row, { endedOn: world.today, endedAt: world.moment });
  file.legal.push(
    world.papers.add(world.papers.legal, {
      tenancyId: file.home.id,
      caseId: file.openCase?.id ?? null,
      kind,
      day: world.today,
      endedOn: null,
      endedAt: null,
      detail: null,
      staffId,
      recordedAt: world.moment,
    }),
  );
  if (world.today < world.timeline.contactSince) return;
  audit(world, file, staffId, "cases.recordLegalStep", { kind });
  done(world, file);
}

export function recordEviction(world: World, file: CaseFile, staffId: number): void {
  world.papers.add(world.papers.evictions, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    carriedOutOn: world.today,
    reason: "arrears",
    household: file.home.household.people.filter((person) => person.deceasedOn === null).length > 1 ? "couple" : "single",
    staffId,
    recordedAt: world.moment,
  });
  file.home.household.tenancy.endsOn = world.today;
  if (world.today < world.timeline.contactSince) return;
  audit(world, file, staffId, "cases.recordEviction");
  done(world, file);
}
