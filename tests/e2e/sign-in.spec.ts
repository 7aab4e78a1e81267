import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { staffOf } from "@/demo/domain/staff";
import type { Role } from "@/lib/auth/actor";
import { HOME } from "@/lib/auth/permissions";
import { signIn, signInAs } from "./sign-in";

const ROLES = Object.keys(HOME) as Role[];

for (const role of ROLES) {
  test(`one tap fills in ${role}, who then starts where their work is`, async ({ page }) => {
    await page.goto("/aanmelden");
    await page.getByRole("link", { name: staffOf(role)[0]?.name }).click();
    await expect(page.getByLabel("E-mailadres")).toHaveValue(staffOf(role)[0]?.email ?? "");
    await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
    await page.waitForURL(`**${HOME[role]}`);
    await expect(page.locator("main")).toBeVisible();
  });
}

test("a wrong password is said in one sentence, and the address stays", async ({ page }) => {
  await page.goto("/aanmelden");
  await page.getByLabel("E-mailadres").fill("samira@demo.aanbel.nl");
  await page.getByLabel("Wachtwoord").fill("zomaar iets");
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("horen niet bij elkaar");
  await expect(page.getByLabel("E-mailadres")).toHaveValue("samira@demo.aanbel.nl");
  await expect(page.getByLabel("Wachtwoord")).toHaveValue("");
});

test("signing in needs no JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/aanmelden?als=beheer");
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await expect(page).toHaveURL(/\/beheer$/);
  await page.getByLabel("Voor- en achternaam").fill("Jan");
  await page.getByRole("button", { name: "Collega toevoegen" }).click();
  await expect(page.getByText("Vul dit in.").first()).toBeVisible();
  await expect(page.getByLabel("Voor- en achternaam")).toHaveValue("Jan");
  await context.close();
});

test("whoever asked for a page comes to it after signing in, and never leaves the program", async ({ page }) => {
  await page.goto("/beheer");
  await expect(page).toHaveURL(/naar=%2Fbeheer/);
  await page.getByRole("link", { name: staffOf("admin")[0]?.name }).click();
  await expect(page.getByLabel("E-mailadres")).toHaveValue(staffOf("admin")[0]?.email ?? "");
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await page.waitForURL("**/beheer");

  await page.context().clearCookies();
  await page.goto("/aanmelden?als=beheer&naar=https://elders.example");
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await page.waitForURL("**/beheer");
});

test("the screens speak English to whoever chooses it, and Dutch again", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/beheer");
  const menu = page.getByRole("banner").locator("summary");
  await menu.click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Administration" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  if (!(await page.getByRole("button", { name: "Nederlands" }).isVisible())) await menu.click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  await expect(page.getByRole("heading", { name: "Beheer", exact: true })).toBeVisible();
});

test("an admin makes a place for a colleague, signs them out again and takes the place away", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `proef${test.info().workerIndex}-${test.info().retry}@corporatie.nl`;
  await signIn(page, "admin");
  await page.goto("/beheer");
  await page.getByLabel("Voor- en achternaam").fill("Proef van der Zwaan");
  await page.getByLabel("Voornaam", { exact: true }).fill("Proef");
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Rol").selectOption("management");
  await page.getByRole("main").getByLabel("Wachtwoord", { exact: true }).fill("een lange korte zin");
  await page.getByRole("button", { name: "Collega toevoegen" }).click();
  await expect(page.getByText("De collega kan zich nu aanmelden.")).toBeVisible();

  const colleague = await (await browser.newContext({ baseURL })).newPage();
  await colleague.goto("/aanmelden");
  await colleague.getByLabel("E-mailadres").fill(email);
  await colleague.getByLabel("Wachtwoord").fill("een lange korte zin");
  await colleague.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await expect(colleague.getByRole("heading", { name: "Kies een eigen wachtwoord" })).toBeVisible();
  await colleague.goto("/resultaten");
  await expect(colleague, "nothing is open before that").toHaveURL(/\/aanmelden\/verder/);
  await colleague.getByLabel("Huidig wachtwoord").fill("een lange korte zin");
  await colleague.getByLabel("Nieuw wachtwoord").fill("fiets kachel maandag");
  await colleague.getByRole("button", { name: "Wachtwoord vastleggen" }).click();
  await colleague.waitForURL("**/resultaten");

  await page.reload();
  await page.locator("summary", { hasText: email }).click();
  await page
    .getByRole("button", { name: /^Beëindigen/ })
    .last()
    .click();
  await expect(page.locator("summary", { hasText: email })).toContainText("nu niet aangemeld");
  await colleague.goto("/resultaten");
  await expect(colleague).toHaveURL(/\/aanmelden/);

  await page.getByRole("button", { name: "Plek wegnemen" }).click();
  await expect(page.locator("summary", { hasText: email })).toContainText("geen plek meer");
});

test("Ctrl K finds, a first Tab skips to the content, and shortcuts can be turned off", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/resultaten");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("searchbox", { name: "Zoek op naam, adres of nummer" })).toBeFocused();
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("button", { name: "Uit", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-keys", "off");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`sign-in and colleagues have no accessibility fault, ${colorScheme}`, async ({ browser, baseURL }) => {
    const storageState = await signInAs(browser, "admin");
    for (const [address, state] of [
      ["/aanmelden", undefined],
      ["/beheer", storageState],
    ] as const) {
      const context = await browser.newContext({ baseURL, colorScheme, storageState: state });
      const page = await context.newPage();
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await context.close();
    }
  });
}
