import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { runArrears } from "@/lib/cases/commands/run";
import { replay } from "@/lib/cases/queries/replay";
import { type Day, day, parseMonth } from "@/lib/kernel/day";
import { inSnapshot, pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { activateVersion, setShadow, withdrawVersion } from "@/lib/policies/commands/activate";
import { editDraft, prepareDraft } from "@/lib/policies/commands/draft";
import { policyOn } from "@/lib/policies/queries/in-force";
import { askRehearsal, beginShadows, markRead } from "@/lib/rehearsals/commands/ask";
import { rehearse } from "@/lib/rehearsals/commands/rehearse";
import { FIRST_VALUES } from "@/lib/rules/thresholds";
import { storeAlmost } from "../factories/almost";
import { colleague, setClock } from "../factories/door";
import { storeBankDays, storeStreet } from "../factories/street";

const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
const TODAY = "2026-03-10";
let mieke: Actor;
let ravi: Actor;
let almost: number;

beforeAll(async () => {
  await storeStreet(pool(), { doors: 16, from: month("2025-10"), through: month("2026-03") });
  almost = await storeAlmost(pool(), month("2026-03"), "BIJNA-1");
  await storeBankDays(pool(), day("2025-12-01"), day("2026-03-31"));
  mieke = await colleague("management", "Mieke");
  ravi = await colleague("admin", "Ravi");
  for (const on of ["2026-03-09", TODAY]) {
    await setClock(on);
    await runArrears({ day: day(on), trigger: "command-line" });
  }
});

const value = <T>(outcome: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const reason = "Eerder bellen bij kleine achterstanden";
const forty = { ...FIRST_VALUES, flagMonthsInArrears: 40 };

async function draftOfForty(): Promise<number> {
  const { id } = value(await prepareDraft(mieke, { reason }));
  value(await editDraft(mieke, { versionId: id, reason, values: forty }));
  return id;
}
async function rehearsed(versionId: number): Promise<number> {
  const { rehearsalId } = value(await askRehearsal(mieke, { versionId }));
  await rehearse(rehearsalId);
  return rehearsalId;
}
/** Every answer of a day as it was known that morning, as one text. */
async function answersOf(on: Day, knownAt = `${on}T04:00:00Z`): Promise<string> {
  return inSnapshot(async (sql) => {
    const lines: string[] = [];
    for await (const one of replay(sql, { day: on, knownAt: new Date(knownAt) }))
      lines.push(JSON.stringify([one.number, one.assessment]));
    return lines.join("\n");
  });
}

describe("a draft of the policy", () => {
  it("starts as a copy of the version in force, with the reason and who wanted it", async () => {
    const { id, version } = value(await prepareDraft(mieke, { reason }));
    const row = await prisma().policyVersion.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ version, basedOn: 1, values: FIRST_VALUES, reason, madeBy: mieke.staffId, activatedAt: null });
    expect(await prisma().auditEvent.count({ where: { action: "policies.prepareDraft", staffId: mieke.staffId } })).toBe(1);
  });

  it("gets a number of its own when two colleagues begin one at the same moment", async () => {
    const made = await Promise.all([prepareDraft(mieke, { reason }), prepareDraft(ravi, { reason })]);
    const [one, other] = made.map((outcome) => value(outcome).version);
    expect(one).not.toBe(other);
  });

  it("decides nothing while it is a draft", async () => {
    await draftOfForty();
    expect((await policyOn(sqlOfClient(pool()), day("2030-01-01"))).version).toBe("1");
  });

  it("can be withdrawn, and is then changed or rehearsed no more", async () => {
    const versionId = await draftOfForty();
    value(await withdrawVersion(mieke, { versionId }));
    expect(await editDraft(mieke, { versionId, reason, values: forty })).toMatchObject({ code: "not-a-draft" });
    expect(await askRehearsal(mieke, { versionId })).toMatchObject({ code: "not-a-draft" });
    expect(await withdrawVersion(mieke, { versionId })).toMatchObject({ code: "withdrawn" });
  });
});

describe("the rehearsal of a draft", () => {
  it("names who would be added, on the days on which it would have been, and why", async () => {
    const rehearsalId = await rehearsed(await draftOfForty());
    const days = await prisma().rehearsalDay.findMany({ where: { rehearsalId }, orderBy: { day: "asc" } });
    expect(days).toHaveLength(25);
    expect(days.at(-1)).toMatchObject({ day: new Date(TODAY), added: 1, dropped: 0, moved: 0 });
    const changes = await prisma().rehearsalChange.findMany({ where: { rehearsalId }, orderBy: { day: "asc" } });
    expect(changes.map((row) => [row.tenancyId, row.change, row.contactBefore, row.contactAfter])).toEqual([
      [almost, "added", "watch", "call"],
      [almost, "added", "watch", "call"],
    ]);
    expect(changes.map((row) => row.day.toISOString().slice(0, 10))).toEqual(["2026-03-09", TODAY]);
    expect(changes[1]?.why).toMatchObject([{ code: "months-in-arrears", values: { months: 0.45, limit: 0.4 } }]);
  });

  it("writes nothing but its own result", async () => {
    const counts = async () =>
      Promise.all([prisma().assessment.count(), prisma().arrearsCase.count(), prisma().visit.count(), prisma().letter.count()]);
    const before = await counts();
    await rehearsed(await draftOfForty());
    expect(await counts()).toEqual(before);
  });

  it("finds no difference when nothing was changed", async () => {
    const { id } = value(await prepareDraft(mieke, { reason }));
    const rehearsalId = await rehearsed(id);
    expect(await prisma().rehearsalChange.count({ where: { rehearsalId } })).toBe(0);
    for (const row of await prisma().rehearsalDay.findMany({ where: { rehearsalId } })) {
      const work = row.work as { before: object; after: object };
      expect(work.after).toEqual(work.before);
    }
  });

  it("goes on where it stood after it was killed, with the same result", async () => {
    const versionId = await draftOfForty();
    const whole = await rehearsed(versionId);
    const rehearsalId = await rehearsed(versionId);
    // As a worker leaves it that was killed after the first days.
    const after = { rehearsalId, day: { gt: new Date("2025-06-30") } };
    await prisma().rehearsalChange.deleteMany({ where: after });
    await prisma().rehearsalDay.deleteMany({ where: after });
    await prisma().rehearsal.update({ where: { id: rehearsalId }, data: { finishedAt: null } });
    await rehearse(rehearsalId);
    const of = (id: number) =>
      prisma().rehearsalDay.findMany({ where: { rehearsalId: id }, orderBy: { day: "asc" }, omit: { rehearsalId: true } });
    expect(await of(rehearsalId)).toEqual(await of(whole));
  });
});

