import { type APIRequestContext, expect, request, test } from "@playwright/test";
import type { Role } from "@/lib/auth/actor";
import { allowed, type Entry, HOME, MATRIX } from "@/lib/auth/permissions";
import { signInAs } from "./sign-in";

const pages = (Object.keys(MATRIX) as Entry[]).filter((entry) => entry.startsWith("page:"));
const addressOf = (entry: string) => entry.slice("page:".length).replaceAll(/\[\w+\]/g, "1");
const ROLES = Object.keys(HOME) as Role[];

/** Ways to ask for a page beside opening it: what the router fetches, what it fetches ahead, and only the head. */
const WAYS = [
  { name: "as the router asks", headers: { RSC: "1" }, method: "get" },
  { name: "fetched ahead", headers: { RSC: "1", "Next-Router-Prefetch": "1" }, method: "get" },
  {
    name: "a segment ahead",
    headers: { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
    method: "get",
  },
  { name: "only the head", headers: {}, method: "head" },
] as const;

const context = async (baseURL: string | undefined, state?: Awaited<ReturnType<typeof signInAs>>): Promise<APIRequestContext> =>
  request.newContext({ baseURL, ...(state && { storageState: state }) });

for (const role of ROLES) {
  test(`a page that ${role} may not open gives nothing, whichever way it is asked for`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const someone = await context(baseURL, await signInAs(browser, role));
    // What a page that does not exist says is all there is to see.
    const nothing = async (headers: Record<string, string>) => (await someone.get("/bestaat-niet", { headers })).text();
    for (const entry of pages.filter((each) => !allowed(role, each)))
      for (const { name, headers, method } of WAYS) {
        const answer = await someone[method](addressOf(entry), { headers, maxRedirects: 0 });
        const text = await answer.text();
        const empty =
          answer.status() === 404 || answer.status() === 307 || /NEXT_HTTP_ERROR_FALLBACK;404|NEXT_REDIRECT/.test(text);
        expect(
          empty || text.length <= (await nothing(headers)).length,
          `${entry} ${name}: ${answer.status()} ${text.slice(0, 200)}`,
        ).toBe(true);
      }
  });
}

test("an address that makes no sense is refused, and is never a fault of ours", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const someone = await context(baseURL, await signInAs(browser, "finance"));
  const said = [
    ["?zoek=%00", 400],
    ["?maand=1&maand=2", 400],
    ["?zoek=%E0%A4%A", 400],
    ["?maand=9999-99&dag=0000-00-00&dossier=99999999999999999999&rijen=-1&gebouw=1e400", null],
    [`?zoek=${"x".repeat(3000)}`, null],
    ["?__proto__=1&constructor[x]=2", null],
    ["?zoek=~bm90IG91cnM", null],
  ] as const;
  for (const entry of pages.filter((each) => allowed("finance", each)))
    for (const [query, status] of said) {
      const answer = await someone.get(`${addressOf(entry)}${query}`, { maxRedirects: 0 });
      if (status === null) expect(answer.status(), `${entry}${query.slice(0, 60)}`).toBeLessThan(500);
      else expect([entry, query, answer.status()]).toEqual([entry, query, status]);
    }
});

test("what somebody else's page sends along changes nothing here", async ({ browser, baseURL }) => {
  const state = await signInAs(browser, "finance");
  const send = async (headers: Record<string, string>) =>
    (await (await context(baseURL, state)).post("/api/concepten", { headers, data: {} })).status();
  expect(await send({ Origin: "https://elders.example" })).toBe(403);
  expect(await send({ Origin: "null" })).toBe(403);
  expect(await send({ Origin: `${baseURL}.elders.example` })).toBe(403);
  expect(await send({}), "nor what does not say where it is from").toBe(403);
  expect(await send({ Origin: baseURL ?? "" })).toBe(400);
});

test("every page keeps itself out of caches, frames and other pages' scripts", async ({ browser, baseURL }) => {
  const someone = await context(baseURL, await signInAs(browser, "finance"));
  for (const entry of pages.filter((each) => allowed("finance", each) && !each.includes("["))) {
    const headers = (await someone.get(addressOf(entry))).headers();
    expect(headers["cache-control"], entry).toMatch(/no-store/);
    expect(headers["content-security-policy"], entry).toMatch(
      /script-src 'self' 'nonce-[^']+' 'strict-dynamic'.*frame-ancestors 'none'/,
    );
    expect(headers["x-content-type-options"], entry).toBe("nosniff");
    expect(headers["referrer-policy"], entry).toBe("same-origin");
    expect(headers["permissions-policy"], entry).toContain("camera=()");
  }
});

test("who is looked for never stands in an address", async ({ browser, baseURL }) => {
  const page = await (
    await browser.newContext({ baseURL, locale: "nl-NL", storageState: await signInAs(browser, "finance") })
  ).newPage();
  const asked: string[] = [];
  page.on("request", (one) => asked.push(one.url()));
  await page.goto("/werklijst");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox", { name: "Zoek op naam, adres of nummer" }).fill("jansen");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/gevonden.*jansen|jansen.*gevonden/i).first()).toBeVisible();
  await page
    .getByRole("link", { name: /Jansen/ })
    .first()
    .click();
  await page.goto("/huurder-belt");
  await page.getByRole("searchbox").last().fill("jansen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /jansen/i }).first()).toBeVisible();
  expect(asked.filter((url) => /jansen/i.test(url))).toEqual([]);
});
