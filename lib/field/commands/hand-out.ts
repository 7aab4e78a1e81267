import { randomUUID } from "node:crypto";
import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { cardOf } from "@/lib/caretaker/commands/card";
import { doorTasks } from "@/lib/caretaker/queries/tasks";
import { formatDay } from "@/lib/i18n/format";
import type { Language } from "@/lib/i18n/language";
import { formatPhone } from "@/lib/i18n/people";
import { now } from "@/lib/platform/clock";
import { inTransaction, prisma } from "@/lib/platform/db";
import { corporation } from "@/lib/staff/queries/staff";
import type { HandedDay } from "../domain/day";
import { TOKEN_DAYS } from "../domain/outbox";
import { signed } from "../domain/seal";
import { doorOf, doorOfTenancy, type Token } from "../domain/token";
import { doorsOfDay } from "../queries/day";
import { currentKey } from "./keys";

/** Gives somebody their day to take along, and keeps which doors went with which phone. One that was reported lost gets none. */
export async function handOut(
  actor: Actor & { readonly staffId: number },
  who: { readonly firstName: string; readonly lang: Language },
  phone: { readonly device: string; readonly deviceName: string },
): Promise<HandedDay | "lost"> {
  const lost = await prisma().fieldHandout.count({ where: { deviceId: phone.device, revokedAt: { not: null } } });
  if (lost > 0) return "lost";
  const [at, office, key] = await Promise.all([now(), corporation(), currentKey()]);
  const asked = actor.role === "caretaker" ? await doorTasks(actor, at.day) : [];
  // The card goes along with its code: at the door there may be no reception to ask for one.
  for (const { id, closedOn } of asked) if (closedOn === null) await inTransaction((db) => cardOf(db, at, { taskId: id }));
  const doors = await doorsOfDay(prisma(), actor, at.day, who.lang);
  const handedAt = at.moment;
  const token: Token = {
    handout: randomUUID(),
    staffId: actor.staffId,
    ...phone,
    doors: doors.map(({ kind, id, tenancyId }) => doorOfTenancy(doorOf(kind, id), tenancyId)),
    handedAt: handedAt.toISOString(),
    expiresAt: new Date(handedAt.getTime() + TOKEN_DAYS * 86_400_000).toISOString(),
  };
  await inTransaction(async (db) => {
    await db.fieldHandout.create({ data: rowOf(token) });
    await record(db, {
      actor,
      action: "field.handOut",
      detail: { doors: [...token.doors], device: phone.device },
      at: at.moment,
    });
  });
  const { name, number, hours } = office;
  return {
    staffId: actor.staffId,
    firstName: who.firstName,
    role: actor.role as HandedDay["role"],
    lang: who.lang,
    corporation: { name, number: formatPhone(number), hours },
    day: at.day,
    dayWords: formatDay(at.day, "weekdayLong", who.lang),
    moment: at.moment.toISOString(),
    token: await signed("token", JSON.stringify(token), key.sign),
    sealTo: { keyId: key.keyId, agree: key.agree },
    signOpen: key.signOpen,
    doors,
    helped: asked.filter((task) => task.helped).length,
  };
}

/** The row of a hand-out, from its token: a server that came back from an older backup writes it again. */
export const rowOf = ({ handout, staffId, device, deviceName, doors, handedAt, expiresAt }: Token) => ({
  ...{ id: handout, staffId, deviceId: device, deviceName, doors: [...doors] },
  ...{ handedAt: new Date(handedAt), expiresAt: new Date(expiresAt), seenAt: new Date(handedAt) },
});
