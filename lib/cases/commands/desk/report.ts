import type { Actor } from "@/lib/auth/actor";
import { done, refused } from "@/lib/kernel/outcome";
import { report as tell } from "@/lib/referrals/commands";
import { assess } from "@/lib/rules/assess";
import type { DutyStep } from "@/lib/rules/steps";
import type { ReportInput } from "../../schema/duties";
import { act } from "./act";

/** A person confirms the report to the municipality that the rules asked for. What the law asks first is checked again. */
export const report = (actor: Actor, { commandId, shownAt, referralId, warmHandover, receipt }: ReportInput) =>
  act(
    actor,
    {
      action: "cases.report",
      commandId,
      shownAt,
      tenancyId: async (db) => (await db.referral.findUnique({ where: { id: referralId } }))?.tenancyId,
    },
    async (desk) => {
      const facts = await desk.facts();
      const { duty } = assess(facts, desk.policy);
      if (duty.step === "paused" || duty.step === "no-duty") return refused("report-paused");
      const missing = missingBefore(duty.step, duty.reasons[0]?.code);
      const grounds = { overdue: facts.position.overdue, missing };
      const told = await tell(desk.db, actor, desk.now, { referralId, warmHandover, receipt }, grounds);
      return told.ok ? done({ referralId, amountCents: grounds.overdue.toString(), warmHandover }) : told;
    },
  );

/** The first effort that the law asks for and that is not proven; null when the rules say to report. */
function missingBefore(step: DutyStep, reason: string | undefined): string | null {
  if (step === "missing-effort") return reason?.replace("missing-", "") ?? "other";
  // The letter has to go out first, and to have had its time.
  return step === "written-reminder" || step === "wait-for-answer" ? "letter" : null;
}
