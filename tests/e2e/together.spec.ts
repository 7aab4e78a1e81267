import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { keysWork } from "./keys-work";
import { signIn } from "./sign-in";
import { openFirstCall } from "./silent";

test("two colleagues with one case see one another, and the second is told what the first recorded before saving", async ({
  page,
  browser,
}) => {
  await signIn(page, "finance");
  const { id } = await openFirstCall(page);
  const address = page.url();
  const claimed = page.waitForResponse((answer) => answer.url().endsWith("/api/aanwezig"));
  await claimed;

  const second = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await signIn(second, "consultant");
  await second.goto(address);
  await keysWork(second);
  await expect(second.getByText(/ heeft dit dossier open\.$/)).toBeVisible();
  await expect(second.locator(`[data-row="${id}"]`)).toContainText("Marloes");
  await expectAccessible(second);

  // The second types a promise; meanwhile the first records that the tenant rang.
  await second.keyboard.press("t");
  await second.getByLabel("Notitie voor een collega").fill("Belooft vrijdag.");
  await second
    .getByRole("region", { name: "Betaalt op een dag" })
    .getByRole("button", { name: /(ma|di|wo|do|vr) \d/ })
    .first()
    .click();
  await page.keyboard.press("i");
  await page.keyboard.press("h");
  await page.getByRole("button", { name: "Vastleggen, volgende" }).click();
  await expect(page.getByRole("status", { name: "Net vastgelegd" })).toContainText("wil hulp");

  const save = second.getByRole("button", { name: "Vastleggen, volgende" });
  await save.click();
  await expect(second.locator(".notice[role=alert]")).toContainText(/^Marloes legde hier om \d{1,2}:\d{2} iets vast/);
  await expect(second.getByText(/wil hulp/).first()).toBeVisible();
  await expect(second.getByLabel("Notitie voor een collega")).toHaveValue("Belooft vrijdag.");
  // Somebody spoke with them today: that asks why, in a field of its own.
  await second.getByRole("region", { name: "Betaalt op een dag" }).getByLabel("Waarom toch?").fill("Belde zelf terug.");
  await save.click();
  await expect(second.getByRole("status", { name: "Net vastgelegd" })).toContainText("beloofde");
  await second.context().close();
});
