import { now } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { policyOn } from "@/lib/policies/queries/in-force";
import { membersOf } from "@/lib/tenancies/queries/people";
import { mayContact } from "../domain/gate";
import { gateFacts, type Proposal } from "./gate";

/** What whoever stands at a door has to know before ringing; never why, which may be an amount or somebody's affair. */
export type DoorAnswer = "free" | "wait" | "not-alone";

/** Who stands there: the caretaker, or a consultant on the day that was planned. */
type AtTheDoor = Pick<Proposal, "tenancyId" | "channel" | "byTwo" | "byAppointment" | "on">;

/**
 * May somebody ring here at this moment? What was done at the door is recorded all the same.
 * @param asked a colleague asked for it with a reason of their own: only what keeps one safe counts
 */
export async function mayRing({ tenancyId, ...how }: AtTheDoor, asked = false): Promise<DoorAnswer> {
  const db = prisma();
  const at = await now(db);
  const { policy } = await policyOn(sqlOf(db), at.day, at.moment);
  const tenants = (await membersOf(db, tenancyId, at.day)).filter(({ role }) => role === "tenant" || role === "co-tenant");
  const personId = (tenants.find(({ deceasedOn }) => deceasedOn === null) ?? tenants[0])?.id ?? null;
  const { blocks } = mayContact(await gateFacts(db, at, policy, { tenancyId, personId, ...how }), policy);
  if (blocks.some(({ code }) => code === "safety-note")) return "not-alone";
  return !asked && blocks.some(({ code }) => code !== "spoke-today" && code !== "cap") ? "wait" : "free";
}
