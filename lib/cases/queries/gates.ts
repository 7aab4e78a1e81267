import type { Actor } from "../../auth/actor";
import { type GateAnswer, mayContact } from "../../contact/domain/gate";
import { gateFacts } from "../../contact/queries/gate";
import { textInForce } from "../../contact/queries/texts";
import { smsText } from "../../contact/templates/sms";
import { formatPersonSpoken } from "../../i18n/people";
import type { Now } from "../../platform/clock";
import { type Db, prisma, sqlOf } from "../../platform/db";
import { policyOn } from "../../policies/queries/in-force";
import { corporation } from "../../staff/queries/staff";
import type { PersonView, PhoneView } from "../domain/view";

export interface Gates {
  readonly call: GateAnswer;
  readonly sms: GateAnswer;
  /** The text that would leave, or why it cannot be made. */
  readonly text: string | null;
  readonly textProblem: string | null;
}

/** The message as it would leave now, from this colleague to this person. */
async function preview(db: Db, actor: Actor, now: Now, person: PersonView | undefined) {
  if (!person) return { text: null, textProblem: "unknown-person" };
  const staff = actor.staffId ? await db.staff.findUnique({ where: { id: actor.staffId } }) : null;
  const { name: corporationName, number: teamNumber } = await corporation();
  const name = formatPersonSpoken(person);
  const values = { name, firstName: staff?.firstName ?? "", corporation: corporationName, teamNumber, part: now.part };
  const text = smsText(values, (await textInForce("sms-call-back", db)).body);
  return text.ok ? { text: text.value, textProblem: null } : { text: null, textProblem: text.code };
}

interface Whom {
  readonly tenancyId: number;
  readonly people: readonly PersonView[];
  readonly phones: readonly PhoneView[];
  readonly addresseeId: number | null;
}

/** May this tenant be called or texted at this moment? For showing it before anybody tries; the command asks again. */
export async function gatesOf(
  actor: Actor,
  now: Now,
  { tenancyId, people, phones, addresseeId }: Whom,
  db: Db = prisma(),
): Promise<Gates> {
  const theirs = phones.filter((phone) => phone.personId === addresseeId && phone.quality !== "dead");
  const number = theirs[0]?.number ?? null;
  const mobile = theirs.find((phone) => phone.kind === "mobile")?.number ?? null;
  const { policy } = await policyOn(sqlOf(db), now.day, now.moment);
  const message = await preview(
    db,
    actor,
    now,
    people.find((person) => person.id === addresseeId),
  );
  const [call, sms] = await Promise.all([
    gateFacts(db, now, policy, { channel: "call", tenancyId, personId: addresseeId, number }),
    gateFacts(db, now, policy, { channel: "sms", tenancyId, personId: addresseeId, number: mobile, text: message.text }),
  ]);
  return { call: mayContact(call, policy), sms: mayContact(sms, policy), ...message };
}
