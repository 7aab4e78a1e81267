import type { Actor } from "@/lib/auth/actor";
import { done } from "@/lib/kernel/outcome";
import { report as tell } from "@/lib/referrals/commands";
import { assess } from "@/lib/rules/assess";
import { PERSONAL_CONTACT_1 as policy } from "@/lib/rules/policy";
import type { ReportInput } from "../../schema/duties";
import { act } from "./act";

/** A person confirms the report to the municipality that the rules asked for. What the law asks first is checked again. */
export const report = (actor: Actor, { commandId, referralId, warmHandover, receipt }: ReportInput) =>
  act(
    actor,
    {
      action: "cases.report",
      commandId,
      tenancyId: async (db) => (await db.referral.findUnique({ where: { id: referralId } }))?.tenancyId,
    },
    async (desk) => {
      const facts = await desk.facts();
      const { duty } = assess(facts, policy);
      const missing = duty.step === "missing-effort" ? (duty.reasons[0]?.code.replace("missing-", "") ?? "other") : null;
      const grounds = { overdue: facts.position.overdue, missing };
      const told = await tell(desk.db, actor, desk.now, { referralId, warmHandover, receipt }, grounds);
      return told.ok ? done({ referralId, amountCents: grounds.overdue.toString(), warmHandover }) : told;
    },
  );
