import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { forgetSignals, settleSignal, switchSignals, tellSignal } from "@/lib/caretaker/commands/signal";
import { openSignals, signalBuildings } from "@/lib/caretaker/queries/signals";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, openOffice, setClock, stepOf } from "../factories/door";
import { filesUnder } from "../house/sources";

const today = day("2026-03-12");
let joke: Actor;
let admin: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
  admin = await colleague("admin", "Ravi");
});

async function building(on = true): Promise<{ door: Door; number: string; ronald: Actor }> {
  const door = await behindTheDoor({ today });
  if (on) await switchSignals(admin, { commandId: newId(), buildingId: door.buildingId, assessed: true });
  const { dwelling } = await prisma().tenancy.findUniqueOrThrow({ where: { id: door.tenancyId }, include: { dwelling: true } });
  const number = [dwelling.houseNumber, dwelling.houseLetter, dwelling.addition].filter(Boolean).join("-");
  return { door, number, ronald: await colleague("caretaker", "Ronald", [door.buildingId]) };
}
const tell = (who: Actor, buildingId: number, door: string) =>
  tellSignal(who, { commandId: newId(), buildingId, door, kind: "mail-piling-up" });
const listed = async (tenancyId: number) => (await openSignals(joke)).filter((one) => one.tenancyId === tenancyId);

describe("something noticed at a door", () => {
  it("is told nowhere until an administrator confirmed the privacy assessment of the building", async () => {
    const { door, number, ronald } = await building(false);
    expect(await signalBuildings(ronald)).toEqual([]);
    expect(await tell(ronald, door.buildingId, number)).toMatchObject({ ok: false, code: "signals-off" });
    await switchSignals(admin, { commandId: newId(), buildingId: door.buildingId, assessed: true });
    expect(await prisma().building.findUnique({ where: { id: door.buildingId } })).toMatchObject({ signalsBy: admin.staffId });
    expect(await tell(ronald, door.buildingId, number)).toMatchObject({ ok: true });
  });

  it("reaches a consultant, changes nothing of the arrears, and is settled when somebody looked", async () => {
    const { door, number, ronald } = await building();
    const before = [await stepOf(door.tenancyId), await prisma().assessment.count({ where: { tenancyId: door.tenancyId } })];
    await tell(ronald, door.buildingId, ` ${number.toLowerCase()} `);
    const [signal] = await listed(door.tenancyId);
    expect(signal).toMatchObject({ kind: "mail-piling-up" });
    expect([await stepOf(door.tenancyId), await prisma().assessment.count({ where: { tenancyId: door.tenancyId } })]).toEqual(
      before,
    );
    await settleSignal(joke, { commandId: newId(), signalId: signal?.id ?? 0 });
    expect(await listed(door.tenancyId)).toEqual([]);
  });

  it("is of one's own buildings, and a door of another gives nothing", async () => {
    const [here, there] = [await building(), await building()];
    expect(await tell(here.ronald, there.door.buildingId, there.number)).toMatchObject({ code: "not-found" });
    expect(await tell(here.ronald, here.door.buildingId, "9999")).toMatchObject({ code: "no-such-door" });
    expect(await signalBuildings(here.ronald)).toMatchObject([{ id: here.door.buildingId }]);
  });

  it("is gone after thirty days, also from the books, whatever came of it", async () => {
    const { door, number, ronald } = await building();
    await tell(ronald, door.buildingId, number);
    await forgetSignals();
    expect(await listed(door.tenancyId)).toHaveLength(1);
    await setClock("2026-04-12");
    await forgetSignals();
    await setClock(today);
    expect(await prisma().earlySignal.count({ where: { tenancyId: door.tenancyId } })).toBe(0);
    const told = { action: "caretaker.tellSignal", detail: { path: ["buildingId"], equals: door.buildingId } };
    const books = await prisma().auditEvent.findMany({ where: told });
    expect(books).toMatchObject([{ tenancyId: null }]);
    expect(JSON.stringify(books.map(({ detail }) => detail))).not.toContain("mail");
  });

  it("goes with the switch", async () => {
    const { door, number, ronald } = await building();
    await tell(ronald, door.buildingId, number);
    await switchSignals(admin, { commandId: newId(), buildingId: door.buildingId, assessed: false });
    expect(await prisma().earlySignal.count({ where: { tenancyId: door.tenancyId } })).toBe(0);
  });

  it("is read by no rule, no list of arrears and no figure", () => {
    const files = filesUnder("lib", /\.(ts|sql)$/).filter((file) =>
      /^lib\/(rules|cases|queue|dashboard|contact|ledger)\//.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => /early_?signal/i.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});
