import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import type { Role } from "@/lib/auth/actor";
import { allowed, type Entry, HOME, MATRIX } from "@/lib/auth/permissions";
import { translate } from "@/lib/i18n/translate";
import { signInAs } from "./sign-in";

/** Walks every page, route and action there is, as nobody and as every role: whoever may not gets nothing. */
const ROLES = Object.keys(HOME) as Role[];
const t = translate("nl");
const BUILD = process.env.AANBEL_TEST_BUILD ?? ".next";
const entriesOf = (kind: string) => (Object.keys(MATRIX) as Entry[]).filter((entry) => entry.startsWith(`${kind}:`));
const addressOf = (entry: string) =>
  entry
    .slice(entry.indexOf(":") + 1)
    .replace("[...nextauth]", "session")
    .replaceAll(/\[\w+\]/g, "1");

/** Every folder of app/ with a page or a route, as the matrix names it. */
function found(kind: "page" | "route"): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => path.basename(file) === (kind === "page" ? "page.tsx" : "route.ts"))
    .map((file) => `${kind}:/${path.dirname(file).replace(/^\.$/, "")}`);
}

/** Asks a route the way it answers: some are only posted to. */
const ask = (as: APIRequestContext, entry: string) => {
  const route = readFileSync(path.join("app", entry.slice(entry.indexOf(":") + 1), "route.ts"), "utf8");
  return /export (?:const|async function) GET/.test(route) ? as.get(addressOf(entry)) : as.post(addressOf(entry), { data: {} });
};

interface Reference {
  id: string;
  entry: Entry;
  page: string;
}
/** Every server action of the build, with a page that carries it. */
function actions(): Reference[] {
  const manifest = JSON.parse(readFileSync(path.join(BUILD, "server/server-reference-manifest.json"), "utf8"));
  type Known = { filename?: string; exportedName?: string; workers: Record<string, unknown> };
  return Object.entries(manifest.node as Record<string, Known>).flatMap(([id, known]) => {
    const room = /^lib\/(\w+)\/actions/.exec(known.filename ?? "")?.[1];
    const worker = Object.keys(known.workers)[0] ?? "app/page";
    const page = worker.replace(/^app/, "").replace(/\/page$/, "") || "/";
    return room ? [{ id, entry: `action:${room}.${known.exportedName}` as Entry, page: page.replaceAll(/\[\w+\]/g, "1") }] : [];
  });
}

/** Sends an action as a browser would, with an empty form. */
async function send(as: APIRequestContext, { id, page }: Reference): Promise<string> {
  const answer = await as.post(page, {
    headers: { "Next-Action": id, Accept: "text/x-component" },
    multipart: { "1_nothing": "", "0": '[{"status":"idle"},"$K1"]' },
    maxRedirects: 0,
  });
  return answer.text();
}

const fresh = (baseURL: string | undefined, storageState?: Awaited<ReturnType<typeof signInAs>>) =>
  request.newContext({ baseURL, storageState, extraHTTPHeaders: { Origin: baseURL ?? "" } });

test("the matrix names every page and route there is, and no others", () => {
  for (const kind of ["page", "route"] as const) expect(entriesOf(kind).sort()).toEqual(found(kind).sort());
});

test("every action of the program is in the matrix", () => {
  const built = actions();
  expect(built.length).toBeGreaterThan(0);
  expect(built.filter(({ entry }) => !(entry in MATRIX))).toEqual([]);
});

test("nobody signed in gets nothing", async ({ baseURL }) => {
  const nobody = await fresh(baseURL);
  for (const entry of entriesOf("page").filter((each) => !allowed(null, each))) {
    const answer = await nobody.get(addressOf(entry), { maxRedirects: 0 });
    expect([entry, answer.status()]).toEqual([entry, 307]);
    expect(answer.headers().location).toMatch(/^\/aanmelden\?naar=/);
  }
  for (const entry of entriesOf("route").filter((each) => !allowed(null, each))) {
    expect([entry, (await ask(nobody, entry)).status()]).toEqual([entry, 401]);
  }
  for (const each of actions().filter(({ entry }) => !allowed(null, entry))) {
    expect(await send(nobody, each), each.entry).toContain(t("common.refused.signedOut"));
  }
});

for (const role of ROLES) {
  test(`${role} gets only what the matrix gives`, async ({ baseURL, browser }) => {
    test.setTimeout(180_000);
    const someone = await fresh(baseURL, await signInAs(browser, role));
    for (const entry of entriesOf("page").filter((each) => !allowed(role, each))) {
      expect([entry, (await someone.get(addressOf(entry), { maxRedirects: 0 })).status()]).toEqual([entry, 404]);
    }
    for (const entry of entriesOf("page").filter((each) => allowed(role, each) && !each.includes("["))) {
      expect([entry, (await someone.get(addressOf(entry))).status()]).toEqual([entry, 200]);
    }
    for (const entry of entriesOf("route").filter((each) => !allowed(role, each))) {
      expect([entry, (await ask(someone, entry)).status()]).toEqual([entry, 404]);
    }
    for (const each of actions().filter(({ entry }) => !allowed(role, entry))) {
      expect(await send(someone, each), each.entry).toContain(t("common.refused.notAllowed"));
    }
  });
}

test("a caretaker is told no word of debt by a page that is not theirs", async ({ baseURL, browser }) => {
  const someone = await fresh(baseURL, await signInAs(browser, "caretaker"));
  for (const entry of entriesOf("page").filter((each) => !allowed("caretaker", each)))
    for (const headers of [{ accept: "text/html" }, { RSC: "1" }] as Record<string, string>[]) {
      const text = await (await someone.get(addressOf(entry), { headers })).text();
      expect(text, entry).not.toMatch(/€|huurachterstand|betalingsachterstand|huurschuld/i);
    }
});

test("a session that was ended elsewhere is over at once", async ({ baseURL, browser }) => {
  const state = await signInAs(browser, "management");
  const [here, there] = [await fresh(baseURL, state), await fresh(baseURL, state)];
  expect((await here.get("/resultaten", { maxRedirects: 0 })).status()).toBe(200);
  const signOut = actions().find(({ entry }) => entry === "action:access.signOut");
  await send(there, signOut as Reference);
  expect((await here.get("/resultaten", { maxRedirects: 0 })).status()).toBe(307);
});

test("a cookie that was made up, or signed by another, is nobody's", async ({ baseURL }) => {
  for (const value of ["x", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c"]) {
    const someone = await request.newContext({ baseURL, extraHTTPHeaders: { Cookie: `aanbel.session=${value}` } });
    expect((await someone.get("/beheer", { maxRedirects: 0 })).status()).toBe(307);
  }
});
