import { beforeEach, describe, expect, it } from "vitest";
import { knownActor, SYSTEM } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/db";
import { addStaff, setActive, setPassword } from "@/lib/staff/commands/colleague";
import { closeSession, endSession, openSession, takeStep } from "@/lib/staff/commands/session";
import { demoStaff, staffList, staffOfSession, touchSession } from "@/lib/staff/queries/staff";
import { addStaffSchema } from "@/lib/staff/schema";
import { NOWHERE } from "../factories/from";

const PASSWORD = "een lange korte zin";
let number = 0;

async function colleague(role: string) {
  const email = `collega${++number}@corporatie.nl`;
  const added = await addStaff(
    SYSTEM,
    addStaffSchema.parse({ email, name: "Anja Dekker", firstName: "Anja", role, password: PASSWORD }),
  );
  if (!added.ok) throw new Error(added.code);
  return { email, staffId: added.value.staffId };
}
async function session(email: string): Promise<string> {
  const opened = await openSession(email, PASSWORD, { ...NOWHERE, agent: "vitest" });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.sessionId;
}
const asAdmin = (staffId: number) => knownActor({ staffId, role: "admin", name: "Ravi", buildingIds: null });

describe("signing in", () => {
  it("opens a session for the right password, in any capitals of the address", async () => {
    const { email, staffId } = await colleague("finance");
    const person = await staffOfSession(await session(email.toUpperCase()));
    expect(person).toMatchObject({
      email,
      stage: "password",
      language: "nl",
      actor: { staffId, role: "finance", buildingIds: null },
    });
  });

  it("says the same of a wrong password, an unknown address and somebody without a password", async () => {
    const { email, staffId } = await colleague("finance");
    await prisma().staff.update({ where: { id: staffId }, data: { passwordHash: null } });
    const answers = await Promise.all([
      openSession(email, PASSWORD, NOWHERE),
      openSession("niemand@corporatie.nl", PASSWORD, NOWHERE),
      openSession((await colleague("finance")).email, "iets anders dan dit", NOWHERE),
    ]);
    expect(answers).toEqual(answers.map(() => ({ ok: false, code: "wrongSignIn" })));
  });

  it("with a password that somebody else gave works for a week, and says that it is over only to who has it", async () => {
    const { email, staffId } = await colleague("finance");
    expect((await openSession(email, PASSWORD, NOWHERE)).ok).toBe(true);
    await prisma().staff.update({ where: { id: staffId }, data: { firstPasswordUntil: new Date(Date.now() - 1000) } });
    expect(await openSession(email, PASSWORD, NOWHERE)).toEqual({ ok: false, code: "firstPasswordOver" });
    expect(await openSession(email, "iets anders dan dit", NOWHERE)).toEqual({ ok: false, code: "wrongSignIn" });
    await prisma().staff.update({ where: { id: staffId }, data: { mustChangePassword: false } });
    expect((await openSession(email, PASSWORD, NOWHERE)).ok, "one's own has no end").toBe(true);
  });

  it("makes whoever guesses wait after five mistakes, also when they guess all at once", async () => {
    const { email } = await colleague("finance");
    const guesses = await Promise.all(Array.from({ length: 8 }, (_, nth) => openSession(email, `gok ${nth}`, NOWHERE)));
    expect(guesses.filter((guess) => !guess.ok && guess.code === "wrongSignIn")).toHaveLength(5);
    expect(await openSession(email, PASSWORD, NOWHERE)).toEqual({ ok: false, code: "waitToSignIn", detail: { minutes: 1 } });
  });

  it("lets nobody lock its owner out: a browser they signed in with before goes on", async () => {
    const { email, staffId } = await colleague("finance");
    // Known is a browser once every step of signing in was taken there.
    await prisma().staff.update({ where: { id: staffId }, data: { mustChangePassword: false } });
    const first = await openSession(email, PASSWORD, NOWHERE);
    const own = { ...NOWHERE, browser: first.ok ? first.value.browser : null };
    for (let nth = 0; nth < 30; nth++) await openSession(email, `gok ${nth}`, { ...NOWHERE, address: "203.0.113.7" });
    expect(await openSession(email, PASSWORD, NOWHERE), "elsewhere one waits").toMatchObject({ code: "waitToSignIn" });
    expect((await openSession(email, PASSWORD, own)).ok).toBe(true);
    const wrong = await Promise.all(Array.from({ length: 8 }, (_, nth) => openSession(email, `mis ${nth}`, own)));
    expect(
      wrong.filter((one) => !one.ok && one.code === "wrongSignIn"),
      "and is counted by itself",
    ).toHaveLength(5);
  });

  it("stops who tries a few passwords on each of many accounts, and nobody at another address", async () => {
    const address = "198.51.100.9";
    const passwords = ["Zomer2026!", "Welkom01", "wachtwoord", "aanbel"];
    const answers: string[] = [];
    for (let account = 0; account < 28; account++)
      for (const password of passwords) {
        const answer = await openSession(`spray${account}@corporatie.nl`, password, { ...NOWHERE, address });
        answers.push(answer.ok ? "in" : answer.code);
      }
    expect(answers.filter((code) => code === "wrongSignIn")).toHaveLength(20);
    expect(answers.filter((code) => code === "waitToSignIn")).toHaveLength(92);
    const { email } = await colleague("finance");
    expect((await openSession(email, PASSWORD, { ...NOWHERE, address: "198.51.100.10" })).ok).toBe(true);
  });

  it("writes down that it failed, without what was typed", async () => {
    const { email, staffId } = await colleague("finance");
    await openSession(email, "mis", { ...NOWHERE, address: "192.0.2.1" });
    const rows = await prisma().auditEvent.findMany({ where: { action: "staff.signInFailed", staffId } });
    expect(rows.map(({ detail }) => detail)).toEqual([{ address: "192.0.2.1", known: true }]);
  });

  it("forgets earlier mistakes once it succeeds", async () => {
    const { email } = await colleague("finance");
    for (let nth = 0; nth < 4; nth++) await openSession(email, "mis", NOWHERE);
    await session(email);
    expect(await prisma().signInFailure.count({ where: { email } })).toBe(0);
  });

  it("keeps passwords only as argon2id", async () => {
    const { staffId } = await colleague("finance");
    const { passwordHash } = await prisma().staff.findUniqueOrThrow({ where: { id: staffId } });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
  });
});

