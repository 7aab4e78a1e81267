import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, knownActor, SYSTEM } from "@/lib/auth/actor";
import { openEnvelope } from "@/lib/field/jobs";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { erasePerson } from "@/lib/privacy/commands/erase";
import { endHold, holdPerson } from "@/lib/privacy/commands/hold";
import { behindTheDoor, colleague, newId, openOffice, pays, person, RENT } from "../factories/door";
import { erp } from "../factories/erp";
import { knownTenant, left, sums, WORDS, whereItStands } from "../factories/known-tenant";
import { deposits, plannedVisit, takesDay, visitOf } from "../factories/phone";

const today = day("2026-03-12");
let joke: Actor;
let officer: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
  officer = knownActor({ ...(await colleague("privacy", "Petra")), buildingIds: null });
});

describe("somebody who asks to be forgotten", () => {
  it("stands nowhere any more, in no table, column, earlier value or draft, while what was paid and counted stays", async () => {
    const door = await knownTenant(joke, today);
    const before = await whereItStands(WORDS);
    expect(before.length).toBeGreaterThan(12);
    await left(joke, today, door, "2026-03-01");
    const [money, tries] = [await sums(door.tenancyId), await prisma().attempt.count({ where: { tenancyId: door.tenancyId } })];
    expect(await erasePerson(officer, { personId: door.personId })).toEqual({ ok: true, value: { personId: door.personId } });
    expect(await whereItStands([...WORDS, door.mobile, "Turks"])).toEqual([]);
    expect([await sums(door.tenancyId), await prisma().attempt.count({ where: { tenancyId: door.tenancyId } })]).toEqual([
      money,
      tries,
    ]);
    expect(await prisma().erasure.findMany({ where: { personId: door.personId } })).toMatchObject([{ because: "asked" }]);
    expect(await erasePerson(officer, { personId: door.personId }), "twice is once").toMatchObject({ code: "erased" });
  });

  it("is refused, with why, while the contract runs, something is owed or a hold stands", async () => {
    const door = await behindTheDoor({ today });
    const { personId } = door;
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "tenancy-runs" });
    await prisma().tenancy.update({ where: { id: door.tenancyId }, data: { endsOn: new Date("2026-03-01") } });
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "case-open" });
    await prisma().arrearsCase.updateMany({
      where: { tenancyId: door.tenancyId },
      data: { closedOn: new Date(today), closedReason: "departed" },
    });
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "owes" });
    await pays(door.tenancyId, RENT, today);
    const held = await holdPerson(officer, { personId, reason: "Zaak bij de rechtbank" });
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "legal-hold" });
    await endHold(officer, { holdId: held.ok ? held.value.holdId : 0 });
    expect((await erasePerson(officer, { personId })).ok).toBe(true);
  });

  it("leaves alone what is a co-tenant's, until they are forgotten too", async () => {
    const door = await knownTenant(joke, today);
    const second = await person(door.tenancyId, "co-tenant", "Achterblijver", "+31699999999");
    await left(joke, today, door, "2026-03-01");
    await erasePerson(officer, { personId: door.personId });
    expect(await prisma().caseNote.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
    expect(await prisma().person.findUnique({ where: { id: second } })).toMatchObject({ lastName: "Achterblijver" });
    await erasePerson(officer, { personId: second });
    expect(await whereItStands(["Achterblijver", ...WORDS])).toEqual([]);
  });

  it("is not erased while they act for somebody who rents, and a hold on them keeps that home's texts", async () => {
    const door = await knownTenant(joke, today);
    const acts = await person(door.tenancyId, "representative", "Bewindvoerster", "+31107777777");
    expect(await erasePerson(officer, { personId: acts })).toMatchObject({ code: "still-named" });
    await left(joke, today, door, "2026-03-01");
    await holdPerson(officer, { personId: acts, reason: "Vraag van de accountant" });
    expect((await erasePerson(officer, { personId: door.personId })).ok).toBe(true);
    expect(await prisma().caseNote.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
  });

  it("takes from a receipt for several only when nobody of them lives there any more", async () => {
    const [gone, stays] = [await behindTheDoor({ today, lastName: "Deelgenoot" }), await behindTheDoor({ today })];
    const account = await prisma().bankAccount.create({ data: { iban: "NL02ABNA0123456789", name: "Huur" } });
    const statement = await prisma().bankStatement.create({
      data: { accountId: account.id, ident: "D1", kind: "statement", fromDay: new Date(today), toDay: new Date(today) },
    });
    const entries = await Promise.all(
      [gone, stays].map(({ tenancyId }) =>
        prisma().ledgerEntry.create({
          data: { tenancyId, kind: "payment", amountCents: 1n, bookedOn: new Date(today), source: "bank", sourceNumber: newId() },
        }),
      ),
    );
    const line = await prisma().bankLine.create({
      data: {
        ...{ accountId: account.id, statementId: statement.id, fingerprint: "f", amountCents: 2n, bookedOn: new Date(today) },
        ...{ counterparty: "Fam. Deelgenoot", disposition: "posted", tenancyId: gone.tenancyId, entryId: entries[0]?.id ?? null },
      },
    });
    for (const { tenancyId, id } of entries)
      await prisma().bankPart.create({
        data: { lineId: line.id, tenancyId, entryId: id, amountCents: 1n, recordedAt: new Date() },
      });
    await left(joke, today, gone, "2026-03-01");
    await prisma().ledgerEntry.create({
      data: {
        ...{ tenancyId: gone.tenancyId, kind: "charge", amountCents: 1n, bookedOn: new Date(today), dueOn: new Date(today) },
        ...{ category: "other", source: "erp", sourceNumber: newId() },
      },
    });
    expect(await erasePerson(officer, { personId: gone.personId })).toMatchObject({ ok: true });
    expect((await prisma().bankLine.findUniqueOrThrow({ where: { id: line.id } })).counterparty).toBe("Fam. Deelgenoot");
  });

  it("does not come back with a file that still names them, until they rent again", async () => {
    const door = await behindTheDoor({ today, lastName: "Wederkomst" });
    const { number } = await prisma().tenancy.findUniqueOrThrow({ where: { id: door.tenancyId } });
    await prisma().person.update({ where: { id: door.personId }, data: { number: "R900001" } });
    await left(joke, today, door, "2026-03-01");
    await erasePerson(officer, { personId: door.personId });
    const row = { contractnummer: number, relatienummer: "R900001", rol: "huurder", achternaam: "Wederkomst", aanhef: "mw" };
    const bring = async () => (await importFiles(SYSTEM, [erp("huurders", [row])]))[0];
    expect(await bring()).toMatchObject({ lines: 1, ignored: 1, added: 0 });
    expect(await whereItStands(["Wederkomst"])).toEqual([]);
    await prisma().tenancy.update({ where: { id: door.tenancyId }, data: { endsOn: null } });
    expect(await bring()).toMatchObject({ added: 1 });
  });

  it("cannot be erased by the program past its own rule: the database looks too", async () => {
    const door = await behindTheDoor({ today });
    await expect(pool().query("SELECT erase_person($1, now())", [door.personId])).rejects.toThrow("tenancy-runs");
    await expect(pool().query("SELECT * FROM forget_logs(now(), now())")).rejects.toThrow("a year");
    await expect(
      pool().query("SELECT set_config('aanbel.erasing', 'yes', false); UPDATE ledger_entry SET description = 'x'"),
    ).rejects.toThrow(/permission denied/);
  });

  it("is forgotten also by what a phone brings in afterwards", async () => {
    const { door, visitId, phone } = await plannedVisit(joke, joke, today);
    const envelope = await visitOf(phone, visitId, {
      outcome: "spoke-inside",
      seen: [],
      agreed: [],
      note: "Laatkomer Tuinbonenpad",
    });
    await left(joke, today, door, "2026-03-01");
    expect((await erasePerson(officer, { personId: door.personId })).ok).toBe(true);
    expect((await deposits(phone.day.token, envelope)).status).toBe(200);
    await openEnvelope({ envelopeId: envelope.id });
    expect(await whereItStands(["Tuinbonenpad"])).toEqual([]);
    expect((await takesDay(joke)).day.doors.some(({ tenancyId }) => tenancyId === door.tenancyId)).toBe(false);
  });
});
