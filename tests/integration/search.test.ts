import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { queueList } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { behindTheDoor, type Door, person, setClock } from "../factories/door";

const today = day("2026-03-12");
let yildirim: Door;
let veld: Door;
let hart: Door;
let neighbour: Door;

const found = async (zoek: string) => (await queueList(readFilter({ zoek }), today)).found ?? [];
const ids = async (zoek: string) => (await found(zoek)).map(({ tenancyId }) => tenancyId);

beforeAll(async () => {
  await setClock(today);
  const named = async (lastName: string, prefix: string | null, initials: string) => {
    const door = await behindTheDoor({ today, lastName });
    await prisma().person.update({ where: { id: door.personId }, data: { prefix, initials } });
    return door;
  };
  yildirim = await named("Yıldırım", null, "A.");
  veld = await named("Veld", "in ’t", "J.M.");
  hart = await named("Hart", "’t", "W.");
  neighbour = await named("Łukaszewski-Đorđević", null, "P.");
  await person(neighbour.tenancyId, "co-tenant", "Petrović", "+31610099887");
  await prisma().tenancy.update({
    where: { id: veld.tenancyId },
    data: { number: "104042", paymentReference: "5000056789012345" },
  });
  await prisma().tenancyIban.create({ data: { tenancyId: hart.tenancyId, iban: "NL02ABNA0123456789" } });
  await prisma().callbackCard.create({ data: { tenancyId: hart.tenancyId, code: "tulp 384" } });
  await prisma().contactPoint.updateMany({ where: { personId: yildirim.personId }, data: { value: "+31602000671" } });
});

describe("a tenant is found", () => {
  it.each([
    ["Yildirim", () => yildirim],
    ["YILDIRIM", () => yildirim],
    ["Dhr. Yıldırım", () => yildirim],
    ["06 02 00 06 71", () => yildirim],
    ["+31 6 02000671", () => yildirim],
    ["0031602000671", () => yildirim],
    ["06-02000671", () => yildirim],
    ["in ’t Veld", () => veld],
    ["in 't veld", () => veld],
    ["contract 104042", () => veld],
    ["5000 0567 8901 2345", () => veld],
    ["’t Hart", () => hart],
    ["mw. 't Hart", () => hart],
    ["NL02 ABNA 0123 4567 89", () => hart],
    ["6789", () => hart],
    ["tulp 384", () => hart],
    ["Lukaszewski", () => neighbour],
    ["dordevic", () => neighbour],
  ])("by %s, first of all", async (text, door) => expect((await ids(text))[0]).toBe(door().tenancyId));

  it("by a co-tenant, and the row says whose home it is", async () => {
    expect(await found("Petrovic")).toMatchObject([
      { tenancyId: neighbour.tenancyId, lastName: "Łukaszewski-Đorđević", viaRole: "co-tenant", viaName: "Petrović" },
    ]);
    expect((await found("Lukaszewski"))[0]).toMatchObject({ viaName: null });
  });

  it("by every word at once, not by one of them", async () => {
    expect(await ids("Yildirim Veld")).toEqual([]);
    expect(await ids("veld j.m.")).toEqual([veld.tenancyId]);
    expect(await ids("Veld Veld")).toContain(veld.tenancyId);
  });

  it("before whoever only holds the word somewhere", async () => {
    const longer = await behindTheDoor({ today, lastName: "Aardenveld" });
    const all = await ids("veld");
    expect(all).toContain(longer.tenancyId);
    expect(all[0]).toBe(veld.tenancyId);
  });
});

describe("nobody is found", () => {
  it.each(["%", "_", "Nergensthuis", "x".repeat(300), "'; DROP TABLE person; --"])("by %s", async (text) =>
    expect(await ids(text)).toEqual([]),
  );

  it("by an account that no longer counts as theirs", async () => {
    await prisma().tenancyIban.create({
      data: { tenancyId: veld.tenancyId, iban: "NL99RABO0987654321", forgottenAt: new Date("2026-01-01") },
    });
    expect(await ids("NL99RABO0987654321")).toEqual([]);
  });
});

describe("a receipt", () => {
  it("is found by its exact amount, with the day it came in; another amount finds nobody", async () => {
    await pool().query(
      `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number) VALUES ($1, 'payment', 7777, '2026-03-03', 'erp', 'x1')`,
      [veld.tenancyId],
    );
    expect((await found("€ 77,77")).map(({ tenancyId, paidOn }) => [tenancyId, paidOn])).toEqual([
      [veld.tenancyId, "2026-03-03"],
    ]);
    expect(await ids("77,78")).toEqual([]);
  });
});
