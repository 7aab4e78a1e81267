import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/demo/domain/staff";
import { expectAccessible } from "./accessible";
import { keysWork } from "./keys-work";
import { signIn } from "./sign-in";
import { openFirstCall, SILENT } from "./silent";

const tray = (page: Page) => page.getByRole("status", { name: "Net vastgelegd" });
const happened = (page: Page) => page.getByRole("region", { name: "Wat er gebeurde" });

/** Somebody who has a case and is spoken with about it by nobody else's test. */
async function aName(page: Page, at: number): Promise<string> {
  await page.goto("/werklijst?tab=wacht&volgorde=adres");
  const row = page.locator("[data-row]").filter({ hasNotText: SILENT }).nth(at);
  await expect(row).toBeVisible();
  const words = (await row.locator("span span").first().innerText()).split(" ");
  return words.at(-1) ?? "";
}

test("a tenant rings while one is elsewhere: found, made sure of, and heard, with the keyboard alone", async ({ page }) => {
  await signIn(page, "finance");
  const name = await aName(page, 0);
  await page.goto("/te-plaatsen");
  await keysWork(page);
  await page.keyboard.press("l");
  await expect(page.getByLabel("Wie belt er?")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  const found = page.locator("main li a").first();
  await expect(found).toContainText(name);
  await expectAccessible(page);
  await expect(page.locator("main"), "nobody is told yet that something is open").not.toContainText("€");
  await found.focus();
  await page.keyboard.press("Enter");
  const check = page.getByRole("radio", { name: "Noemde de geboortedatum goed" });
  await check.focus();
  await page.keyboard.press("Space");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open het gesprek" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nagegaan met de geboortedatum.")).toBeVisible();
  await keysWork(page);
  await page.keyboard.press("h");
  await page.getByLabel("Notitie voor een collega").fill("Belde zelf, wil graag hulp.");
  await page.keyboard.press("Control+Enter");
  await expect(tray(page)).toContainText("wil hulp");
  await expect(
    happened(page)
      .getByText(/Huurder belde.*nagegaan met geboortedatum/)
      .first(),
  ).toBeVisible();
});

