import { beforeAll, describe, expect, it } from "vitest";
import { reasonSentence } from "@/components/cases/reason-words";
import type { Actor } from "@/lib/auth/actor";
import { authorise, endAuthority } from "@/lib/cases/commands/desk/authorise";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { callersOf } from "@/lib/cases/queries/callers";
import { caseView } from "@/lib/cases/queries/case-view";
import { type LogCallInput, logCallSchema } from "@/lib/cases/schema/calls";
import { translate } from "@/lib/i18n/translate";
import { addDays, day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, openOffice, setClock, stepOf } from "../factories/door";

const today = day("2026-03-12");
let marloes: Actor;
let anja: Actor;

beforeAll(async () => {
  await openOffice(today);
  marloes = await colleague("finance", "Marloes");
  anja = await colleague("finance", "Anja");
});

const call = (door: Door, more: Record<string, unknown> = {}): LogCallInput =>
  logCallSchema.parse({ commandId: newId(), tenancyId: door.tenancyId, outcome: "not-answered", number: door.mobile, ...more });
const spoke = (door: Door, more: Record<string, unknown> = {}) => call(door, { outcome: "spoke", spokeWith: "tenant", ...more });

describe("what turns out wrong later", () => {
  it("is taken back by whoever sees it, with the reason; what it said and why it went stays to be read", async () => {
    const door = await behindTheDoor({ today });
    const before = await stepOf(door.tenancyId);
    const logged = await logCall(marloes, spoke(door, { said: ["wants-help"], note: "Wil hulp van de wijk." }));
    const command = await prisma().attempt.findUniqueOrThrow({ where: { id: logged.ok ? logged.value.attemptId : 0 } });
    await setClock("2026-03-13");
    const reason = "Dit was een andere mevrouw Jansen.";
    const taken = await undoAct(anja, { commandId: newId(), undoes: command.commandId ?? "", reason });
    const view = await caseView(door.tenancyId);
    await setClock(today);
    expect(taken).toMatchObject({ ok: true });
    expect(view?.timeline.find(({ code }) => code === "taken-back")).toMatchObject({
      firstName: "Anja",
      values: { reason, detail: "Wil hulp van de wijk.", on: today, action: "cases.logCall" },
    });
    expect(view?.timeline.some(({ code }) => code === "call")).toBe(false);
    expect(await stepOf(door.tenancyId)).toEqual(before);
  });
});

describe("who rings", () => {
  it("is told with how that was made sure; who has no mandate is heard, and it is no conversation", async () => {
    const door = await behindTheDoor({ today });
    const inbound = { direction: "inbound", number: undefined, personId: door.personId };
    await logCall(marloes, call(door, { ...inbound, outcome: "spoke", spokeWith: "tenant", identity: "birth-date" }));
    await logCall(marloes, call(door, { ...inbound, personId: undefined, outcome: "someone-else", note: "De buurman belde." }));
    const lines = (await caseView(door.tenancyId))?.timeline.filter(({ code }) => code === "inbound");
    expect(lines?.map(({ values }) => [values.outcome, values.identity ?? null, values.note ?? null])).toEqual([
      ["someone-else", null, "De buurman belde."],
      ["spoke", "birth-date", null],
    ]);
  });

  it("is said of the case as it was: somebody else rang, the tenant was not spoken with", async () => {
    const door = await behindTheDoor({ today });
    await logCall(marloes, call(door, { direction: "inbound", number: undefined, outcome: "someone-else", note: "De buurman." }));
    const view = await caseView(door.tenancyId);
    const sentence = view && reasonSentence(view, translate("nl")).map((part) => (typeof part === "string" ? part : part.text));
    expect(sentence?.join("")).toMatch(/; vandaag belde iemand anders\.$/);
  });

  it("may be somebody the tenant lets speak for them, until that ends", async () => {
    const door = await behindTheDoor({ today });
    const given = {
      commandId: newId(),
      tenancyId: door.tenancyId,
      lastName: "Smit",
      scope: "all",
      until: addDays(today, 30),
    } as const;
    expect(await authorise(marloes, { ...given, until: addDays(today, -1) })).toMatchObject({ code: "day-passed" });
    const made = await authorise(marloes, { ...given, number: "06 12 34 56 78" });
    const personId = made.ok ? made.value.personId : 0;
    expect((await callersOf(door.tenancyId, today)).map(({ lastName, scope, until }) => [lastName, scope, until])).toEqual([
      ["Jansen", null, null],
      ["Smit", "all", addDays(today, 30)],
    ]);
    expect(await callersOf(door.tenancyId, addDays(today, 31))).toHaveLength(1);
    expect(await endAuthority(marloes, { commandId: newId(), tenancyId: door.tenancyId, personId })).toMatchObject({ ok: true });
    expect(await callersOf(door.tenancyId, today)).toHaveLength(1);
  });
});