describe("activating a version", () => {
  it("asks for a rehearsal of exactly these values, read by whoever activates it", async () => {
    const versionId = await draftOfForty();
    const activate = (actor: Actor) => activateVersion(actor, { versionId, from: day("2026-03-16") });
    expect(await activate(mieke)).toMatchObject({ code: "not-rehearsed" });
    const rehearsalId = await rehearsed(versionId);
    expect(await activate(mieke)).toMatchObject({ code: "not-read" });
    value(await markRead(ravi, { rehearsalId }));
    expect(await activate(mieke)).toMatchObject({ code: "not-read" });
    value(await markRead(mieke, { rehearsalId }));
    value(await editDraft(mieke, { versionId, reason, values: { ...forty, reviewDays: 21 } }));
    expect(await activate(mieke)).toMatchObject({ code: "not-rehearsed" });
    expect(await prisma().policyVersion.findUnique({ where: { id: versionId } })).toMatchObject({ activatedAt: null });
  });

  it("is not possible for a day that has passed", async () => {
    const versionId = await draftOfForty();
    expect(await activateVersion(mieke, { versionId, from: day("2026-03-09") })).toMatchObject({ code: "day-passed" });
    expect(await activateVersion(mieke, { versionId, from: day("2206-03-16") })).toMatchObject({ code: "day-too-far" });
  });

  it("happens to one version at a time, also when two managers press at once", async () => {
    const drafts = [await draftOfForty(), await draftOfForty()];
    for (const versionId of drafts) value(await markRead(mieke, { rehearsalId: await rehearsed(versionId) }));
    const from = day("2026-03-16");
    const both = await Promise.all(drafts.map((versionId) => activateVersion(mieke, { versionId, from })));
    const [won, lost] = [both.findIndex((one) => one.ok), both.findIndex((one) => !one.ok)];
    expect(both[lost]).toMatchObject({ code: "another-coming", detail: { from } });
    expect(await activateVersion(mieke, { versionId: drafts[lost] as number, from: day("2026-03-23") })).toMatchObject({
      ok: false,
    });
    value(await withdrawVersion(mieke, { versionId: drafts[won] as number }));
    value(await activateVersion(mieke, { versionId: drafts[lost] as number, from }));
    value(await withdrawVersion(mieke, { versionId: drafts[lost] as number }));
  });

  it("leaves the answers of every earlier day as they were, to the byte, and decides from its own day on", async () => {
    const before = [await answersOf(day("2026-03-09")), await answersOf(day(TODAY))];
    const coming = await answersOf(day("2026-03-16"));
    const versionId = await draftOfForty();
    value(await markRead(mieke, { rehearsalId: await rehearsed(versionId) }));
    value(await activateVersion(mieke, { versionId, from: day("2026-03-16") }));
    expect([await answersOf(day("2026-03-09")), await answersOf(day(TODAY))]).toEqual(before);
    const after = await answersOf(day("2026-03-16"));
    expect(after).not.toBe(coming);
    const version = (await prisma().policyVersion.findUniqueOrThrow({ where: { id: versionId } })).version;
    expect(after).toContain(`persoonlijk-contact ${version}`);
    await setClock("2026-03-16");
    await runArrears({ day: day("2026-03-16"), trigger: "command-line" });
    const stored = await prisma().assessment.findFirst({ where: { tenancyId: almost }, orderBy: { id: "desc" } });
    expect(stored).toMatchObject({ flagged: true, answer: { policy: `persoonlijk-contact ${version}` } });
    expect(await withdrawVersion(mieke, { versionId })).toMatchObject({ code: "in-force" });
    await setClock(TODAY);
  });
});

describe("a draft that runs along", () => {
  it("is compared with the real answers each night, once, and silently", async () => {
    const versionId = await draftOfForty();
    value(await setShadow(mieke, { versionId, on: true }));
    const assessments = await prisma().assessment.count();
    const [rehearsalId] = await beginShadows();
    expect(await beginShadows()).toEqual([rehearsalId]);
    await rehearse(rehearsalId as number);
    const [tried] = await prisma().rehearsalDay.findMany({ where: { rehearsalId } });
    expect(tried).toMatchObject({ day: new Date(TODAY), added: 1 });
    expect(await prisma().assessment.count()).toBe(assessments);
    value(await setShadow(mieke, { versionId, on: false }));
    expect(await beginShadows()).toEqual([]);
  });
});
