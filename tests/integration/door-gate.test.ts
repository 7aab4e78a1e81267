import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { notePayment } from "@/lib/bank/commands/note-payment";
import { mayRing } from "@/lib/contact/queries/door";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, newId, person, setClock } from "../factories/door";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
let marloes: Actor;
const ring = (tenancyId: number) => mayRing({ tenancyId, channel: "caretaker" });

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  marloes = await colleague("finance", "Marloes");
});

it("nobody rings any more where money was noted after the task was given", async () => {
  const { tenancyId } = await behindTheDoor({ today });
  expect(await ring(tenancyId)).toBe("free");
  const paid = { commandId: newId(), tenancyId, kind: "pin", cents: 60_000n, day: today, receiptNumber: "B1" } as const;
  expect(await notePayment(marloes, paid)).toMatchObject({ ok: true });
  expect(await ring(tenancyId)).toBe("wait");
});

it("nobody rings in the two weeks after a death", async () => {
  const { tenancyId } = await behindTheDoor({ today });
  const id = await person(tenancyId, "co-tenant", "Jansen", "+31101234999");
  await prisma().person.update({
    where: { id },
    data: { deceasedOn: new Date("2026-03-04"), deceasedKnownAt: new Date("2026-03-05") },
  });
  expect(await ring(tenancyId)).toBe("wait");
});

it("nobody goes alone where there is a safety note; two may", async () => {
  const { tenancyId } = await behindTheDoor({ today, safetyNote: "hond" });
  expect(await ring(tenancyId)).toBe("not-alone");
  expect(await mayRing({ tenancyId, channel: "visit", byTwo: true })).toBe("free");
});
