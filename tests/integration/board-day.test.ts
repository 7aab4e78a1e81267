import { beforeAll, describe, expect, it } from "vitest";
import { type Board, board } from "@/lib/dashboard/queries/board";
import { behindInMonth, judgedBetween } from "@/lib/dashboard/queries/lists";
import { day, type Month } from "@/lib/kernel/day";
import { refreshMonths } from "@/lib/ledger/commands/months";
import { pool, prisma } from "@/lib/platform/db";
import { setClock } from "../factories/door";
import { rentOf } from "../factories/dossier";
import { storeLedger, storeTenancy } from "../factories/store";

const october = "2026-10" as Month;
const on = (text: string) => new Date(`${text}T00:00:00Z`);
const every = { month: october, sitting: true, from: null, to: null, buildingId: null, withoutHome: false };
let persons = 0;

async function person(tenancyIds: readonly number[], role = "tenant"): Promise<void> {
  const { id } = await prisma().person.create({ data: { number: `P${++persons}`, lastName: `Bewoner ${persons}` } });
  await prisma().tenancyPerson.createMany({ data: tenancyIds.map((tenancyId) => ({ tenancyId, personId: id, role })) });
}
const behind = async (tenancyId: number, ...months: string[]) =>
  void (await storeLedger(pool(), tenancyId, { entries: months.map((month) => rentOf(`${month}-01`)) }));
async function opened(tenancyId: number, openedOn: string, more: object = {}): Promise<number> {
  return (await prisma().arrearsCase.create({ data: { tenancyId, openedOn: on(openedOn), ...more } })).id;
}
const step = (tenancyId: number, kind: string, text: string) =>
  prisma().legalStep.create({ data: { tenancyId, kind, day: on(text) } });

beforeAll(() => setClock("2026-11-20"));

describe("the tenants behind", () => {
  let garageOnly = 0;

  beforeAll(async () => {
    const home = await storeTenancy(pool(), { number: "HOME" });
    const garage = await storeTenancy(pool(), { number: "GARAGE", kind: "parking" });
    const second = await storeTenancy(pool(), { number: "SECOND" });
    garageOnly = await storeTenancy(pool(), { number: "LOOSE", kind: "parking" });
    const wife = await storeTenancy(pool(), { number: "PAIR" });
    const hers = await storeTenancy(pool(), { number: "HERS", kind: "parking" });
    await person([home, garage, second]);
    await person([garageOnly]);
    await person([wife]);
    await prisma().tenancyPerson.create({
      data: {
        tenancyId: hers,
        personId: (await prisma().person.create({ data: { number: "W", lastName: "Mede" } })).id,
        role: "tenant",
      },
    });
    const { personId } = await prisma().tenancyPerson.findFirstOrThrow({ where: { tenancyId: hers } });
    await prisma().tenancyPerson.create({ data: { tenancyId: wife, personId, role: "co-tenant" } });
    await behind(home, "2026-10");
    await behind(garage, "2026-07", "2026-08", "2026-09", "2026-10");
    await behind(second, "2026-09", "2026-10");
    await behind(garageOnly, "2026-10");
    await behind(hers, "2026-10");
    await refreshMonths(october, october);
  });

  it("are people over all their tenancies, in the band of their home; a garage alone is no tenant and stands apart", async () => {
    const at = await board(october);
    expect(at.bands.map((band) => band.tenants)).toEqual([0, 1, 1, 0, 0]);
    expect(at.withoutHome).toEqual({ tenancies: 1, overdue: 60_000n });
    const inBands = at.bands.reduce((sum, band) => sum + band.overdue, 0n);
    expect(inBands + at.withoutHome.overdue).toBe(at.arrears);
    expect(at.homes).toBe(3);
  });

  it("are those in the list of their number, their garage beside their home", async () => {
    const all = await behindInMonth(every);
    expect(all.map((row) => row.number)).toEqual(["GARAGE", "SECOND", "HOME", "HERS", "LOOSE"]);
    const band = await behindInMonth({ ...every, from: 200, to: 300 });
    expect([band.length, new Set(band.map((row) => row.tenant)).size]).toEqual([3, 1]);
    const apart = await behindInMonth({ ...every, withoutHome: true });
    expect(apart.map((row) => row.tenancyId)).toEqual([garageOnly]);
  });
});

