import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { printLetters, sendLetters } from "@/lib/cases/commands/desk/letters";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { printLetter } from "@/lib/cases/commands/desk/print-letter";
import { sendLetter } from "@/lib/cases/commands/desk/send-letter";
import { startHold } from "@/lib/cases/commands/desk/start-hold";
import { reassess } from "@/lib/cases/commands/reassess";
import { madeToday, pagesOf, waitingLetters } from "@/lib/cases/queries/letters";
import { startHoldSchema } from "@/lib/cases/schema/agreements";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { lettersPdf } from "@/lib/contact/channels/print";
import { printOf } from "@/lib/contact/queries/prints";
import { letterPage } from "@/lib/contact/templates/letter";
import { day, monthOf } from "@/lib/kernel/day";
import { inTransaction, pool, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, newId, pays, RENT, setClock } from "../factories/door";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
let marloes: Actor;

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-05-31"));
  marloes = await colleague("finance", "Marloes");
  await prisma().setting.create({
    data: { key: "corporation", value: { name: "Wonen Maasstede", teamNumber: "010 012 40 00", hours: "werkdagen 9-16 uur" } },
  });
});

/** A tenant whom nobody reached: the rules ask for the written reminder. */
async function letterAsked() {
  await setClock(today);
  const door = await behindTheDoor({ today, lastName: "Yıldırım-Łukaszewski" });
  const call = { commandId: newId(), tenancyId: door.tenancyId, outcome: "not-answered", number: door.mobile };
  await logCall(marloes, logCallSchema.parse(call));
  await setClock("2026-03-17");
  await inTransaction((db) => reassess(db, marloes, [door.tenancyId]));
  const { id: letterId } = await prisma().letter.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
  return { door, letterId };
}
const make = (letterId: number) => printLetter(marloes, { commandId: newId(), letterId });
const printsOf = (letterId: number) => prisma().letterPrint.findMany({ where: { letterId }, orderBy: { id: "asc" } });

describe("the written reminder as a letter", () => {
  it("is made as a tagged PDF for screen readers, kept as it is, and is no proof of posting", async () => {
    const { letterId } = await letterAsked();
    const made = await make(letterId);
    expect(made).toMatchObject({ ok: true });
    const [print] = await printsOf(letterId);
    const kept = await printOf(print?.id ?? 0);
    const text = Buffer.from(kept?.pdf ?? []).toString("latin1");
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(text).toContain("/StructTreeRoot");
    expect(text).toContain("Wonen Maasstede");
    expect(print?.postedAt).toBeNull();
    expect(await prisma().letter.findUnique({ where: { id: letterId } })).toMatchObject({ sentOn: null });
  });

  it("that was made last is the one that went out; after that none is made", async () => {
    const { letterId } = await letterAsked();
    await make(letterId);
    await make(letterId);
    expect(await sendLetter(marloes, { commandId: newId(), letterId })).toMatchObject({ ok: true });
    const [first, last] = await printsOf(letterId);
    expect(first?.postedAt).toBeNull();
    expect(last?.postedAt).not.toBeNull();
    expect(await make(letterId)).toMatchObject({ ok: false, code: "already-sent" });
    expect(await printsOf(letterId)).toHaveLength(2);
  });

  it("is not made for somebody who paid meanwhile, and not without the corporation's number", async () => {
    const { door, letterId } = await letterAsked();
    await pays(door.tenancyId, RENT, day("2026-03-17"));
    await setClock("2026-03-17", "afternoon");
    expect(await make(letterId)).toMatchObject({ ok: false });
    expect(await printsOf(letterId)).toHaveLength(0);
    const other = await letterAsked();
    const where = { key: "corporation" };
    const before = await prisma().setting.findUniqueOrThrow({ where });
    await prisma().setting.update({ where, data: { value: { name: "Wonen Maasstede" } } });
    expect(await make(other.letterId)).toMatchObject({
      ok: false,
      code: "template-incomplete",
      detail: { missing: "teamNumber" },
    });
    await prisma().setting.update({ where, data: { value: before.value ?? {} } });
  });

  it("shows names and signs as they are, whatever they look like to a typesetter", async () => {
    const envelope = {
      corporation: "Wonen #Maas*stede_",
      letterhead: ["#kade 1"],
      teamNumber: "010 012 40 00",
      hours: "",
      sender: 'Marloes "de" $Visser',
      day: today,
      name: "Mw. A. <O’Brien> \\Łukaszewski Ξένος Иванов",
      spoken: "mevrouw O’Brien",
      street: "Kadeweg 12 #pagebreak()",
      postcode: "3011 AB",
      city: "’s-Gravenhage",
      number: "[104042]",
      reference: null,
    };
    const charges = [{ category: "rent", month: monthOf(today), cents: 61_240n }];
    const page = letterPage(envelope, { kind: "written-reminder", byDirectDebit: false, charges });
    const pages = page.ok ? [page.value, page.value] : [];
    const made = await lettersPdf(pages);
    const pdf = made.ok ? made.value.toString("latin1") : "";
    // Two letters, two pages: nothing in a name became a command.
    expect(pdf).toContain("<xmpTPg:NPages>2</xmpTPg:NPages>");
    // A sign that no typeface has is named, not left out.
    const odd = pages.map((one) => ({ ...one, greeting: "Beste 👵," }));
    expect(await lettersPdf(odd)).toMatchObject({ ok: false, code: "letter-signs", detail: { sign: "👵" } });
  });
});