describe("a session", () => {
  let email: string;
  let staffId: number;
  let sessionId: string;
  beforeEach(async () => {
    ({ email, staffId } = await colleague("consultant"));
    sessionId = await session(email);
  });

  it("is over after signing out", async () => {
    await closeSession(sessionId);
    expect(await staffOfSession(sessionId)).toBeNull();
  });

  it("is over when its time is up", async () => {
    await prisma().session.update({ where: { id: sessionId }, data: { expiresAt: new Date(0) } });
    expect(await staffOfSession(sessionId)).toBeNull();
  });

  it("is over when nothing was done for an hour", async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await prisma().session.update({ where: { id: sessionId }, data: { lastSeenAt: ago(59) } });
    const person = await staffOfSession(sessionId);
    expect(person).not.toBeNull();
    if (person) await touchSession(person);
    const row = await prisma().session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(row.lastSeenAt.getTime()).toBeGreaterThan(ago(1).getTime());
    await prisma().session.update({ where: { id: sessionId }, data: { lastSeenAt: ago(61) } });
    expect(await staffOfSession(sessionId)).toBeNull();
  });

  it("of somebody else is nobody's to end but an admin's", async () => {
    const other = await colleague("finance");
    const actor = knownActor({ staffId: other.staffId, role: "finance", name: "Anja", buildingIds: null });
    expect(await endSession(actor, { sessionId })).toMatchObject({ ok: false, code: "sessionUnknown" });
    expect(await staffOfSession(sessionId)).not.toBeNull();
  });

  it("is over when an admin ends it, and ending it twice is no fault", async () => {
    const admin = asAdmin((await colleague("admin")).staffId);
    expect(await endSession(admin, { sessionId })).toEqual({ ok: true, value: { ended: true } });
    expect((await endSession(admin, { sessionId })).ok).toBe(true);
    expect(await staffOfSession(sessionId)).toBeNull();
  });

  it("is over for every browser when the colleague loses their place, who then cannot sign in either", async () => {
    const second = await session(email);
    await setActive(asAdmin((await colleague("admin")).staffId), { staffId, active: false });
    expect([await staffOfSession(sessionId), await staffOfSession(second)]).toEqual([null, null]);
    expect((await openSession(email, PASSWORD, NOWHERE)).ok).toBe(false);
  });

  it("is over when the password is set anew", async () => {
    await setPassword(asAdmin((await colleague("admin")).staffId), { staffId, password: "een heel ander woord" });
    expect(await staffOfSession(sessionId)).toBeNull();
    expect((await openSession(email, "een heel ander woord", NOWHERE)).ok).toBe(true);
  });

  it("is not opened by a password that was changed while it was being looked at", async () => {
    const admin = asAdmin((await colleague("admin")).staffId);
    const [tried] = await Promise.all([
      openSession(email, PASSWORD, NOWHERE),
      setPassword(admin, { staffId, password: "een heel ander woord" }),
    ]);
    expect(tried.ok && (await staffOfSession(tried.value.sessionId))).toBeFalsy();
  });

  it("goes on once when a step is taken twice at the same moment", async () => {
    const both = await Promise.all([takeStep(sessionId, null), takeStep(sessionId, null)]);
    const open = await Promise.all(both.map((next) => staffOfSession(next.sessionId)));
    expect(open.filter((one) => one !== null)).toHaveLength(1);
  });

  it("that never was, or is no session id at all, is nobody's", async () => {
    expect(await staffOfSession("00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await staffOfSession("' OR 1=1 --")).toBeNull();
  });
});

describe("colleagues", () => {
  it("are found once by their address", async () => {
    const { email } = await colleague("finance");
    const again = await addStaff(
      SYSTEM,
      addStaffSchema.parse({ email, name: "An Ander", firstName: "An", role: "admin", password: PASSWORD }),
    );
    expect(again).toEqual({ ok: false, code: "emailTaken", detail: { email } });
  });

  it("cannot take their own place away", async () => {
    const { staffId } = await colleague("admin");
    expect(await setActive(asAdmin(staffId), { staffId, active: false })).toEqual({ ok: false, code: "notYourself" });
  });

  it("are listed for an admin only", async () => {
    const { staffId } = await colleague("admin");
    expect((await staffList(asAdmin(staffId))).length).toBeGreaterThan(0);
    expect(await staffList({ ...asAdmin(staffId), role: "finance" })).toEqual([]);
  });

  it("are no demo sign-ins unless the demo made them", async () => {
    await colleague("finance");
    expect(await demoStaff()).toEqual([]);
  });

  it("leave a line in the audit for every change", async () => {
    const { staffId } = await colleague("finance");
    const lines = await prisma().auditEvent.findMany({
      where: { action: "staff.addStaff", detail: { path: ["of"], equals: staffId } },
    });
    expect(lines).toHaveLength(1);
  });
});

describe("a caretaker", () => {
  it("sees the buildings of today: theirs, and those they cover, not those of before or later", async () => {
    const { email, staffId } = await colleague("caretaker");
    const days = [
      ["now", "2020-01-01", null],
      ["before", "2020-01-01", "2021-01-01"],
      ["later", "2099-01-01", null],
    ] as const;
    const buildings = new Map<string, number>();
    for (const [name, from, until] of days) {
      const place = { street: "Statenhof", houseNumber: "1", postcode: "3012AB", city: "Rotterdam" };
      const building = await prisma().building.create({ data: { code: `${name}${number}`, name, ...place } });
      const term = { fromDay: new Date(from), untilDay: until && new Date(until) };
      await prisma().buildingCaretaker.create({ data: { buildingId: building.id, email: email.toUpperCase(), ...term } });
      buildings.set(name, building.id);
    }
    expect((await staffOfSession(await session(email)))?.actor).toMatchObject({ staffId, buildingIds: [buildings.get("now")] });
  });
});