describe("the board of 31 October", () => {
  const told = ({ cases, law, way }: Board) => ({ cases, law, way });

  it("says on 20 November what it said before anything happened in November", async () => {
    const [cured, silent, reopened, judged] = await Promise.all([0, 1, 2, 3].map(() => storeTenancy(pool())));
    const ids = [cured, silent, reopened, judged].map(Number) as [number, number, number, number];
    const first = await opened(ids[0], "2026-10-05");
    const second = await opened(ids[1], "2026-10-06");
    const closed = { closedOn: on("2026-10-20"), closedReason: "cured" };
    const third = await opened(ids[2], "2026-10-07", closed);
    await step(ids[3], "judgment", "2026-10-10");
    await prisma().arrangement.create({
      data: { tenancyId: ids[1], agreedOn: on("2026-10-15"), startsOn: on("2026-11-01"), totalCents: 60_000n },
    });
    const before = told(await board(october));
    expect(before.cases).toMatchObject({ opened: 3, cured: 1, arranged: 1, stillOpen: 1 });

    await prisma().arrearsCase.update({ where: { id: first }, data: { closedOn: on("2026-11-10"), closedReason: "cured" } });
    await prisma().arrangement.updateMany({
      where: { tenancyId: ids[1] },
      data: { endedOn: on("2026-11-12"), endReason: "broken" },
    });
    await prisma().arrearsCase.update({ where: { id: third }, data: { closedOn: null, closedReason: null } });
    const again = { caseId: third, closedOn: on("2026-10-20"), reopenedOn: on("2026-11-03") };
    await prisma().caseReopening.create({ data: again });
    const call = { tenancyId: ids[1], caseId: second, channel: "call", day: on("2026-11-04"), part: "morning", outcome: "spoke" };
    await prisma().attempt.create({ data: { ...call, at: new Date("2026-11-04T09:00:00Z") } });
    const eviction = { tenancyId: ids[3], reason: "arrears", household: "single", carriedOutOn: on("2026-11-18") };
    await prisma().eviction.create({ data: eviction });
    expect(told(await board(october))).toEqual(before);
  });

  it("leaves no case without a group", async () => {
    const gone = { closedOn: on("2026-10-28"), closedReason: "departed" };
    await opened(await storeTenancy(pool()), "2026-10-08", gone);
    const { opened: all, cured, arranged, stillOpen, otherwise } = (await board(october)).cases;
    expect([cured + arranged + stillOpen + otherwise, otherwise]).toEqual([all, 1]);
  });

  it("tells what came of each judgment, and counts a tenancy that was judged twice once", async () => {
    const [twice, keys, out] = await Promise.all([0, 1, 2].map(() => storeTenancy(pool())));
    await step(Number(twice), "judgment", "2026-03-01");
    await step(Number(twice), "judgment", "2026-09-01");
    await step(Number(keys), "judgment", "2026-04-01");
    await step(Number(keys), "keys-returned", "2026-05-01");
    await step(Number(out), "judgment", "2026-04-02");
    const eviction = { tenancyId: Number(out), reason: "arrears", household: "single", carriedOutOn: on("2026-06-01") };
    await prisma().eviction.create({ data: eviction });
    expect((await board(october)).law.judged).toEqual({ stayed: 2, "keys-returned": 1, evicted: 1 });
    const list = await judgedBetween(day("2026-01-01"), day("2026-10-31"));
    expect(list.map((row) => row.became).sort()).toEqual(["evicted", "keys-returned", "stayed", "stayed"]);
  });
});

describe("the debt of the departed", () => {
  it("of a year before is told when it is known, and a departure is no reduction", async () => {
    const left = await storeTenancy(pool(), { number: "LEFT", endsOn: "2026-02-28" });
    const gone = await storeTenancy(pool(), { number: "GONE", endsOn: "2025-06-30" });
    await behind(left, "2025-10");
    await behind(gone, "2025-06");
    await refreshMonths("2025-10" as Month, october);
    const at = await board(october);
    expect([at.before, at.departedBefore, at.departed]).toEqual([60_000n, 60_000n, 120_000n]);
    expect(at.arrears).toBe(540_000n);
    expect(at.reductionWithDeparted).toBe(-450);
  });
});
