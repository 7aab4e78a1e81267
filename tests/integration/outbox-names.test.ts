import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskFor } from "@/components/cases/case-parts";
import type { Actor } from "@/lib/auth/actor";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { caseView } from "@/lib/cases/queries/case-view";
import { gatesOf } from "@/lib/cases/queries/gates";
import { sendWaiting } from "@/lib/contact/commands/send";
import { translate } from "@/lib/i18n/translate";
import { day } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, newId, openOffice } from "../factories/door";
import { Gateway } from "../factories/gateway";

const today = day("2026-03-12");
let marloes: Actor;
const gateway = new Gateway();

beforeAll(async () => {
  await openOffice(today);
  marloes = await colleague("finance", "Marloes");
  const value = { name: "Proefwonen.nl", teamNumber: "010-123.45.67" };
  await prisma().setting.create({ data: { key: "corporation", value } });
  await gateway.open();
});
beforeEach(() => gateway.reset());
afterAll(() => gateway.close());

describe("a case of somebody whose name is a word", () => {
  it.each(["Schuld", "Pay", "Rent", "Euro", "Huur", "Fietsen.nl", "Schuld & Co"])(
    "opens on the work list, and the message leaves: %s",
    async (lastName) => {
      const door = await behindTheDoor({ today, lastName });
      const view = await caseView(door.tenancyId);
      if (!view) throw new Error("no case");
      const gates = await gatesOf(marloes, await now(), view);
      expect(gates.textProblem).toBeNull();
      expect(gates.sms.blocks.map(({ code }) => code)).not.toContain("words");
      const input = { commandId: newId(), tenancyId: door.tenancyId, personId: door.personId, number: door.mobile };
      expect(await sendSms(marloes, input)).toMatchObject({ ok: true });
      expect(await sendWaiting()).toMatchObject({ sent: 1, cancelled: 0 });
    },
  );

  it("opens with a reason beside the message when its text cannot be made", async () => {
    const door = await behindTheDoor({ today });
    const view = await caseView(door.tenancyId);
    if (!view) throw new Error("no case");
    const gates = await gatesOf(marloes, await now(), view);
    for (const textProblem of ["gate-words", "template-too-long", "template-incomplete", "unknown-person"])
      expect(() =>
        deskFor(view, { ...gates, text: null, textProblem }, { after: "/", stay: "/" }, translate("nl")),
      ).not.toThrow();
  });
});
