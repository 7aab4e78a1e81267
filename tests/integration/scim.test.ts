import { beforeAll, describe, expect, it } from "vitest";
import { moveAccount } from "@/lib/access/commands/join";
import { comeIn, setOrganisation } from "@/lib/access/commands/organisation";
import { makePasswordLink } from "@/lib/access/commands/own-password";
import { makeScimKey } from "@/lib/access/commands/scim";
import { scim } from "@/lib/access/jobs";
import { organisationSchema } from "@/lib/access/schema";
import { SYSTEM } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/db";
import { addStaff } from "@/lib/staff/commands/colleague";
import { staffOfSession } from "@/lib/staff/queries/staff";
import { addStaffSchema } from "@/lib/staff/schema";
import { NOWHERE } from "../factories/from";

const issuer = "https://login.example/9a/v2.0";
let key = "";

beforeAll(async () => {
  const organisation = { name: "Maasstede", issuer, clientId: "aanbel", secret: "geheim", "role.finance": "Aanbel.Incasso" };
  await setOrganisation(SYSTEM, organisationSchema.parse({ ...organisation, "role.management": "Aanbel.Directie" }));
  const made = await makeScimKey(SYSTEM);
  key = made.ok ? made.value.key : "";
});

type Body = { id: string; active: boolean; totalResults: number; Resources: unknown[]; roles: unknown[] };
async function ask(method: string, path: string, body: unknown = null, given = key) {
  const [place = "", filter = null] = path.split("?filter=");
  const answer = await scim({ method, path: place.split("/").filter(Boolean), filter, key: given, body });
  return answer && { status: answer.status, body: answer.body as Body };
}
const anja = (nth: number, more: object = {}) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  externalId: `oid-${nth}`,
  userName: `anja${nth}@maasstede.nl`,
  active: true,
  displayName: "Anja Dekker",
  name: { givenName: "Anja", familyName: "Dekker" },
  roles: [{ primary: "True", value: "Aanbel.Incasso" }],
  ...more,
});
const claims = (nth: number) => ({ iss: issuer, sub: `sub-${nth}`, oid: `oid-${nth}`, email: `anja${nth}@maasstede.nl` });

