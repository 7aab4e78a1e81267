import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { assign } from "@/lib/cases/commands/desk/assign";
import { caseView } from "@/lib/cases/queries/case-view";
import { addDays, day } from "@/lib/kernel/day";
import { removeView, saveView } from "@/lib/queue/commands";
import { queueList } from "@/lib/queue/queries/list";
import { savedViews } from "@/lib/queue/queries/views";
import { readFilter, saveViewSchema } from "@/lib/queue/schema";
import { setCover } from "@/lib/staff/commands/cover";
import { deskColleagues, mineOf } from "@/lib/staff/queries/staff";
import { behindTheDoor, colleague, type Door, newId, openOffice } from "../factories/door";

const today = day("2026-03-12");
let anja: Actor;
let bram: Actor;
let caretaker: Actor;
let one: Door;
let two: Door;

beforeAll(async () => {
  await openOffice(today);
  anja = await colleague("finance", "Anja");
  bram = await colleague("consultant", "Bram");
  caretaker = await colleague("caretaker", "Cor");
  one = await behindTheDoor({ today, lastName: "Een" });
  two = await behindTheDoor({ today, lastName: "Twee" });
});

const give = (door: Door, ownerId?: number | null) =>
  assign(anja, { commandId: newId(), tenancyId: door.tenancyId, ownerId: ownerId ?? undefined });
const of = async (actor: Actor, wie: string) => {
  const filter = readFilter({ tab: "alles", wie });
  const { rows, counts } = await queueList(filter, today, mineOf(actor, await deskColleagues(today)));
  expect(counts.all, "the count is that of the rows").toBe(rows.length);
  return rows.map(({ tenancyId }) => tenancyId);
};

describe("a case that somebody answers for", () => {
  it("is in their own list, not in that of nobody, and says whose it is", async () => {
    expect(await give(one, bram.staffId)).toMatchObject({ ok: true });
    expect(await of(bram, "ik")).toEqual([one.tenancyId]);
    expect(await of(anja, String(bram.staffId))).toEqual([one.tenancyId]);
    expect(await of(anja, "niemand")).toEqual([two.tenancyId]);
    expect((await caseView(one.tenancyId))?.openCase?.ownerId).toBe(bram.staffId);
  });

  it("cannot be given to who does not work at the desk", async () =>
    expect(await give(two, caretaker.staffId)).toMatchObject({ ok: false, code: "unknown-colleague" }));

  it("is in the list of who stands in, until its owner is back", async () => {
    expect(await setCover(bram, { awayUntil: addDays(today, 7), coveredBy: anja.staffId ?? 0 })).toMatchObject({ ok: true });
    expect(await of(anja, "ik")).toEqual([one.tenancyId]);
    const later = await deskColleagues(addDays(today, 8));
    expect([...mineOf(anja, later)], "absence that is over counts no more").toEqual([anja.staffId]);
    await setCover(bram, {});
    expect(await of(anja, "ik")).toEqual([]);
  });

  it("is not stood in for by its owner, nor from a day that has passed", async () => {
    expect(await setCover(bram, { awayUntil: today, coveredBy: bram.staffId ?? 0 })).toMatchObject({ code: "coverUnknown" });
    expect(await setCover(bram, { awayUntil: addDays(today, -1), coveredBy: anja.staffId ?? 0 })).toMatchObject({
      code: "day-passed",
    });
  });

  it("can be nobody's again", async () => {
    expect(await give(one, null)).toMatchObject({ ok: true });
    expect(await of(bram, "ik")).toEqual([]);
  });
});

describe("a list that was kept under a name", () => {
  const view = (name: string, address: string, shared = false) => saveViewSchema.parse({ name, address, shared: String(shared) });

  it("is one's own, or shared; a colleague's own one is not seen, and a shared one not taken away", async () => {
    await saveView(anja, view("Mijn", "/werklijst?tab=wacht&wie=ik&dossier=4"));
    await saveView(anja, view("Kadeweg", "/werklijst?gebouw=K1", true));
    expect((await savedViews(anja)).map(({ name, address }) => [name, address])).toEqual([
      ["Kadeweg", "/werklijst?gebouw=K1"],
      ["Mijn", "/werklijst?tab=wacht&wie=ik"],
    ]);
    const [shared, ...others] = await savedViews(bram);
    expect([shared?.name, shared?.by, others]).toEqual(["Kadeweg", "Anja", []]);
    expect(await removeView(bram, { viewId: shared?.id ?? 0 })).toMatchObject({ code: "not-found" });
    expect(await removeView(anja, { viewId: shared?.id ?? 0 })).toMatchObject({ ok: true });
  });

  it("is replaced by the next one of the same name", async () => {
    await saveView(anja, view("Mijn", "/werklijst?maanden=3"));
    expect((await savedViews(anja)).map(({ address }) => address)).toEqual(["/werklijst?maanden=3"]);
  });

  it.each([["https://elders.nl/werklijst"], ["//elders.nl"], ["/beheer"], ["/werklijst#x"]])(
    "never leads elsewhere: %s",
    (address) => expect(saveViewSchema.safeParse({ name: "x", address }).success).toBe(false),
  );
});
