import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { askLetter } from "@/lib/cases/commands/desk/ask-letter";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { printLetter } from "@/lib/cases/commands/desk/print-letter";
import { sendLetter } from "@/lib/cases/commands/desk/send-letter";
import { startHold } from "@/lib/cases/commands/desk/start-hold";
import { caseView } from "@/lib/cases/queries/case-view";
import { gatesOf } from "@/lib/cases/queries/gates";
import { pagesOf, waitingLetters } from "@/lib/cases/queries/letters";
import { makeArrangementSchema, startHoldSchema } from "@/lib/cases/schema/agreements";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { saveText } from "@/lib/contact/commands/text";
import { TEXTS } from "@/lib/contact/domain/texts";
import { previewOf } from "@/lib/contact/queries/preview";
import { realCase } from "@/lib/contact/queries/real-case";
import { textInForce, textVersions } from "@/lib/contact/queries/texts";
import { day } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { pool, prisma } from "@/lib/platform/db";
import { setOffice } from "@/lib/staff/commands/office";
import { behindTheDoor, colleague, type Door, newId, setClock, stepOf } from "../factories/door";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
let marloes: Actor;
let admin: Actor;
let board: Actor;

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-05-31"));
  marloes = await colleague("finance", "Marloes");
  admin = await colleague("admin", "Ad");
  board = await colleague("management", "Bestuur");
  await setOffice(admin, { name: "Wonen Maasstede", teamNumber: "010 012 40 00", letterhead: "Kade 1\n3011 AA Rotterdam" });
});

const save = (kind: "sms-call-back" | "confirm-promise", body: string, title: string | null = null) =>
  saveText(board, { commandId: newId(), kind, body, title: title ?? undefined });
const spoke = (door: Door, more: Record<string, unknown>) =>
  logCall(
    marloes,
    logCallSchema.parse({
      ...{ commandId: newId(), tenancyId: door.tenancyId, outcome: "spoke", spokeWith: "tenant", number: door.mobile },
      ...more,
    }),
  );
const page = async (letterId: number) => {
  const made = await printLetter(marloes, { commandId: newId(), letterId });
  const [shown] = made.ok ? await pagesOf([made.value.printId]) : [];
  return shown;
};

describe("words that a corporation makes its own", () => {
  it("count from the moment they are saved, and every version stays with who wrote it", async () => {
    expect(await textInForce("sms-call-back")).toEqual(TEXTS["sms-call-back"].first);
    const own = "{groet} {naam}, wilt u ons bellen? {nummer}. Groet, {voornaam}";
    expect(await save("sms-call-back", own)).toMatchObject({ ok: true });
    const door = await behindTheDoor({ today });
    const view = await caseView(door.tenancyId);
    const { text } = await gatesOf(marloes, await now(), view ?? { tenancyId: 0, people: [], phones: [], addresseeId: null });
    expect(text).toBe("Goedemorgen mevrouw Jansen, wilt u ons bellen? 010 012 40 00. Groet, Marloes");
    expect((await textVersions("sms-call-back")).map(({ by, body }) => [by, body])).toEqual([
      ["Bestuur Proef", own],
      [null, TEXTS["sms-call-back"].first.body],
    ]);
  });

  it("are refused while something is wrong with them, and then nothing changes", async () => {
    const before = await textInForce("sms-call-back");
    expect(await save("sms-call-back", "Betaal uw huur, {naam}. {nummer}")).toMatchObject({ ok: false, code: "text-debt" });
    expect(await save("sms-call-back", "Bel ons, {tenaamstelling}")).toMatchObject({
      code: "text-unknown-place",
      detail: { about: "{tenaamstelling}" },
    });
    expect(await textInForce("sms-call-back")).toEqual(before);
  });

  it("are shown with an invented tenant and the office as it is, with what is wrong", async () => {
    const { sms, problems } = await previewOf(board, "sms-call-back", { title: null, body: "Dag {naam}, {nummer}" });
    expect([sms, problems]).toEqual([{ text: "Dag mevrouw Jansen, 010 012 40 00", length: 33, parts: 1 }, []]);
    const letter = await previewOf(board, "confirm-promise", TEXTS["confirm-promise"].first);
    expect(letter.page?.letterhead).toEqual(["Kade 1", "3011 AA Rotterdam"]);
    const wrong = await previewOf(board, "sms-call-back", { title: null, body: "Dag {wie}" });
    expect(wrong.sms).toBeNull();
    expect(wrong.problems.map(({ code }) => code)).toEqual(["unknown-place", "missing"]);
  });
});

