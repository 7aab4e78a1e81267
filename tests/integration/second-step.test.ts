import { generate } from "otplib";
import { beforeAll, describe, expect, it } from "vitest";
import { openAgain } from "@/lib/access/commands/again";
import { beginCodes, confirmCodes, giveCode, removeCodes } from "@/lib/access/commands/factor";
import { resetSteps } from "@/lib/access/commands/lost-phone";
import { changePassword, makePasswordLink, usePasswordLink } from "@/lib/access/commands/own-password";
import { setSecurity } from "@/lib/access/commands/security";
import { SYSTEM } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/db";
import { addStaff } from "@/lib/staff/commands/colleague";
import { openSession, takeStep } from "@/lib/staff/commands/session";
import { staffOfSession } from "@/lib/staff/queries/staff";
import { addStaffSchema } from "@/lib/staff/schema";
import { NOWHERE } from "../factories/from";

const FIRST = "een lange korte zin";
const OWN = "fiets kachel maandag";
let number = 0;

async function colleague(role = "finance") {
  const email = `stap${++number}@corporatie.nl`;
  const added = await addStaff(
    SYSTEM,
    addStaffSchema.parse({ email, name: "Anja Dekker", firstName: "Anja", role, password: FIRST }),
  );
  return { email, staffId: added.ok ? added.value.staffId : 0 };
}
async function opened(email: string, password: string) {
  const answer = await openSession(email, password, NOWHERE);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
/** With a password of their own, and signed in. */
async function settled(role = "finance") {
  const { email, staffId } = await colleague(role);
  const { sessionId } = await opened(email, FIRST);
  const changed = await changePassword({ staffId, sessionId }, { current: FIRST, password: OWN }, NOWHERE);
  if (!changed.ok) throw new Error(changed.code);
  return { email, staffId, sessionId: changed.value.sessionId };
}
async function withCodes(role = "finance") {
  const person = await settled(role);
  const begun = await beginCodes(person.staffId);
  const secret = begun.ok ? begun.value.secret : "";
  const confirmed = await confirmCodes(person.staffId, { code: await generate({ secret }) });
  return { ...person, secret, recovery: confirmed.ok ? confirmed.value.recovery : [] };
}
const stageOf = async (sessionId: string) => (await staffOfSession(sessionId))?.stage ?? null;

describe("a password that somebody else gave", () => {
  it("opens nothing but the choice of one's own, which ends every other session", async () => {
    const { email, staffId } = await colleague();
    const [other, here] = [await opened(email, FIRST), await opened(email, FIRST)];
    expect(await stageOf(here.sessionId)).toBe("password");
    const change = (current: string, password: string) =>
      changePassword({ staffId, sessionId: here.sessionId }, { current, password }, NOWHERE);
    expect(await change("niet dit woord", OWN)).toMatchObject({ code: "wrongPassword" });
    expect(await change(FIRST, FIRST)).toMatchObject({ code: "samePassword" });
    expect(await change(FIRST, "1234567890")).toMatchObject({ code: "passwordShort" });
    expect(await change(FIRST, "anja dekker anja")).toMatchObject({ code: "passwordGuessable" });
    const changed = await change(FIRST, OWN);
    expect(changed).toMatchObject({ ok: true, value: { stage: "open" } });
    const next = changed.ok ? changed.value.sessionId : "";
    expect(next, "a new id, so that one seen before is worth nothing").not.toBe(here.sessionId);
    expect(await Promise.all([other.sessionId, here.sessionId, next].map(stageOf))).toEqual([null, null, "open"]);
  });

  it("is not guessed from a screen that was left open", async () => {
    const { staffId, sessionId } = await settled();
    const answers: string[] = [];
    for (let nth = 0; nth < 7; nth++) {
      const answer = await changePassword({ staffId, sessionId }, { current: `gok nummer ${nth}`, password: FIRST }, NOWHERE);
      answers.push(answer.ok ? "in" : answer.code);
    }
    expect(answers).toEqual([...Array(5).fill("wrongPassword"), "waitToSignIn", "waitToSignIn"]);
  });

  it("is replaced with a link, once, for a day, and not by an older link", async () => {
    const { email, staffId, sessionId } = await settled();
    const link = async () => {
      const made = await makePasswordLink(SYSTEM, { staffId });
      return made.ok ? made.value.word : "";
    };
    const [older, word] = [await link(), await link()];
    expect(await usePasswordLink({ word: older, password: FIRST })).toMatchObject({ code: "linkOver" });
    const both = await Promise.all([1, 2].map(() => usePasswordLink({ word, password: "tuinstoel lampion zee" })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stageOf(sessionId)).toBeNull();
    expect(await stageOf((await opened(email, "tuinstoel lampion zee")).sessionId)).toBe("open");
    const late = await link();
    await prisma().passwordLink.updateMany({ where: { staffId }, data: { expiresAt: new Date(0) } });
    expect(await usePasswordLink({ word: late, password: FIRST })).toMatchObject({ code: "linkOver" });
    expect(JSON.stringify(await prisma().passwordLink.findMany())).not.toContain(late);
  });
});

describe("codes of an app", () => {
  it("are asked beside the password, and each counts once", async () => {
    const { email, staffId, secret } = await withCodes();
    const { sessionId, stage } = await opened(email, OWN);
    expect(stage).toBe("factor");
    expect(await giveCode(staffId, await generate({ secret })), "the code it was set up with").toMatchObject({
      code: "wrongCode",
    });
    const epoch = Math.floor(Date.now() / 1000) + 30;
    const next = await generate({ secret, epoch });
    const answers = await Promise.all([giveCode(staffId, next), giveCode(staffId, ` ${next.slice(0, 3)} ${next.slice(3)}`)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const after = await takeStep(sessionId, null);
    expect([await stageOf(sessionId), await stageOf(after.sessionId)]).toEqual([null, "open"]);
  });

  it("are not guessed: after five the next wait, whatever browser asks", async () => {
    const { staffId, recovery } = await withCodes();
    const guesses = await Promise.all(Array.from({ length: 8 }, (_, nth) => giveCode(staffId, `00000${nth}`)));
    expect(guesses.filter((guess) => !guess.ok && guess.code === "wrongCode")).toHaveLength(5);
    expect(await giveCode(staffId, recovery[0] ?? "")).toMatchObject({ code: "waitToSignIn" });
  });

  it("have ten recovery codes that work once each, kept only as hashes", async () => {
    const { staffId, recovery } = await withCodes();
    expect(recovery).toHaveLength(10);
    const kept = JSON.stringify(await prisma().recoveryCode.findMany({ where: { staffId } }));
    expect(recovery.some((code) => kept.includes(code))).toBe(false);
    expect(await giveCode(staffId, recovery[3] ?? "")).toMatchObject({ ok: true, value: { recovery: true, left: 9 } });
    expect(await giveCode(staffId, recovery[3] ?? "")).toMatchObject({ ok: false, code: "wrongCode" });
  });

  it("of an app that was begun with and never confirmed open nothing, and are no others' to confirm", async () => {
    const { staffId } = await settled();
    const begun = await beginCodes(staffId);
    const old = begun.ok ? begun.value.secret : "";
    expect(await giveCode(staffId, await generate({ secret: old }))).toMatchObject({ code: "wrongCode" });
    await beginCodes(staffId);
    expect(await confirmCodes(staffId, { code: await generate({ secret: old }) })).toMatchObject({ code: "wrongCode" });
  });

  it("are not held up by somebody who types their number as an address", async () => {
    const { staffId, recovery } = await withCodes();
    for (let nth = 0; nth < 6; nth++) await openSession(` code:${staffId}`, "x", NOWHERE);
    for (let nth = 0; nth < 6; nth++) await openSession(`code:${staffId}`, "x", NOWHERE);
    expect(await giveCode(staffId, ` ${recovery[0]?.replace("-", " ").toUpperCase()} `)).toMatchObject({ ok: true });
  });

  it("keep their secret sealed in the database", async () => {
    const { staffId, secret } = await withCodes();
    const row = await prisma().totp.findUniqueOrThrow({ where: { staffId } });
    expect(row.secret).not.toContain(secret);
  });

  it("are asked too of who proves once more who they are", async () => {
    const { email, recovery } = await withCodes();
    const give = (code?: string) => openAgain({ email, password: OWN, code }, NOWHERE);
    expect(await give()).toMatchObject({ ok: false, code: "codeNeeded" });
    expect(await give("000000")).toMatchObject({ ok: false, code: "wrongCode" });
    const right = await give(recovery[0]);
    expect(await stageOf(right.ok ? right.value.sessionId : "")).toBe("open");
  });

  it("and everything a lost phone could do end with one press of the administrator", async () => {
    const { email, staffId, sessionId } = await withCodes();
    const link = await makePasswordLink(SYSTEM, { staffId });
    await resetSteps(SYSTEM, { staffId });
    expect(await usePasswordLink({ word: link.ok ? link.value.word : "", password: FIRST })).toMatchObject({ code: "linkOver" });
    expect(await stageOf(sessionId)).toBeNull();
    expect((await opened(email, OWN)).stage).toBe("open");
  });
});

describe("a second step that a role demands", () => {
  beforeAll(() => setSecurity(SYSTEM, { factorFor: ["admin"] }));

  it("is set up before anything opens, and cannot be done without", async () => {
    const { email, staffId, sessionId } = await settled("admin");
    expect(await stageOf(sessionId)).toBe("enrol");
    expect(await openAgain({ email, password: OWN }, NOWHERE), "proving once more does not lead around it").toMatchObject({
      code: "moreSteps",
    });
    const begun = await beginCodes(staffId);
    await confirmCodes(staffId, { code: await generate({ secret: begun.ok ? begun.value.secret : "" }) });
    expect((await takeStep(sessionId, null)).stage).toBe("open");
    await removeCodes(staffId);
    expect((await opened(email, OWN)).stage).toBe("enrol");
    expect((await opened((await settled("finance")).email, OWN)).stage).toBe("open");
  });
});
