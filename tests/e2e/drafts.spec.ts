import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { keysWork } from "./keys-work";
import { signIn } from "./sign-in";
import { openFirstCall } from "./silent";

const caseName = (page: Page) => page.locator("[data-case-name]");
const note = (page: Page) => page.getByLabel("Notitie voor een collega");
const place = (page: Page, at: number) => page.getByText(new RegExp(`^${at} van \\d+$`));
/** What is typed is sent a moment after the last key. */
const kept = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith("/api/concepten") && answer.request().method() === "POST");

async function openCalls(page: Page): Promise<string> {
  return (await openFirstCall(page)).name;
}

test("what was typed outlives other keys, other cases, a reload and another device, and goes once it is recorded", async ({
  page,
  browser,
}) => {
  await signIn(page, "finance");
  const name = await openCalls(page);
  const address = page.url();
  await page.keyboard.press("t");
  const safe = kept(page);
  await note(page).fill("Zoon belt terug.");
  await page
    .getByRole("region", { name: "Betaalt op een dag" })
    .getByRole("button", { name: /(ma|di|wo|do|vr) \d/ })
    .first()
    .click();
  await safe;

  // A key that would log a voicemail, or lead away, says why it does not.
  await page.keyboard.press("2");
  await expect(page.getByText(/^Er staat nog iets in het formulier/)).toBeVisible();
  await page.keyboard.press("j");
  await expect(caseName(page)).toHaveText(name);
  await expect(note(page)).toHaveValue("Zoon belt terug.");
  await expectAccessible(page);

  await page.keyboard.press("Escape");
  await expect(page.getByText("Nog niet vastgelegd")).toBeVisible();
  await page.keyboard.press("j");
  await expect(place(page, 2)).toBeVisible();
  await page.keyboard.press("k");
  await expect(caseName(page)).toHaveText(name);
  await expect(page.locator('[data-row][aria-current="true"]')).toContainText("niet vastgelegd");

  const elsewhere = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await signIn(elsewhere, "finance");
  await elsewhere.goto(address);
  await keysWork(elsewhere);
  // The note of the conversation goes along to another form of it.
  await elsewhere.keyboard.press("h");
  await expect(note(elsewhere)).toHaveValue("Zoon belt terug.");
  await elsewhere.context().close();

  await page.reload();
  await keysWork(page);
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(note(page)).toHaveValue("Zoon belt terug.");
  await expect(page.getByLabel("Dag waarop er betaald wordt")).not.toHaveValue("");
  // What one goes on with holds the page as what one types.
  await page.getByRole("heading", { name: "Betaalt op een dag" }).click();
  await page.keyboard.press("2");
  await expect(page.getByText(/^Er staat nog iets in het formulier/)).toBeVisible();
  await note(page).press("Control+Enter");
  await expect(caseName(page)).not.toHaveText(name);
  await page.goto(address);
  await keysWork(page);
  await expect(caseName(page)).toHaveText(name);
  await expect(page.getByText("Nog niet vastgelegd")).toHaveCount(0);
  await expect(page.getByText("Zoon belt terug.")).toBeVisible();
});

test("a note for the team that was not saved stands there again after a call, for its writer", async ({ page }) => {
  await signIn(page, "finance");
  const name = await openCalls(page);
  const address = page.url();
  const safe = kept(page);
  await page.getByLabel("Notitie voor het team").fill("Let op de trap.");
  await safe;
  await page.keyboard.press("Escape");
  await page.getByLabel("Notitie voor het team").blur();
  await page.keyboard.press("1");
  await expect(caseName(page)).not.toHaveText(name);
  await page.goto(address);
  await keysWork(page);
  await expect(page.getByLabel("Notitie voor het team")).toHaveValue("Let op de trap.");
  await page.getByRole("button", { name: "Bewaar notitie" }).click();
  await expect(page.getByText("Let op de trap.")).toBeVisible();
  await expect(page.getByLabel("Notitie voor het team")).toHaveValue("");
});

test("six times J within a second and a half moves six cases, and six times K moves back", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/werklijst?tab=alles");
  await keysWork(page);
  await expect(place(page, 1)).toBeVisible();
  for (let times = 0; times < 6; times++) await page.keyboard.press("j", { delay: 20 });
  await expect(place(page, 7)).toBeVisible();
  for (let times = 0; times < 6; times++) await page.keyboard.press("k", { delay: 20 });
  await expect(place(page, 1)).toBeVisible();
  // From a case that the browser went back to, a key goes on from there.
  await page.keyboard.press("j");
  await expect(place(page, 2)).toBeVisible();
  await page.goBack();
  await expect(place(page, 1)).toBeVisible();
  await page.keyboard.press("j");
  await expect(place(page, 2)).toBeVisible();
});

test("no SMS leaves by Enter: it is read first, and its button pressed", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/werklijst?stap=sms");
  await keysWork(page);
  const name = await caseName(page).innerText();
  await page.keyboard.press("b");
  const title = page.getByRole("region", { name: "Sms sturen" }).getByRole("heading");
  await expect(title).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(caseName(page)).toHaveText(name);
  await expect(title).toBeVisible();
});
