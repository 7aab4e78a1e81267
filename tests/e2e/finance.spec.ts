import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { keysWork } from "./keys-work";
import { signIn } from "./sign-in";
import { openFirstCall as firstCall } from "./silent";

const tray = (page: Page) => page.getByRole("status", { name: "Net vastgelegd" });
const caseName = (page: Page) => page.locator("[data-case-name]");
const rows = (page: Page) => page.locator("[data-row]");

/** Opens a list and waits until its first case is named in the address: then the keys work. */
async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page).toHaveURL(/dossier=\d+/);
  await keysWork(page);
}

test.beforeEach(({ page }) => signIn(page, "finance"));

test("one key records a call that was not answered and opens the next case; Z takes it back", async ({ page }) => {
  const first = await firstCall(page);
  await expect(page.getByText("Niet opgenomen?")).toBeVisible();
  await page.keyboard.press("1");
  await expect(tray(page)).toContainText("niet opgenomen");
  await expect(tray(page)).toContainText(first.name);
  await expect(caseName(page)).not.toHaveText(first.name);
  await expect(caseName(page)).toBeFocused();
  await page.keyboard.press("z");
  await expect(tray(page)).toContainText("Ongedaan gemaakt");
  await tray(page).getByRole("link", { name: "Open het dossier" }).click();
  await expect(caseName(page)).toHaveText(first.name);
});

test("J and K walk through the filtered list, and the position says where one is", async ({ page }) => {
  await openList(page, "/werklijst?tab=alles");
  const names = await rows(page).evaluateAll((all) =>
    all.slice(0, 3).map((each) => each.querySelector("span span")?.textContent),
  );
  await expect(page.getByText(/^1 van \d+$/)).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByText(/^2 van \d+$/)).toBeVisible();
  await expect(caseName(page)).toHaveText(names[1] ?? "");
  await page.keyboard.press("k");
  await expect(caseName(page)).toHaveText(names[0] ?? "");
});

test("a promise is recorded with its day, stands on the case and rests it", async ({ page }) => {
  const { name, id } = await firstCall(page);
  await page.keyboard.press("t");
  await expect(page.getByLabel("Dag waarop er betaald wordt")).toBeFocused();
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  await expect(page.getByText("Vul een bestaande dag in")).toBeVisible();
  await page.getByLabel("Notitie voor een collega").fill("Belt zelf als het niet lukt.");
  await page
    .getByRole("region", { name: "Betaalt op een dag" })
    .getByRole("button", { name: /(ma|di|wo|do|vr|za|zo) \d/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  await expect(tray(page)).toContainText("beloofde");
  await page.goto(`/dossier/${id}`);
  await expect(caseName(page)).toHaveText(name);
  await expect(page.getByText("Toezegging loopt.")).toBeVisible();
  await expect(page.getByText("Belt zelf als het niet lukt.")).toBeVisible();
});

test("what was typed stays when it is refused", async ({ page }) => {
  await firstCall(page);
  await page.keyboard.press("t");
  await page.getByLabel("Bedrag").fill("99999,99");
  await page.getByLabel("Dag waarop er betaald wordt").fill("2000-01-01");
  await page.getByLabel("Notitie voor een collega").fill("Blijft staan.");
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("Notitie voor een collega")).toHaveValue("Blijft staan.");
  await expect(page.getByLabel("Bedrag")).toHaveValue("99999,99");
});

test("an arrangement shows every term before it is recorded", async ({ page }) => {
  await firstCall(page);
  await page.keyboard.press("r");
  await page.getByLabel("Aantal termijnen").fill("3");
  const terms = page.getByRole("table", { name: "Zo wordt het" }).getByRole("row");
  await expect(terms).toHaveCount(4);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  await expect(tray(page)).toContainText("3 termijnen");
});

test("the text of a message is shown in full before it goes", async ({ page }) => {
  await openList(page, "/werklijst?stap=sms");
  await page.keyboard.press("b");
  await expect(page.getByText(/, met \S+ van Wonen Maasstede\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Verstuur de sms" })).toBeVisible();
});

test("search finds a tenant by name, also one who is not behind", async ({ page }) => {
  await openList(page, "/werklijst?tab=alles");
  const name = await rows(page).nth(1).locator("span span").first().innerText();
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name.split(/\s/).at(-1) ?? "");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/gevonden voor/)).toBeVisible();
  await expect(rows(page).filter({ hasText: name }).first()).toBeVisible();
  await page.getByRole("link", { name: "Terug naar de lijst" }).first().click();
  await expect(page).not.toHaveURL(/zoek=/);
});

test("an empty search says what to try", async ({ page }) => {
  await page.goto("/werklijst?tab=alles&zoek=qqqqzz");
  await expect(page.getByRole("heading", { name: /Niemand met ‘qqqqzz’/ })).toBeVisible();
});

const SCREENS = [
  ["the list of today", "/werklijst"],
  ["everybody", "/werklijst?tab=alles"],
  ["a call", "/werklijst?stap=call"],
  ["an empty tab", "/werklijst?stap=bestaat-niet"],
] as const;

for (const [what, address] of SCREENS) {
  test(`${what} can be read by everyone, on a desk and on a phone, in light and in dark`, async ({ page }) => {
    for (const [width, colorScheme] of [
      [1440, "light"],
      [1280, "dark"],
      [1024, "light"],
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

test("each form of the desk can be read by everyone", async ({ page }) => {
  test.setTimeout(180_000);
  const { id } = await firstCall(page);
  for (const form of [
    "toezegging",
    "betaald",
    "oneens",
    "weg",
    "toeslag",
    "anders",
    "pauze",
    "bezoek",
    "juridisch",
    "ontruiming",
    "overlijden",
  ]) {
    await page.goto(`/werklijst?stap=call&dossier=${id}&vorm=${form}`);
    await expect(page.getByRole("button", { name: /^Vastleggen/ }).first()).toBeVisible();
    await expectAccessible(page);
  }
});

test("on a phone list and case are screens of their own, with a way back", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/werklijst");
  await expect(page.getByRole("heading", { level: 1, name: "Werklijst" })).toBeVisible();
  await expect(caseName(page)).toBeHidden();
  await rows(page).first().click();
  await expect(caseName(page)).toBeVisible();
  await page.getByRole("link", { name: "Terug naar de lijst" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Werklijst" })).toBeVisible();
});

test("the board reads along and records nothing", async ({ browser }) => {
  const page = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await signIn(page, "management");
  await page.goto("/werklijst?tab=alles");
  await expect(page.getByText("Je kijkt mee; vastleggen doet financiën of de woonconsulent.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Vastleggen|Bewaar notitie/ })).toHaveCount(0);
});
