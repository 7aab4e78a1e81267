import type { Actor } from "@/lib/auth/actor";
import { smsProblem } from "@/lib/contact/channels/sms";
import { queueMessage } from "@/lib/contact/commands/outbox";
import { gateway } from "@/lib/contact/queries/gateway";
import { textInForce } from "@/lib/contact/queries/texts";
import { type SmsValues, smsText } from "@/lib/contact/templates/sms";
import { formatPersonSpoken } from "@/lib/i18n/people";
import { done, refused } from "@/lib/kernel/outcome";
import { corporation } from "@/lib/staff/queries/staff";
import { membersOf, type TenancyMember } from "@/lib/tenancies/queries/people";
import type { SendSmsInput } from "../../schema/calls";
import { act, type Desk } from "./act";
import { throughGate } from "./gate";

/** Puts the message that asks for a call in the outbox. Out of contact hours it waits there until they begin. */
export const sendSms = (actor: Actor, input: SendSmsInput) =>
  act(
    actor,
    { action: "cases.sendSms", commandId: input.commandId, shownAt: input.shownAt, tenancyId: input.tenancyId },
    async (desk) => {
      if (smsProblem(await gateway(desk.db)) !== null) return refused("no-gateway");
      const members = await membersOf(desk.db, desk.tenancyId, desk.now.day);
      const person = members.find((member) => member.id === input.personId);
      if (!person) return refused("unknown-person");
      const number = await desk.db.contactPoint.count({
        where: { personId: person.id, value: input.number, endedAt: null, kind: { not: "email" } },
      });
      if (number === 0) return refused("unknown-number");
      const text = smsText(await valuesFor(desk, person), (await textInForce("sms-call-back", desk.db)).body);
      if (!text.ok) return text;
      const proposal = { channel: "sms", personId: person.id, number: input.number, text: text.value } as const;
      const gate = await throughGate(desk, proposal, input.overrideNote, ["outside-hours"]);
      if (!gate.ok) return gate;
      const { tenancyId, caseId } = desk;
      const message = {
        tenancyId,
        caseId,
        personId: person.id,
        recipient: input.number,
        body: text.value,
        commandId: input.commandId,
      };
      const queued = await queueMessage(desk.db, actor, desk.now, message);
      return queued.ok ? done({ ...queued.value, waits: gate.value.waits }) : queued;
    },
  );

async function valuesFor(desk: Desk, person: TenancyMember): Promise<SmsValues> {
  const staff = desk.actor.staffId ? await desk.db.staff.findUnique({ where: { id: desk.actor.staffId } }) : null;
  const { name: corporationName, number: teamNumber } = await corporation();
  const name = formatPersonSpoken(person);
  return { name, firstName: staff?.firstName ?? "", corporation: corporationName, teamNumber, part: desk.now.part };
}