describe("words looked at with a case", () => {
  it("say what they would say to that tenant today", async () => {
    const door = await behindTheDoor({ today, unpaid: 2, lastName: "Öztürk" });
    const { number } = await prisma().tenancy.findUniqueOrThrow({ where: { id: door.tenancyId }, select: { number: true } });
    const real = await realCase(board, number);
    const shown = (kind: "written-reminder" | "sms-call-back") =>
      previewOf(board, kind, TEXTS[kind].first, real.ok ? real.value : null);
    const [letter, text] = [await shown("written-reminder"), await shown("sms-call-back")];
    expect(letter.page).toMatchObject({
      number,
      greeting: "Beste mevrouw Öztürk,",
      rows: [
        ["Huur februari 2026", "€ 612,40"],
        ["Huur maart 2026", "€ 612,40"],
      ],
    });
    expect(text.sms?.text).toMatch(/^Goedemorgen mevrouw Öztürk/);
  });

  it("say so when there is nothing to write about: what is paused is in no letter, so amounts and days are an example", async () => {
    const door = await behindTheDoor({ today });
    const { number } = await prisma().tenancy.findUniqueOrThrow({ where: { id: door.tenancyId }, select: { number: true } });
    const shown = async (kind: "written-reminder" | "confirm-promise") => {
      const real = await realCase(board, number);
      return previewOf(board, kind, TEXTS[kind].first, real.ok ? real.value : null);
    };
    expect([(await shown("written-reminder")).example, (await shown("confirm-promise")).example]).toEqual([false, true]);
    const charges = (await caseView(door.tenancyId))?.charges.map(({ id }) => String(id)) ?? [];
    const paused = { reason: "dispute", reviewOn: "2026-03-19", charges } as const;
    await startHold(marloes, startHoldSchema.parse({ commandId: newId(), tenancyId: door.tenancyId, ...paused }));
    expect((await shown("written-reminder")).example).toBe(true);
  });

  it("ask for a contract that is there, and show nothing to who may not read a case", async () => {
    const unknown = { ok: false, code: "not-found" };
    expect(await realCase(board, "bestaat-niet")).toMatchObject(unknown);
    const door = await behindTheDoor({ today });
    const { number } = await prisma().tenancy.findUniqueOrThrow({ where: { id: door.tenancyId }, select: { number: true } });
    expect(await realCase(board, number)).toMatchObject({ ok: true });
    expect(await realCase(admin, number)).toMatchObject(unknown);
  });
});

describe("what was agreed, confirmed in writing", () => {
  it("is asked for, printed in the words in force, and posted; it is no step of the ladder", async () => {
    const door = await behindTheDoor({ today });
    const ask = (kind: "confirm-promise" | "confirm-arrangement") =>
      askLetter(marloes, { commandId: newId(), tenancyId: door.tenancyId, kind });
    expect(await ask("confirm-promise")).toMatchObject({ ok: false, code: "nothing-agreed" });
    await spoke(door, { said: ["promise"], promisedOn: "2026-03-20", amount: "612,40" });
    const step = await stepOf(door.tenancyId);
    const [first, again] = [await ask("confirm-promise"), await ask("confirm-promise")];
    expect(first, "one of a kind waits at a time").toEqual(again);
    await save("confirm-promise", "U betaalt {bedrag} op {dag}. Bel ons: {bereik}", "Afgesproken");
    const letterId = first.ok ? first.value.letterId : 0;
    expect(await page(letterId)).toMatchObject({
      title: "Afgesproken",
      before: [expect.stringMatching(/^U betaalt €\s612,40 op vrijdag 20\smaart\s2026\. Bel ons: 010 012 40 00$/)],
      rows: [],
    });
    expect((await waitingLetters()).map(({ letterKind }) => letterKind)).toEqual(["confirm-promise"]);
    expect(await sendLetter(marloes, { commandId: newId(), letterId })).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toEqual(step);
    expect(await prisma().attempt.count({ where: { tenancyId: door.tenancyId, channel: "letter" } })).toBe(0);
    expect((await caseView(door.tenancyId))?.timeline.map(({ code }) => code)).toContain("letter-confirm-promise");
  });

  it("names every instalment of an arrangement", async () => {
    const door = await behindTheDoor({ today });
    const asked = { commandId: newId(), tenancyId: door.tenancyId, total: "612,40", count: "3", startsOn: "2026-03-25" };
    expect(await makeArrangement(marloes, makeArrangementSchema.parse(asked))).toMatchObject({ ok: true });
    const letter = await askLetter(marloes, { commandId: newId(), tenancyId: door.tenancyId, kind: "confirm-arrangement" });
    const shown = await page(letter.ok ? letter.value.letterId : 0);
    expect(shown?.rows).toHaveLength(3);
    expect(shown?.total).toMatch(/612,40$/);
  });
});
