import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { forgetDraft, forgetOldDrafts } from "@/lib/drafts/commands";
import { subjectOfCase } from "@/lib/drafts/domain";
import { takeDraft } from "@/lib/drafts/jobs";
import { casesWithDrafts, draftsAt } from "@/lib/drafts/queries";
import { prisma } from "@/lib/platform/db";
import { colleague, setClock } from "../factories/door";

let anja: Actor;
let marloes: Actor;
const subject = subjectOfCase(224);
const keep = (actor: Actor, form: string, fields: unknown, at = subject) =>
  takeDraft(actor, { owner: actor.staffId, subject: at, form, fields });

beforeAll(async () => {
  await setClock("2026-03-12");
  anja = await colleague("finance", "Anja");
  marloes = await colleague("finance", "Marloes");
});

describe("what a colleague typed and did not record", () => {
  it("comes back as it was last typed, to nobody else", async () => {
    expect(await keep(anja, "toezegging", { amount: "50", note: "belt" })).toBeTruthy();
    expect(await keep(anja, "toezegging", { amount: "75", note: "belt vrijdag" })).toBeTruthy();
    expect(await draftsAt(anja, subject)).toMatchObject([{ form: "toezegging", fields: { amount: "75", note: "belt vrijdag" } }]);
    expect(await draftsAt(marloes, subject)).toEqual([]);
    expect(await casesWithDrafts(anja)).toEqual(new Set([224]));
  });

  it("is kept without the signs that a database refuses, and never refused for them", async () => {
    expect(await keep(anja, "notitie", { text: "sprak\u0000 dochter\u0007" }, "dossier/7")).toBeInstanceOf(Date);
    expect(await draftsAt(anja, "dossier/7")).toMatchObject([{ fields: { text: "sprak dochter" } }]);
  });

  it("goes once its form is recorded, with the note that stood in another form of the same conversation", async () => {
    await keep(anja, "weg", { awayUntil: "2026-04-01", note: "belt vrijdag" });
    await keep(anja, "hulp", { note: "belt vrijdag" });
    await forgetDraft(anja, subject, "toezegging", "belt vrijdag");
    expect(await draftsAt(anja, subject)).toMatchObject([{ form: "weg", fields: { awayUntil: "2026-04-01" } }]);
  });

  it("is kept when another note than the recorded one stood in it", async () => {
    await keep(anja, "hulp", { note: "een andere gedachte" }, "dossier/8");
    await forgetDraft(anja, "dossier/8", "toezegging", "belt vrijdag");
    expect(await draftsAt(anja, "dossier/8")).toMatchObject([{ fields: { note: "een andere gedachte" } }]);
  });

  it("that was typed by whose session ended is not kept as of the one who signed in after", async () => {
    const body = { owner: anja.staffId, subject: "dossier/13", form: "weg", fields: { note: "van Anja" } };
    expect(await takeDraft(marloes, body)).toBeNull();
    expect(await draftsAt(marloes, "dossier/13")).toEqual([]);
  });

  it("leaves what another form holds when the recorded one had no note", async () => {
    await keep(anja, "notitie", { text: "let op", note: "x" }, "dossier/9");
    await forgetDraft(anja, "dossier/9", "pauze", null);
    expect(await draftsAt(anja, "dossier/9")).toMatchObject([{ fields: { text: "let op", note: "x" } }]);
  });

  it("is no longer kept when everything is wiped from the form, or thrown away", async () => {
    await keep(anja, "weg", { awayUntil: "", note: " " });
    expect(await draftsAt(anja, subject)).toEqual([]);
    await keep(anja, "weg", { awayUntil: "2026-04-01" });
    await keep(anja, "weg", null);
    expect(await draftsAt(anja, subject)).toEqual([]);
  });

  it.each([
    ["no draft at all", null],
    ["a place that is no address", { subject: "dossier/../../etc", form: "weg", fields: {} }],
    ["a text longer than any field", { subject: "dossier/1", form: "weg", fields: { note: "x".repeat(4001) } }],
    [
      "too many fields",
      { subject: "dossier/1", form: "weg", fields: Object.fromEntries([...Array(61)].map((_, i) => [`f${i}`, "x"])) },
    ],
    ["a number for a text", { subject: "dossier/1", form: "weg", fields: { note: 1 } }],
  ])("is refused when it is %s", async (_what, body) =>
    expect(await takeDraft(anja, body && { owner: anja.staffId, ...body })).toBeNull(),
  );

  it("goes by itself after thirty days in which nobody came back to it", async () => {
    await keep(anja, "anders", { note: "oud" }, "dossier/11");
    await keep(anja, "anders", { note: "nieuw" }, "dossier/12");
    await prisma().formDraft.updateMany({
      where: { subject: "dossier/11" },
      data: { savedAt: new Date("2026-02-09T08:00:00Z") },
    });
    expect(await forgetOldDrafts()).toBe(1);
    expect(await draftsAt(anja, "dossier/11")).toEqual([]);
    expect(await draftsAt(anja, "dossier/12")).toHaveLength(1);
  });
});
