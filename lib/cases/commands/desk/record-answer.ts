import type { Actor } from "@/lib/auth/actor";
import { holdAll } from "@/lib/holds/commands";
import { addDays } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { recordAnswer as answer } from "@/lib/referrals/commands";
import type { ReferralResult } from "@/lib/referrals/domain";
import type { RecordAnswerInput } from "../../schema/duties";
import { act } from "./act";

type Answered = { readonly referralId: number; readonly result: ReferralResult; readonly holdId: number | null };

/** What the municipality answered. Help accepted makes a pause with a day on which somebody looks again. */
export const recordAnswer = (actor: Actor, { commandId, shownAt, referralId, result, answeredOn, reviewOn }: RecordAnswerInput) =>
  act(
    actor,
    {
      action: "cases.recordAnswer",
      commandId,
      shownAt,
      tenancyId: async (db) => (await db.referral.findUnique({ where: { id: referralId } }))?.tenancyId,
    },
    async (desk): Promise<Outcome<Answered>> => {
      const answered = await answer(desk.db, desk.now, { referralId, result, answeredOn });
      if (!answered.ok) return answered;
      if (result !== "help-accepted") return done({ referralId, result, holdId: null });
      const review = reviewOn ?? addDays(desk.now.day, desk.policy.municipalityDays);
      if (review <= desk.now.day) return refused("day-passed");
      const open = (await desk.facts()).overdue.map((charge) => charge.id);
      const hold = { tenancyId: desk.tenancyId, reason: "help-running", reviewOn: review } as const;
      return done({ referralId, result, holdId: await holdAll(desk.db, actor, desk.now, hold, open) });
    },
  );
