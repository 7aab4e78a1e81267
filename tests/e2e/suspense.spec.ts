import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { keysWork } from "./keys-work";
import { signIn } from "./sign-in";

const head = (page: Page) => page.locator("#line-head");
const latest = (page: Page) => page.locator("section", { hasText: "Net geplaatst" }).locator("li").first();
/** The list once it answers to keys: the first line that waits has the focus. */
async function open(page: Page, address = "/te-plaatsen"): Promise<string> {
  await page.goto(address);
  await keysWork(page);
  await expect(head(page)).toBeFocused();
  return head(page).innerText();
}
const position = (page: Page, nth: number) => expect(page.getByText(new RegExp(`^${nth} van \\d+$`))).toBeVisible();
const waiting = async (page: Page) => Number(/^(\d+)/.exec(await page.locator("main h1 + p").innerText())?.[1]);

test.beforeEach(({ page }) => signIn(page, "finance"));

test("arrows and J, K walk through the lines that wait, and each takes the focus", async ({ page }) => {
  const first = await open(page);
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await position(page, 2);
  await expect(head(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await position(page, 1);
  await page.keyboard.press("j");
  await position(page, 2);
  await page.keyboard.press("k");
  await expect(head(page)).toHaveText(first);
});

test("a receipt goes from suspense to a tenant's rent account and back, with the keyboard alone", async ({ page }) => {
  const text = await open(page);
  const count = await waiting(page);
  const amount = text.split(", ").slice(0, 1).join("").trim();
  // Look a tenant up, take the first that is found, place it there.
  await page.keyboard.press("/");
  await expect(page.getByLabel("Zoek een huurder")).toBeFocused();
  await page.keyboard.type("de");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/zoek=~|zoek=%7E/);
  const chosen = page.locator("form#place input[type=radio]:checked");
  await expect(chosen).toHaveCount(1);
  const tenancy = await chosen.getAttribute("value");
  await page.keyboard.press("Escape");
  await expect(head(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(latest(page)).toContainText(amount);
  await expect.poll(() => waiting(page)).toBe(count - 1);
  // It stands on the rent account of that tenant.
  await page.goto(`/dossier/${tenancy}`);
  await expect(page.locator("main")).toContainText(amount);
  // Z takes it back: it waits again.
  await open(page);
  await page.keyboard.press("z");
  await expect.poll(() => waiting(page)).toBe(count);
  await expect(page.getByText("Eerder geplaatst en teruggezet.")).toBeVisible();
});

test("a line is divided, and set aside with its reason, with the keyboard alone", async ({ page }) => {
  await open(page);
  const count = await waiting(page);
  await page.keyboard.press("s");
  await expect(page.getByLabel("Contractnummer").first()).toBeFocused();
  await expect(page.getByText("Nog te verdelen:")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type("bestaat-niet");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1,00");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Dit contractnummer kennen we niet. Kijk het na.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await expect(page.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => waiting(page)).toBe(count - 1);
  await expect(latest(page)).toContainText("Geen huur");
  await page.keyboard.press("z");
  await expect.poll(() => waiting(page)).toBe(count);
});

test("the accounts say up to when they are complete, and a statement shows each line's disposition", async ({ page }) => {
  await page.goto("/afschriften");
  await expect(page.getByText(/compleet t\/m/).first()).toBeVisible();
  await expectAccessible(page);
  await page.locator("table a").first().click();
  await expect(page.getByRole("columnheader", { name: "Waar het staat" })).toBeVisible();
  await expectAccessible(page);
});
