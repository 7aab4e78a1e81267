import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

test("the letters that wait are made, opened as one file and posted, each step with its count", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/werklijst");
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("link", { name: "Brieven" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Brieven" })).toBeVisible();
  await expectAccessible(page);
  const rows = page.getByRole("table").getByRole("row");
  const waiting = (await rows.count()) - 1;
  await page.getByRole("button", { name: /^Maak \d+ brie/ }).click();
  await expect(page.getByText(/^\d+ brie(f|ven) gemaakt\.$/)).toBeVisible({ timeout: 60_000 });
  const whole = page.getByRole("link", { name: /als één pdf$/ });
  const file = await page.request.get((await whole.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toBe("application/pdf");
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");

  // One of them as it stands on its case, to read before it is posted.
  await page.getByRole("table").getByRole("link").first().click();
  await expect(
    page.getByRole("region", { name: "Herinneringsbrief" }).getByRole("link", { name: "Open de brief (pdf)" }),
  ).toBeVisible();
  await page.goto("/brieven");
  await page.getByRole("button", { name: /op de post$/ }).click();
  await expect(page.getByText(/vastgelegd als verstuurd\.$/)).toBeVisible({ timeout: 60_000 });
  await page.reload();
  // What was refused, or could not be made, still waits; the rest is gone.
  expect(await rows.count()).toBeLessThanOrEqual(waiting);
  await expectAccessible(page);
});
