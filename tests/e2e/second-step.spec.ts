import { type Browser, expect, type Page, test } from "@playwright/test";
import { generate } from "otplib";
import { expectAccessibleInEveryLook } from "./accessible";
import { signIn } from "./sign-in";

const FIRST = "een lange korte zin";
const OWN = "fiets kachel maandag";
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });

/** A colleague of the board's own, made by the admin, with a password of their own by now; and their browser. */
async function colleague(browser: Browser, baseURL: string, name: string): Promise<{ email: string; page: Page; admin: Page }> {
  const email = `${name}${Date.now()}@corporatie.nl`;
  const admin = await (await browser.newContext({ baseURL, locale: "nl-NL" })).newPage();
  await signIn(admin, "admin");
  await admin.goto("/beheer");
  await admin.getByLabel("Voor- en achternaam").fill("Proef de Vries");
  await admin.getByLabel("Voornaam", { exact: true }).fill("Proef");
  await admin.getByLabel("E-mailadres").fill(email);
  await admin.getByLabel("Rol").selectOption("management");
  await admin.getByRole("main").getByLabel("Wachtwoord", { exact: true }).fill(FIRST);
  await button(admin, "Collega toevoegen").click();
  await expect(admin.getByText("De collega kan zich nu aanmelden.")).toBeVisible();
  const page = await (await browser.newContext({ baseURL, locale: "nl-NL" })).newPage();
  await giveIn(page, email, FIRST);
  await page.getByLabel("Huidig wachtwoord").fill(FIRST);
  await page.getByLabel("Nieuw wachtwoord").fill("123456789012345");
  await button(page, "Wachtwoord vastleggen").click();
  await expect(page.getByRole("alert").first()).toContainText("makkelijk te raden");
  await page.getByLabel("Huidig wachtwoord").fill(FIRST);
  await page.getByLabel("Nieuw wachtwoord").fill(OWN);
  await button(page, "Wachtwoord vastleggen").click();
  await page.waitForURL("**/resultaten");
  return { email, page, admin };
}
async function giveIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord").fill(password);
  await button(page, "Aanmelden").click();
  await page.waitForURL((url) => url.pathname !== "/aanmelden");
}

test("codes of an app are asked beside the password; a used one, and a used recovery code, count no more", async ({
  browser,
  baseURL,
}) => {
  const { email, page, admin } = await colleague(browser, baseURL ?? "", "codes");
  await page.goto("/mijn");
  await button(page, "Stel de app in").click();
  await expect(page.getByRole("img", { name: "QR-code voor je app" })).toBeVisible();
  const secret = (await page.locator("p.font-mono").innerText()).replaceAll(" ", "");
  await expectAccessibleInEveryLook(page);
  const first = await generate({ secret });
  await page.getByLabel("De code die je app nu toont").fill(first);
  await button(page, "Zet aan").click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(11);
  const recovery = await page.locator("ul.font-mono li").allInnerTexts();
  await page.getByRole("link", { name: "Ik heb ze bewaard" }).click();
  await expect(page.getByText("Nog 10 reservecodes")).toBeVisible();

  const other = await (await browser.newContext({ baseURL, locale: "nl-NL" })).newPage();
  await giveIn(other, email, OWN);
  await expect(other.getByRole("heading", { level: 1, name: "Nog een stap" })).toBeVisible();
  await other.goto("/resultaten");
  await expect(other, "nothing is open before the second step").toHaveURL(/\/aanmelden\/verder\?naar=%2Fresultaten/);
  await expectAccessibleInEveryLook(other);
  await other.getByLabel("Code").fill(first);
  await button(other, "Verder").click();
  await expect(other.getByRole("alert").first()).toContainText("Deze code klopt niet, of is al gebruikt");
  await other.getByLabel("Code").fill(recovery[0] ?? "");
  await button(other, "Verder").click();
  await other.waitForURL("**/resultaten");

  await page.goto("/mijn");
  await expect(page.getByText("Nog 9 reservecodes")).toBeVisible();
  await button(page, /^Beëindigen/)
    .first()
    .click();
  await expect(button(page, /^Beëindigen/)).toHaveCount(0);
  await other.goto("/resultaten");
  await expect(other).toHaveURL(/\/aanmelden/);
  await giveIn(other, email, OWN);
  await other.getByLabel("Code").fill(recovery[0] ?? "");
  await button(other, "Verder").click();
  await expect(other.getByRole("alert").first()).toContainText("al gebruikt");

  // The phone is gone: one press of the administrator, and every session is over.
  await admin.goto("/beheer");
  await admin.locator("summary", { hasText: email }).click();
  await button(admin, "Tweede stap wissen").click();
  await expect(admin.getByText("Gewist.")).toBeVisible();
  await page.goto("/mijn");
  await expect(page).toHaveURL(/\/aanmelden/);
  await giveIn(page, email, OWN);
  await expect(page).toHaveURL(/\/resultaten/);
});

test("a passkey signs in without a password, and is gone with one press", async ({ browser, baseURL }) => {
  // A passkey belongs to a name: an address of digits has none.
  const named = (baseURL ?? "").replace("127.0.0.1", "localhost");
  const { page, admin } = await colleague(browser, named, "sleutel");
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto("/mijn");
  await page.getByLabel("Naam van dit toestel").fill("Laptop van Proef");
  await button(page, "Maak een toegangssleutel").click();
  await expect(page.getByText("Laptop van Proef")).toBeVisible();
  await expectAccessibleInEveryLook(page);

  await page.context().clearCookies();
  await page.goto("/aanmelden?naar=/resultaten/aedes");
  await button(page, "Aanmelden met een toegangssleutel").click();
  await page.waitForURL((url) => url.pathname === "/resultaten/aedes");
  await page.goto("/mijn");
  await expect(page.getByText(/het laatst gebruikt/)).toBeVisible();
  await button(page, "Verwijder de toegangssleutel Laptop van Proef").click();
  await expect(page.getByText("Laptop van Proef")).toHaveCount(0);

  await page.context().clearCookies();
  await page.goto("/aanmelden");
  await button(page, "Aanmelden met een toegangssleutel").click();
  await expect(page.getByText("Dit lukte niet met deze toegangssleutel")).toBeVisible();
  await admin.context().close();
});

test("a link of the administrator sets a password once", async ({ browser, baseURL }) => {
  const { email, page, admin } = await colleague(browser, baseURL ?? "", "link");
  await admin.reload();
  await admin.locator("summary", { hasText: email }).click();
  await button(admin, "Maak een link").click();
  const link = await admin.getByText(/nieuw-wachtwoord\?sleutel=/).innerText();
  const visitor = await (await browser.newContext({ baseURL, locale: "nl-NL" })).newPage();
  await visitor.goto(link);
  await expectAccessibleInEveryLook(visitor);
  await visitor.getByLabel("Nieuw wachtwoord").fill("tuinstoel lampion zee");
  await button(visitor, "Wachtwoord vastleggen").click();
  await expect(visitor.getByText("Je wachtwoord geldt.")).toBeVisible();
  await page.goto("/resultaten");
  await expect(page, "who was signed in with the old one is so no more").toHaveURL(/\/aanmelden/);
  await giveIn(visitor, email, "tuinstoel lampion zee");
  await expect(visitor).toHaveURL(/\/resultaten/);
  await visitor.goto(link);
  await visitor.getByLabel("Nieuw wachtwoord").fill("nog een ander woord");
  await button(visitor, "Wachtwoord vastleggen").click();
  await expect(visitor.getByRole("alert").first()).toContainText("gebruikt of verlopen");
});
