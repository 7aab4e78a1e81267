import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { askCaretaker } from "@/lib/caretaker/commands/ask";
import { doorTasks } from "@/lib/caretaker/queries/tasks";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { coverCaretaker, endCaretakerCover } from "@/lib/staff/commands/caretakers";
import { caretakers, staffOfSession } from "@/lib/staff/queries/staff";
import { behindTheDoor, colleague, newId, openOffice, setClock } from "../factories/door";

const today = day("2026-03-12");

beforeAll(async () => {
  await openOffice(today);
});

/** Somebody signed in, as a page knows them today. */
async function signedIn(staffId: number) {
  const session = await prisma().session.create({
    data: { id: randomUUID(), staffId, expiresAt: new Date("2099-01-01") },
  });
  const found = await staffOfSession(session.id);
  if (!found) throw new Error("nobody is signed in");
  return found.actor;
}
async function twoCaretakers() {
  const door = await behindTheDoor({ today });
  const [ronald, henk] = [await colleague("caretaker", "Ronald"), await colleague("caretaker", "Henk")];
  await prisma().buildingCaretaker.updateMany({ where: { buildingId: door.buildingId }, data: { staffId: ronald.staffId } });
  return { door, of: ronald.staffId ?? 0, by: henk.staffId ?? 0 };
}

describe("a caretaker who stands in", () => {
  it("finds a colleague's doors on their own list for that period, and only then", async () => {
    const { door, of, by } = await twoCaretakers();
    const joke = await colleague("consultant", "Joke");
    await askCaretaker(joke, { commandId: newId(), tenancyId: door.tenancyId, reason: "contact" });
    const period = { of, by, fromDay: day("2026-03-16"), untilDay: day("2026-03-20") };
    expect(await coverCaretaker(SYSTEM, period)).toEqual({ ok: true, value: { buildings: 1 } });
    const seenOn = async (on: string) => {
      await setClock(on);
      const tasks = await doorTasks(await signedIn(by), day(on));
      await setClock(today);
      return tasks.length;
    };
    expect([await seenOn("2026-03-13"), await seenOn("2026-03-16"), await seenOn("2026-03-20")]).toEqual([0, 1, 1]);
    expect(await seenOn("2026-03-23")).toBe(0);
    const { covers } = await caretakers(today);
    expect(covers.find(({ id }) => id === by)).toMatchObject({ fromDay: "2026-03-16", untilDay: "2026-03-20" });
  });

  it("gives the doors back when the cover ends sooner", async () => {
    const { of, by } = await twoCaretakers();
    const untilDay = day("2026-03-20");
    await coverCaretaker(SYSTEM, { of, by, fromDay: today, untilDay });
    expect((await signedIn(by)).buildingIds).toHaveLength(1);
    expect(await endCaretakerCover(SYSTEM, { by, untilDay })).toMatchObject({ ok: true });
    expect((await signedIn(by)).buildingIds).toEqual([]);
    expect(await endCaretakerCover(SYSTEM, { by, untilDay })).toMatchObject({ code: "coverOver" });
    expect((await signedIn(of)).buildingIds).toHaveLength(1);
  });

  it.each([
    ["for themselves", (of: number) => ({ by: of }), "coverSelf"],
    ["before today", () => ({ fromDay: day("2026-03-01"), untilDay: day("2026-03-10") }), "day-passed"],
    ["for longer than a year", () => ({ untilDay: day("2027-06-01") }), "coverTooLong"],
    ["who is no caretaker", () => ({ by: 999_999 }), "coverUnknown"],
  ])("cannot be somebody %s", async (_what, more, code) => {
    const { of, by } = await twoCaretakers();
    const period = { of, by, fromDay: today, untilDay: day("2026-03-20"), ...more(of) };
    expect(await coverCaretaker(SYSTEM, period)).toMatchObject({ ok: false, code });
  });
});
