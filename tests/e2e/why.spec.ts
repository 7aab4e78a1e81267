import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { keysWork } from "./keys-work";
import { signIn } from "./sign-in";

test("why somebody is in the list, and why somebody else is not, is one press away", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/werklijst");
  await keysWork(page);
  await page.keyboard.press("?");
  await page.waitForURL(/\/dossier\/\d+\/waarom$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^Waarom staat .* in de lijst\?$/);
  await expect(page.getByRole("heading", { name: /^Staat in de lijst: / })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Te laat open € .* vanaf € 5,00 huurrekening$/ })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/werklijst?tab=alles&zoek=jansen");
  const other = page.getByRole("listitem").filter({ hasText: "Geen dossier" }).first();
  await other.getByRole("link", { name: /^Waarom staat .* wel of niet in de lijst\?$/ }).click();
  await page.waitForURL(/\/dossier\/\d+\/waarom$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^Waarom staat .* niet in de lijst\?$/);
  await expect(page.getByRole("heading", { name: /^Staat niet in de lijst: / })).toBeVisible();
  await page.getByRole("link", { name: "Naar de werklijst" }).click();
  await page.waitForURL(/\/werklijst\?dossier=\d+$/);
});

test("the desk keeps who wants no SMS, the language and that one goes by two, and takes it back", async ({ page }) => {
  await signIn(page, "consultant");
  await page.goto("/werklijst");
  await keysWork(page);
  const wishes = page.locator("details").filter({ hasText: "Wensen en veiligheid" }).first();
  await wishes.locator("summary").click();
  await wishes.getByRole("button", { name: "Wil geen sms" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: /^Wil geen sms$/ })).toBeVisible();
  await wishes.getByLabel("Spreekt").fill("Hongaars; let op");
  await wishes.getByRole("button", { name: "Bewaar taal" }).click();
  await expect(page.getByText("Vul alleen de naam van een taal in")).toBeVisible();
  await wishes.getByLabel("Veiligheid").fill("De hond loopt los.");
  await wishes.getByRole("button", { name: "Bewaar veiligheid" }).click();
  await expect(page.getByText("Ga hier met twee personen heen")).toBeVisible();
  await expect(page.getByText("De hond loopt los.")).toHaveCount(0);
  await expectAccessible(page);
  await wishes.getByRole("button", { name: "Er is niets meer te weten" }).click();
  await expect(page.getByText("Ga hier met twee personen heen")).toHaveCount(0);
  await wishes.getByRole("button", { name: "Wil weer sms" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: /^Wil geen sms$/ })).toHaveCount(0);
});
