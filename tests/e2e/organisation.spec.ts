import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Provided, provider } from "../factories/provider";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

test.describe.configure({ mode: "serial" });
let there: Provided;
let admin: Page;

const fill = async (label: string, text: string) => admin.getByLabel(label, { exact: true }).fill(text);

test.beforeAll(async ({ browser, baseURL }) => {
  there = await provider(`${baseURL}/api/auth/callback/organisatie`);
  admin = await (await browser.newContext({ baseURL, locale: "nl-NL" })).newPage();
  await signIn(admin, "admin");
  await admin.goto("/beheer/verbindingen");
  await fill("Naam op de knop", "Wonen Maasstede");
  await fill("Adres van de aanbieder (issuer)", there.issuer);
  await fill("Client-id", there.clientId);
  await fill("Clientgeheim", there.secret);
  await admin.getByText("Rollen", { exact: true }).click();
  const section = admin.locator("section", { hasText: "Aanmelden via de organisatie" });
  await section.getByLabel("Directie").fill("Aanbel.Directie");
  await section.getByLabel("Huurincasso").fill("Aanbel.Incasso");
  await section.getByRole("button", { name: "Vastleggen" }).click();
  await expect(admin.getByText("De knop staat op de aanmeldpagina.")).toBeVisible();
});
test.afterAll(async () => {
  await admin.goto("/beheer/verbindingen");
  await admin.locator("section", { hasText: "Aanmelden via de organisatie" }).getByRole("button", { name: "Zet uit" }).click();
  await expect(admin.getByRole("button", { name: "Zet uit" })).toHaveCount(0);
  await there.stop();
});

/** A browser of their own, after they pressed the button of the organisation. */
async function comes(browser: Browser, baseURL: string, address = "/aanmelden"): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, locale: "nl-NL" })).newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Aanmelden via Wonen Maasstede" }).click();
  return page;
}
const anja = { name: "Anja Dekker", given_name: "Anja", email: `anja${Date.now()}@maasstede.nl` };

test("who has a role there comes in with it, to the page they asked for, and without a second place the next time", async ({
  browser,
  baseURL,
}) => {
  there.next("sub-1", { ...anja, oid: "oid-1", roles: ["Iets.Anders", "Aanbel.Directie"] });
  const page = await comes(browser, baseURL ?? "", "/aanmelden?naar=/resultaten/aedes");
  await page.waitForURL((url) => url.pathname === "/resultaten/aedes");
  await expect(page.getByRole("banner")).toContainText("Anja");
  await page.goto("/mijn");
  await expect(page.getByText("daar staat ook je wachtwoord")).toBeVisible();

  // Another e-mail and another sub, the same person: the provider's own id says so.
  there.next("sub-2", { ...anja, email: `getrouwd${Date.now()}@maasstede.nl`, oid: "oid-1", roles: ["Aanbel.Directie"] });
  const again = await comes(browser, baseURL ?? "");
  await again.waitForURL("**/resultaten");
  await admin.goto("/beheer");
  await expect(admin.locator("summary", { hasText: anja.email })).toHaveCount(1);
  await expect(admin.locator("summary", { hasText: "getrouwd" })).toHaveCount(0);
  await expectAccessible(admin);

  // Another role there is another role here, and what stood open is over.
  there.next("sub-1", { ...anja, oid: "oid-1", roles: ["Aanbel.Incasso"] });
  const third = await comes(browser, baseURL ?? "");
  await third.waitForURL("**/werklijst**");
  await page.goto("/resultaten");
  await expect(page).toHaveURL(/\/aanmelden/);
});

test("who has no role there, or only the e-mail of an account here, does not come in", async ({ browser, baseURL }) => {
  there.next("sub-3", { ...anja, oid: "oid-3", email: "x@maasstede.nl", roles: [] });
  const none = await comes(browser, baseURL ?? "");
  await expect(none.getByText("geeft je nog geen rol in Aanbel")).toBeVisible();
  await expectAccessible(none);
  there.next("sub-4", { ...anja, oid: "oid-4", email: "beheer@demo.aanbel.nl", roles: ["Aanbel.Directie"] });
  const same = await comes(browser, baseURL ?? "");
  await expect(same.getByText("we voegen ze nooit vanzelf samen")).toBeVisible();
  await same.goto("/resultaten");
  await expect(same).toHaveURL(/\/aanmelden/);
});
