import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { notePayment, withdrawPayment } from "@/lib/bank/commands/note-payment";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { reassessAll } from "@/lib/cases/commands/reassess";
import { caseView } from "@/lib/cases/queries/case-view";
import { lastAct } from "@/lib/cases/queries/last-act";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { addDays, day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import type { QueueFilter } from "@/lib/queue/domain/filter";
import { newInList, queueList } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
let marloes: Actor;
let one: Door;
let two: Door;
let three: Door;

beforeAll(async () => {
  await setClock(addDays(today, -1));
  await storeBankDays(pool(), day("2026-03-01"), day("2026-04-30"));
  marloes = await colleague("finance", "Marloes");
  one = await behindTheDoor({ today: addDays(today, -1), lastName: "Een" });
  two = await behindTheDoor({ today: addDays(today, -1), unpaid: 3, lastName: "Twee" });
  three = await behindTheDoor({ today: addDays(today, -1), lastName: "van Drie" });
  await call(one, { outcome: "spoke", spokeWith: "tenant" });
  await setClock(today);
});

const list = (query: Record<string, string> = {}) => queueList(readFilter(query) as QueueFilter, today);
const ids = async (query: Record<string, string> = {}) => (await list(query)).rows.map((row) => row.tenancyId);
const call = (door: Door, more: Record<string, unknown>) =>
  logCall(
    marloes,
    logCallSchema.parse({ commandId: newId(), tenancyId: door.tenancyId, number: door.mobile, personId: door.personId, ...more }),
  );

describe("the work list", () => {
  it("puts every open case in one tab and all of them in the last", async () => {
    const { counts } = await list();
    const { all, ...tabs } = counts;
    expect(all).toBe(3);
    expect(Object.values(tabs).reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it("says of a case that it may have been paid, while money waits or is on its way", async () => {
    const noted = await notePayment(marloes, {
      ...{ commandId: newId(), tenancyId: three.tenancyId, kind: "pin", cents: 61240n, receiptNumber: "B1", day: today },
    });
    await reassessAll([three.tenancyId]);
    const doing = async () => (await list({ tab: "alles" })).rows.find((row) => row.tenancyId === three.tenancyId)?.doing;
    expect(await doing()).toBe("provisionally-paid");
    if (noted.ok) await withdrawPayment(marloes, { commandId: newId(), paymentId: noted.value.paymentId });
    await pool().query(
      `WITH a AS (INSERT INTO bank_account (iban, name) VALUES ('NL14BNGH0285001234', 'x') RETURNING id),
       s AS (INSERT INTO bank_statement (account_id, ident, from_day, to_day) SELECT id, 's', $2, $2 FROM a RETURNING id, account_id)
       INSERT INTO bank_line (account_id, statement_id, fingerprint, amount_cents, booked_on, disposition, because, suspects, recorded_at)
       SELECT account_id, id, 'f', 61240, $2, 'suspense', 'weak', ARRAY[$1::int], $2::timestamptz FROM s`,
      [three.tenancyId, addDays(today, -1)],
    );
    await reassessAll([three.tenancyId]);
    expect(await doing()).toBe("maybe-paid");
    await pool().query("UPDATE bank_line SET disposition = 'own'");
    await reassessAll([three.tenancyId]);
    expect(await doing()).toBe("call");
  });

  it("leaves out who was cured", async () => {
    const door = await behindTheDoor({ today: addDays(today, -1), unpaid: 0 });
    await prisma().arrearsCase.create({
      data: {
        tenancyId: door.tenancyId,
        openedOn: new Date("2026-02-09"),
        closedOn: new Date("2026-02-20"),
        closedReason: "cured",
      },
    });
    expect(await ids({ tab: "alles" })).not.toContain(door.tenancyId);
  });

  it("starts with who was never spoken with and is most months behind; who was spoken with yesterday comes last", async () => {
    expect((await ids({ tab: "alles" }))[0]).toBe(two.tenancyId);
    expect((await ids({ tab: "alles" })).at(-1)).toBe(one.tenancyId);
    const rows = (await list({ tab: "alles" })).rows;
    expect(rows.find((row) => row.tenancyId === one.tenancyId)?.silentDays).toBe(1);
    expect(rows.find((row) => row.tenancyId === two.tenancyId)?.silentDays).toBeNull();
  });

  it("knows the place of the chosen case, and the ones before and after it", async () => {
    const order = await ids({ tab: "alles" });
    const { place, chosenId } = await list({ tab: "alles", dossier: String(order[1]) });
    expect(chosenId).toBe(order[1]);
    expect(place).toEqual({ place: 2, total: 3, previousId: order[0], nextId: order[2] });
  });

  it("shows the first case when none is chosen, and no place for one that is not in the list", async () => {
    const order = await ids({ tab: "alles" });
    expect((await list({ tab: "alles" })).chosenId).toBe(order[0]);
    expect((await list({ tab: "juridisch", dossier: String(order[0]) })).place).toBeNull();
  });

  it("keeps to the building that was asked for, also in its counts", async () => {
    const { code } = await prisma().building.findUniqueOrThrow({ where: { id: three.buildingId } });
    const { rows, counts } = await list({ tab: "alles", gebouw: code });
    expect(rows.map((row) => row.tenancyId)).toEqual([three.tenancyId]);
    expect(counts.all).toBe(1);
  });

  it("finds a tenant by part of the name, by address and by number, and reads % as a sign", async () => {
    const found = async (zoek: string) => (await list({ zoek })).found?.map((row) => row.tenancyId);
    expect(await found("drie")).toEqual([three.tenancyId]);
    const { number } = await prisma().tenancy.findUniqueOrThrow({ where: { id: one.tenancyId } });
    expect(await found(number)).toContain(one.tenancyId);
    expect(await found("%")).toEqual([]);
  });

  it("says up to when payments are known", async () => {
    expect((await list()).bankThrough).not.toBeNull();
  });
});

describe("the case page", () => {
  it("shows what is open, the step with its consequences, and what happened, newest first", async () => {
    const view = await caseView(three.tenancyId);
    expect(view).toMatchObject({ assessment: { contact: { step: "call" } }, position: { monthsBehind: 1 }, lateWorkingDays: 9 });
    expect(view?.consequences["not-answered"]).toMatchObject({ step: "wait-for-contact", next: "call" });
    await call(three, { outcome: "not-answered" });
    const after = await caseView(three.tenancyId);
    expect(after?.timeline.map((item) => item.code)).toEqual(["call", "case-opened"]);
    expect(after?.phones[0]?.tally).toEqual({ part: "morning", tried: 1, answered: 0 });
  });

  it("remembers what was just recorded, until it is taken back", async () => {
    const act = await lastAct(marloes, three.tenancyId);
    expect(act).toMatchObject({ undone: false, step: "wait-for-contact", item: { code: "call" } });
    expect(await undoAct(marloes, { commandId: newId(), undoes: act?.undoes ?? newId() })).toMatchObject({ ok: true });
    expect(await lastAct(marloes, three.tenancyId)).toMatchObject({ undone: true, step: "call", item: null });
  });

  it("tells a promise and whether it was kept", async () => {
    await call(three, { outcome: "spoke", spokeWith: "tenant", said: ["promise"], promisedOn: "2026-03-13", amount: "612,40" });
    await setClock("2026-03-23");
    const view = await caseView(three.tenancyId);
    expect(view?.timeline.map((item) => item.code)).toContain("promise-broken");
    expect(view?.timeline.find((item) => item.code === "call")?.values).toMatchObject({
      promisedOn: "2026-03-13",
      promisedCents: "61240",
    });
  });

  it("of a tenancy nobody knows is nothing", async () => {
    expect(await caseView(999_999)).toBeNull();
  });
});

describe("the list while people work", () => {
  it("is kept up row by row, and says what it would when asked anew", async () => {
    const tomorrow = addDays(today, 1);
    const seen = async () => {
      const filter = readFilter({ tab: "alles" }) as QueueFilter;
      const kept = (await queueList(filter, today)).rows;
      // For another day everything is asked anew, and then again for this one.
      await queueList(filter, tomorrow);
      return [kept, (await queueList(filter, today)).rows] as const;
    };
    await setClock(today);
    const [four, five] = [
      await behindTheDoor({ today, lastName: "Vier" }),
      await behindTheDoor({ today, unpaid: 2, lastName: "Vijf" }),
    ];
    await call(four, { outcome: "not-answered" });
    await call(five, { outcome: "spoke", spokeWith: "tenant" });
    await notePayment(marloes, {
      ...{ commandId: newId(), tenancyId: four.tenancyId, kind: "pin", cents: 61240n, receiptNumber: "B9", day: today },
    });
    await reassessAll([four.tenancyId]);
    await prisma().tenancyPerson.create({
      data: { tenancyId: four.tenancyId, personId: five.personId, role: "co-tenant", recordedAt: new Date("2020-01-01") },
    });
    await call(five, { outcome: "someone-else", overrideNote: "De zoon nam op." });
    const [kept, anew] = await seen();
    expect(kept.length).toBeGreaterThan(3);
    expect(kept).toEqual(anew);
  });

  it("tells who looks at it how many cases came in since, and nothing once they are shown", async () => {
    const shown = await list();
    const since = async (mark: number, query: Record<string, string> = {}) =>
      newInList(readFilter(query), today, new Set(), mark);
    expect(await since(shown.mark)).toBe(0);
    const door = await behindTheDoor({ today, lastName: "Nieuw" });
    expect(await since(shown.mark)).toBe(1);
    expect(await since(shown.mark, { tab: "wacht" })).toBe(0);
    const again = await list();
    expect(again.rows.map(({ tenancyId }) => tenancyId)).toContain(door.tenancyId);
    expect(await since(again.mark)).toBe(0);
    await call(door, { outcome: "not-answered" });
    expect(await since(again.mark), "a case that stays where it is is not new").toBe(0);
  });
});