describe("the organisation's directory", () => {
  it("is nobody without the key it was given", async () => {
    expect(await ask("GET", "/Users", null, "x".repeat(43))).toBeNull();
    expect(await ask("GET", "/ServiceProviderConfig")).toMatchObject({ status: 200 });
  });

  it("asks, adds and asks again, as Entra does, and finds who it added", async () => {
    const filter = (word: string) => `/Users?filter=${word}`;
    expect((await ask("GET", filter('externalId eq "oid-1"')))?.body).toMatchObject({ totalResults: 0, Resources: [] });
    const made = await ask("POST", "/Users", anja(1));
    expect(made).toMatchObject({ status: 201, body: { active: true, roles: [{ value: "Aanbel.Incasso" }] } });
    expect((await ask("GET", filter('userName eq "ANJA1@maasstede.nl"')))?.body.totalResults).toBe(1);
    expect(await ask("GET", `/Users/${made?.body.id}`)).toMatchObject({ status: 200, body: { externalId: "oid-1" } });
    expect(await ask("POST", "/Users", anja(1)), "twice is a conflict").toMatchObject({ status: 409 });
    expect(await prisma().staff.findFirst({ where: { externalId: "oid-1" } })).toMatchObject({
      role: "finance",
      passwordHash: null,
    });
  });

  it("never takes over an account that only has the same e-mail, nor sees or changes one", async () => {
    const own = {
      email: "anja2@maasstede.nl",
      name: "Anja Eigen",
      firstName: "Anja",
      role: "admin",
      password: "een lange korte zin",
    };
    const added = await addStaff(SYSTEM, addStaffSchema.parse(own));
    const id = added.ok ? added.value.staffId : 0;
    expect(await ask("POST", "/Users", anja(2))).toMatchObject({ status: 409 });
    expect((await ask("GET", '/Users?filter=userName eq "anja2@maasstede.nl"'))?.body.totalResults).toBe(0);
    for (const method of ["GET", "PUT", "PATCH", "DELETE"])
      expect(
        await ask(method, `/Users/${id}`, { Operations: [{ op: "Replace", path: "active", value: "False" }] }),
      ).toMatchObject({
        status: 404,
      });
    expect(await prisma().staff.findUnique({ where: { id } })).toMatchObject({ active: true, role: "admin" });
  });

  it.each([
    ["active as text", { Operations: [{ op: "Replace", path: "active", value: "False" }] }],
    ["active without a path", { Operations: [{ op: "replace", value: { active: false } }] }],
  ])("takes a place away with %s, and every session is over with it", async (word, body) => {
    const nth = word === "active as text" ? 3 : 4;
    const made = await ask("POST", "/Users", anja(nth));
    const came = await comeIn({ ...claims(nth), roles: ["Aanbel.Incasso"] }, NOWHERE);
    const sessionId = came.ok ? came.value.sessionId : "";
    expect(await staffOfSession(sessionId)).not.toBeNull();
    expect(await ask("PATCH", `/Users/${made?.body.id}`, body)).toMatchObject({ status: 200, body: { active: false } });
    expect(await staffOfSession(sessionId)).toBeNull();
    expect(await prisma().session.count({ where: { id: sessionId, endedAt: null } })).toBe(0);
    expect(await comeIn({ ...claims(nth), roles: ["Aanbel.Incasso"] }, NOWHERE)).toMatchObject({ code: "notActive" });
    const back = await ask("PATCH", `/Users/${made?.body.id}`, { Operations: [{ op: "Add", path: "active", value: "True" }] });
    expect(back).toMatchObject({ status: 200, body: { active: true } });
    expect((await comeIn({ ...claims(nth), roles: ["Aanbel.Incasso"] }, NOWHERE)).ok).toBe(true);
  });

  it("gets an account with a password here only when an administrator let it go over, and gives it back when one says so", async () => {
    const own = {
      email: "anja7@maasstede.nl",
      name: "Anja Over",
      firstName: "Anja",
      role: "finance",
      password: "een lange korte zin",
    };
    const added = await addStaff(SYSTEM, addStaffSchema.parse(own));
    const staffId = added.ok ? added.value.staffId : 0;
    const came = () => comeIn({ ...claims(7), roles: ["Aanbel.Incasso"] }, NOWHERE);
    expect(await came()).toMatchObject({ code: "emailTaken" });
    await moveAccount(SYSTEM, { staffId, to: "organisation" });
    expect((await came()).ok).toBe(true);
    expect(await prisma().staff.findUnique({ where: { id: staffId } })).toMatchObject({
      externalId: "oid-7",
      passwordHash: null,
    });
    await moveAccount(SYSTEM, { staffId, to: "here" });
    expect(await prisma().session.count({ where: { staffId, endedAt: null } })).toBe(0);
    expect(await came(), "nor is it taken again by itself").toMatchObject({ code: "emailTaken" });
    expect((await makePasswordLink(SYSTEM, { staffId })).ok).toBe(true);
  });

  it("that does not say when somebody proved who they are leaves them nothing that cannot be undone", async () => {
    const proved = async (more: object) => {
      const answer = await comeIn({ ...claims(8), roles: ["Aanbel.Incasso"], ...more }, NOWHERE);
      return (await staffOfSession(answer.ok ? answer.value.sessionId : ""))?.provedAt.getTime() ?? -1;
    };
    expect(await proved({})).toBe(0);
    const now = Math.floor(Date.now() / 1_000);
    expect(await proved({ auth_time: now - 60 })).toBe((now - 60) * 1_000);
    expect(await proved({ auth_time: now + 9_999 }), "nor ahead of now").toBeLessThanOrEqual(Date.now());
  });

  it("deletes nobody: the place is taken away, and what they did stays theirs", async () => {
    const made = await ask("POST", "/Users", anja(5));
    expect(await ask("DELETE", `/Users/${made?.body.id}`)).toMatchObject({ status: 204 });
    expect(await ask("GET", `/Users/${made?.body.id}`)).toMatchObject({ status: 200, body: { active: false } });
  });

  it("gives who has no role of ours nothing to see, and no way in", async () => {
    const made = await ask("POST", "/Users", anja(6, { roles: [{ value: "Iets.Anders" }] }));
    expect(await prisma().staff.findFirst({ where: { externalId: "oid-6" } })).toMatchObject({ role: "caretaker" });
    expect(await comeIn({ ...claims(6), roles: [] }, NOWHERE)).toMatchObject({ code: "noRole" });
    await ask("PATCH", `/Users/${made?.body.id}`, { Operations: [{ op: "Replace", path: "roles", value: "Aanbel.Directie" }] });
    expect(await prisma().staff.findFirst({ where: { externalId: "oid-6" } })).toMatchObject({ role: "management" });
  });

  it("is told what it asked wrongly", async () => {
    expect(await ask("POST", "/Users", { userName: "zonder id" })).toMatchObject({ status: 400 });
    expect(await ask("GET", '/Users?filter=name co "x"')).toMatchObject({ status: 400 });
    expect(await ask("PATCH", "/Users/999999", {})).toMatchObject({ status: 404 });
    expect(await ask("GET", "/Groups")).toMatchObject({ status: 404 });
  });
});