describe("all letters that wait", () => {
  it("are made in one go, printed as one file, posted together, and each counts once", async () => {
    await prisma().letter.updateMany({ where: { sentOn: null }, data: { withdrawnOn: new Date("2026-03-16") } });
    const [one, two, dead] = [await letterAsked(), await letterAsked(), await letterAsked()];
    await prisma().person.update({ where: { id: dead.door.personId }, data: { deceasedOn: new Date("2026-03-16") } });
    const commandId = newId();
    const made = await printLetters(marloes, { commandId });
    expect(made).toEqual({ ok: true, value: { done: 2, refused: [{ tenancyId: dead.door.tenancyId, code: "unknown-person" }] } });
    expect(await printLetters(marloes, { commandId })).toEqual(made);
    expect(await prisma().letterPrint.count({ where: { letterId: { in: [one.letterId, two.letterId] } } })).toBe(2);

    const waiting = madeToday(await waitingLetters(), day("2026-03-17"));
    expect(waiting.map(({ letterId }) => letterId)).toEqual([one.letterId, two.letterId]);
    const whole = await lettersPdf(await pagesOf(waiting.flatMap(({ printId }) => printId ?? [])));
    expect(whole.ok && whole.value.toString("latin1")).toContain("<xmpTPg:NPages>2</xmpTPg:NPages>");

    const posted = newId();
    const prints = waiting.flatMap(({ printId }) => printId ?? []);
    const all = { ok: true, value: { done: 2, refused: [] } };
    expect(await sendLetters(marloes, { commandId: posted, prints })).toEqual(all);
    expect(await sendLetters(marloes, { commandId: posted, prints })).toEqual(all);
    expect(await prisma().attempt.count({ where: { tenancyId: one.door.tenancyId, channel: "letter" } })).toBe(1);
    expect((await waitingLetters()).map(({ letterId }) => letterId)).toEqual([dead.letterId]);
  });

  it("that were made on an earlier day are not posted: what they say may be paid by now", async () => {
    const { letterId } = await letterAsked();
    await make(letterId);
    await setClock("2026-03-18");
    expect(madeToday(await waitingLetters(), day("2026-03-18")).map((one) => one.letterId)).not.toContain(letterId);
  });

  it("posts the prints that were opened: one made anew since, or called off, is named and does not count", async () => {
    const [again, off] = [await letterAsked(), await letterAsked()];
    for (const { letterId } of [again, off]) await make(letterId);
    const opened = (await prisma().letterPrint.findMany({ where: { letterId: { in: [again.letterId, off.letterId] } } })).map(
      ({ id }) => id,
    );
    await make(again.letterId);
    await prisma().letter.update({ where: { id: off.letterId }, data: { withdrawnOn: new Date("2026-03-17") } });
    expect(await sendLetters(marloes, { commandId: newId(), prints: opened })).toEqual({
      ok: true,
      value: {
        done: 0,
        refused: [
          { tenancyId: again.door.tenancyId, code: "letter-replaced" },
          { tenancyId: off.door.tenancyId, code: "withdrawn" },
        ],
      },
    });
  });

  it("does not ask for a month that is paused", async () => {
    const { door, letterId } = await letterAsked();
    const charge = await prisma().ledgerEntry.findFirstOrThrow({
      where: { tenancyId: door.tenancyId, kind: "charge" },
      orderBy: { bookedOn: "desc" },
    });
    const hold = startHoldSchema.parse({
      commandId: newId(),
      tenancyId: door.tenancyId,
      reason: "dispute",
      charges: [String(charge.id)],
      reviewOn: "2026-03-24",
    });
    expect(await startHold(marloes, hold)).toMatchObject({ ok: true });
    expect(await make(letterId)).toMatchObject({ ok: false });
  });
});