test("of who has no mandate only what they tell is written down", async ({ page }) => {
  await signIn(page, "finance");
  const name = await aName(page, 1);
  await page.goto(`/huurder-belt?zoek=${encodeURIComponent(name)}`);
  await page.locator("main li a").first().click();
  await page.getByRole("radio", { name: /^Iemand anders/ }).check();
  await page.getByRole("button", { name: "Open het gesprek" }).click();
  await expect(page.getByText(/Geen machtiging: luister en schrijf op/).first()).toBeVisible();
  await keysWork(page);
  await expect(page.getByText("Wil een regeling")).toHaveCount(0);
  await page.keyboard.press("e");
  await page.getByLabel("Notitie voor een collega").fill("De buurvrouw belde.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  await expect(happened(page).getByText("Iemand anders belde")).toBeVisible();
});

test("a case is taken, found in one's own list, and that list kept for colleagues", async ({ page, browser }) => {
  await signIn(page, "finance");
  await page.goto("/werklijst?tab=wacht&volgorde=naam");
  await expect(page).toHaveURL(/dossier=\d+/);
  const name = await page.locator("[data-case-name]").innerText();
  await page.getByRole("button", { name: "Ik neem dit dossier" }).click();
  await expect(page.getByRole("button", { name: "Ik neem dit dossier" })).toBeHidden();
  await page.getByLabel("Van wie").selectOption("ik");
  await expect(page).toHaveURL(/wie=ik/);
  await expect(page.locator("[data-row]").filter({ hasText: name })).toHaveCount(1);
  await page.getByText(/^Bewaarde lijsten/).click();
  await page.getByLabel("Bewaar deze lijst als").fill("Van mij, in de wacht");
  await page.getByLabel("Ook voor collega’s").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(page.getByText("De lijst is bewaard.")).toBeVisible();
  const other = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await signIn(other, "consultant");
  await other.goto("/werklijst");
  await other.getByText(/^Bewaarde lijsten/).click();
  await expect(other.getByRole("link", { name: /^Van mij, in de wacht · van Marloes/ })).toBeVisible();
  await other.context().close();
});

test("words are changed, refused while something is wrong, looked at, and then in force with the old ones kept", async ({
  page,
}) => {
  await signIn(page, "management");
  await page.goto("/teksten/sms-call-back");
  await expectAccessible(page);
  const text = page.getByLabel("Tekst", { exact: true });
  await text.fill("{groet} {naam}, uw huur is niet betaald. {nummr}");
  await page.getByRole("button", { name: "Bekijk" }).click();
  await expect(page.getByText("{nummr} ken ik niet.", { exact: false })).toBeVisible();
  await expect(page.getByText("Een ander kan meelezen", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Neem in gebruik" })).toHaveCount(0);
  await text.fill("{groet} {naam}, met {voornaam} van {corporatie}. Belt u mij even? {nummer}");
  await page.getByRole("button", { name: "Bekijk" }).click();
  await expect(page.getByText(/mevrouw Jansen, met .* Belt u mij even\?/)).toBeVisible();
  await expect(page.getByText(/tekens, 1 bericht/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Neem in gebruik" }).click();
  await expect(page.getByRole("heading", { name: "Eerdere versies" })).toBeVisible();
  await page.goto("/teksten/confirm-arrangement");
  await expect(page.getByText("Uw regeling").first()).toBeVisible();
  await expectAccessible(page);
});

test("one thing is done with a whole list: seen beforehand, counted in the button, done row by row, and taken back", async ({
  page,
}) => {
  await signIn(page, "finance");
  await page.goto("/werklijst?tab=bezoeken");
  await page.getByRole("link", { name: "In één keer …" }).click();
  await page.getByRole("link", { name: "Geef aan een collega" }).click();
  await page.getByLabel("Aan wie").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Bekijk wie meegaat" }).click();
  const going = page.getByRole("cell", { name: "Gaat mee" });
  await expect(going).not.toHaveCount(0);
  const along = await going.count();
  await expectAccessible(page);
  await page.getByRole("button", { name: new RegExp(`^Geef ${along} dossiers?$`) }).click();
  await expect(page.getByText(`Klaar: ${along} gedaan, 0 niet.`)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Draai .* terug$/ }).click();
  await expect(page.getByText(`${along} teruggedraaid.`)).toBeVisible({ timeout: 60_000 });
  await page.goto("/jaarlijsten");
  await expectAccessible(page);
});

test("a session that ends while a form stands open is taken up again over it, and nothing typed is lost", async ({ page }) => {
  await signIn(page, "finance");
  await openFirstCall(page);
  await page.keyboard.press("c");
  await page.getByLabel("Notitie voor een collega").fill("Kan tot vrijdag niets missen.");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  const dialog = page.getByRole("dialog", { name: "Meld je opnieuw aan" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Wachtwoord").fill("zomaar iets");
  await dialog.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await expect(dialog.getByText(/horen niet bij elkaar/)).toBeVisible();
  await dialog.getByLabel("Wachtwoord").fill(DEMO_PASSWORD);
  await dialog.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("Notitie voor een collega")).toHaveValue("Kan tot vrijdag niets missen.");
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  await expect(tray(page)).toContainText("kan nu niet betalen");
});

test("what turns out wrong is taken back with its reason, and stays to be read", async ({ page }) => {
  await signIn(page, "finance");
  const { id } = await openFirstCall(page);
  await page.keyboard.press("2");
  await expect(tray(page)).toContainText("voicemail");
  await page.goto(`/dossier/${id}`);
  await happened(page).getByText("Klopt dit niet?").first().click();
  await page.getByLabel("Wat klopt er niet?").fill("Ik belde het verkeerde nummer.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Neem terug" }).click();
  await expect(happened(page).getByText("Ik belde het verkeerde nummer.")).toBeVisible();
});

const SCREENS = [
  ["finance", "/huurder-belt?zoek=jansen"],
  ["finance", "/in-een-keer?stap=call&doe=sms"],
  ["finance", "/jaarlijsten"],
  ["finance", "/mijn"],
  ["management", "/teksten"],
  ["management", "/teksten/written-reminder"],
  ["admin", "/beheer"],
] as const;

for (const [role, address] of SCREENS) {
  test(`${address} can be read by everyone, on a desk and on a phone, in light and in dark`, async ({ page }) => {
    await signIn(page, role);
    for (const [width, colorScheme] of [
      [1280, "light"],
      [390, "dark"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test("twenty cases are worked in one go with two keys each", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "finance");
  await openFirstCall(page);
  const counted = async () => Number(/van (\d+)/.exec(await page.getByText(/^\d+ van \d+$/).innerText())?.[1]);
  const before = await counted();
  const elsewhere = await page.context().newPage();
  await elsewhere.goto("/werklijst?tab=wacht");
  await page.bringToFront();
  const done = Math.min(20, before - 2);
  for (let n = 0; n < done; n++) {
    const name = await page.locator("[data-case-name]").innerText();
    if (name === SILENT) {
      await page.keyboard.press("j");
      await expect(page.locator("[data-case-name]")).not.toHaveText(name);
      continue;
    }
    await page.keyboard.press("1");
    await expect(page.locator("[data-case-name]")).not.toHaveText(name);
  }
  expect(await counted()).toBeLessThanOrEqual(before - done + 1);
  await elsewhere.bringToFront();
  const fresh = elsewhere.getByRole("button", { name: /nieuwe? dossiers? in deze lijst/ });
  await expect(fresh, "who looks at what waits is told").toBeVisible({ timeout: 40_000 });
  await expectAccessible(elsewhere);
  await fresh.click();
  await expect(fresh).toBeHidden();
});
