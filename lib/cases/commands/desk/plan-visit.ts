import type { Actor } from "@/lib/auth/actor";
import { addWorkingDays, partOfDay } from "@/lib/kernel/calendar";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { membersOf } from "@/lib/tenancies/queries/people";
import { planVisit as plan, planOf } from "@/lib/visits/commands/plan";
import type { PlanVisitInput } from "../../schema/doors";
import { act, type Desk } from "./act";
import { letterFallsThrough, newLetter } from "./ask-letter";
import { throughGate } from "./gate";
import { addresseeOf } from "./log-call";

/** Gives a visit its day and part. Evenings only by appointment; by two where there is a safety note. */
export const planVisit = (actor: Actor, input: PlanVisitInput) =>
  act(
    actor,
    {
      action: "cases.planVisit",
      commandId: input.commandId,
      shownAt: input.shownAt,
      tenancyId: async (db) => (await db.visit.findUnique({ where: { id: input.visitId } }))?.tenancyId,
    },
    async (desk) => {
      const { visitId, plannedFor, announcedBy, byTwo, goes, along, atTime } = input;
      // The hour of an appointment says which part of the day it is, and that the tenant agreed to it.
      const part = atTime ? partOfDay(Number(atTime.slice(0, 2)) * 60 + Number(atTime.slice(3))) : input.part;
      const byAppointment = input.byAppointment || atTime !== undefined;
      const sure = input.overrideNote !== undefined;
      const members = await membersOf(desk.db, desk.tenancyId, desk.now.day);
      // At the door it is the tenant who opens, also when a representative is phoned.
      const personId =
        (members.find((one) => one.role !== "contact" && one.deceasedOn === null) ?? addresseeOf(members))?.id ?? null;
      const proposal = { channel: "visit", personId, byAppointment, byTwo, on: { day: plannedFor, part } } as const;
      desk.before({ plan: { ...(await planOf(desk.db, visitId)) } });
      const planned = await plan(desk.db, actor, desk.now, {
        ...{ visitId, plannedFor, part, announcedBy, byTwo, goes, along, atTime, sure },
      });
      if (!planned.ok) return planned;
      const gate = await throughGate(desk, proposal, input.overrideNote);
      if (!gate.ok) return gate;
      const told = await tellByLetter(desk, input);
      return told.ok ? planned : told;
    },
  );

/** The letter that tells of the visit waits at *Brieven*; refused when the post would come after the visit, unless it is meant so. */
async function tellByLetter(desk: Desk, { announcedBy, plannedFor, overrideNote }: PlanVisitInput): Promise<Outcome<unknown>> {
  if (announcedBy !== "letter") {
    await letterFallsThrough(desk, "announce-visit");
    return done(null);
  }
  const first = addWorkingDays(desk.now.day, desk.policy.letterDeliveryWorkingDays);
  if (plannedFor < first && overrideNote === undefined) return refused("letter-too-late", { day: first });
  return newLetter(desk, "announce-visit");
}
