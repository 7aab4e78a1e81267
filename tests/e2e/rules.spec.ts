import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

const MONTHS = "Achterstand in maandhuren voor de lijst (maandhuur)";
const number = (page: Page) =>
  page
    .getByRole("heading", { level: 1 })
    .innerText()
    .then((text) => /\d+/.exec(text)?.[0] ?? "");

/** Begins a draft with 0.80 in place of 0.50 months. */
async function prepare(page: Page): Promise<string> {
  await page.goto("/regels");
  await page.getByLabel("Waarom een andere versie?").fill("Later bellen bij een halve maand");
  await page.getByRole("button", { name: "Maak een concept" }).click();
  await page.waitForURL(/\/wijzigen$/);
  await page.getByLabel(MONTHS).fill("99");
  await page.getByRole("button", { name: "Bewaar het concept" }).click();
  await expect(page.getByText(/Dit is te hoog/)).toBeVisible();
  await expect(page.getByLabel(MONTHS)).toHaveValue("99");
  await page.getByLabel(MONTHS).fill("0,80");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bewaar het concept" }).click();
  await page.waitForURL(/\/regels\/\d+$/);
  return page.url();
}

/** Why somebody was or was not in the list of a past day, as it was known that morning: the whole page. */
async function answerOn(page: Page, tenancyId: string, day: string): Promise<string> {
  await page.goto(`/dossier/${tenancyId}/waarom?dag=${day}&bekend=toen`);
  return page.getByRole("main").innerText();
}

test("a policy is prepared, rehearsed, read and activated for next Monday, and what was answered stays", async ({
  page,
  browser,
}) => {
  test.setTimeout(900_000);
  const desk = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await signIn(desk, "finance");
  await desk.goto("/werklijst?tab=alles");
  const tenancyId = (await desk.locator("[data-row]").first().getAttribute("data-row")) ?? "";
  const before = await answerOn(desk, tenancyId, "2026-11-09");
  expect(before).toContain("persoonlijk-contact 1");

  await signIn(page, "management");
  const address = await prepare(page);
  const version = await number(page);
  await expect(page.locator("ins").filter({ hasText: "0,80 maandhuur" }).first()).toBeVisible();
  await expect(page.locator("del").filter({ hasText: "0,50 maandhuur" }).first()).toBeVisible();
  await expect(page.getByText("Lees eerst de proef van deze waarden")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Start de proef" }).click();
  await page
    .getByRole("link", { name: /^Proef van/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Ik heb dit gelezen" })).toBeVisible({ timeout: 600_000 });
  await expect(page.getByText(/Op \d+ van de 25 dagen verandert er iets/)).toBeVisible();
  const days = page.getByRole("table", { name: "Vandaag en de afgelopen 24 maanden" }).getByRole("row");
  await expect(days).toHaveCount(26);
  await days
    .filter({ has: page.locator("td:nth-child(4) b") })
    .first()
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { name: "Valt eraf" })).toBeVisible();
  await expect(page.locator("#wie").getByRole("link").first()).toHaveAttribute("href", /^\/dossier\/\d+$/);
  await expect(page.getByText("Niet of iemand dan eerder of later had betaald.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ik heb dit gelezen" }).click();
  await page.getByRole("link", { name: `Naar versie ${version}` }).click();

  await page.waitForURL(address);
  await expect(page.getByLabel("Gaat in op")).toHaveValue("2026-11-23");
  await page.getByLabel("Gaat in op").fill("2026-11-19");
  await page.getByRole("button", { name: "Neem in gebruik" }).click();
  await expect(page.getByText(/Die dag is voorbij/)).toBeVisible();
  await page.getByLabel("Gaat in op").fill("2026-11-23");
  await page.getByRole("button", { name: "Neem in gebruik" }).click();
  await expect(page.getByText("Gaat in op 23 november 2026")).toBeVisible();
  await page.goto("/regels");
  await expect(page.getByText(`Vanaf maandag 23 november beslist versie ${version}.`)).toBeVisible();
  expect(await answerOn(desk, tenancyId, "2026-11-09")).toBe(before);

  // The demo goes on as it was: a version whose day has not come can still be taken back.
  await page.goto(address);
  await page.getByRole("button", { name: "Trek deze versie in" }).click();
  await expect(page.getByText("Ingetrokken op 20 november 2026")).toBeVisible();
});

test("finance reads the rules and changes nothing", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/regels");
  await expect(page.getByText("Wijzigen doet de directie of de beheerder.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Maak een concept" })).toHaveCount(0);
});

const SCREENS = [
  ["the rules", "/regels"],
  ["how often each step came up", "/regels/gebruik"],
  ["a version", "/regels/1"],
] as const;

for (const [what, address] of SCREENS) {
  test(`${what} can be read by everyone, on a desk and on a phone, in light and in dark`, async ({ page }) => {
    await signIn(page, "admin");
    for (const [width, colorScheme] of [
      [1440, "light"],
      [1024, "dark"],
      [390, "light"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}
