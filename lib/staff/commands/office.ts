import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import type { OfficeInput } from "../schema";

/** How the corporation is named to tenants, and where they ring back; from now on, in what is still to be made. */
export const setOffice = (actor: Actor, office: OfficeInput): Promise<Outcome<{ name: string }>> =>
  inTransaction(async (db) => {
    const { moment } = await now(db);
    const known = await db.setting.findUnique({ where: { key: "corporation" } });
    const value = {
      ...((known?.value ?? {}) as Record<string, string>),
      ...office,
      hours: office.hours ?? "",
      letterhead: office.letterhead ?? "",
      dropIn: office.dropIn ?? "",
    };
    await db.setting.upsert({ where: { key: "corporation" }, create: { key: "corporation", value }, update: { value } });
    const detail = { ...office, before: JSON.stringify(known?.value ?? {}) };
    await db.auditEvent.create({ data: { at: moment, staffId: actor.staffId, action: "staff.setOffice", detail } });
    return done({ name: office.name });
  });
