import { expect, test } from "@playwright/test";
import type { Role } from "@/lib/auth/actor";
import { HOME } from "@/lib/auth/permissions";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

const WIDTHS = [1280, 390] as const;

for (const role of Object.keys(HOME) as Role[]) {
  test(`the first screen of ${role} opens without a fault, can be read by everyone, and fits a desk and a phone`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    await signIn(page, role);
    await expect(page).toHaveURL(new RegExp(`${HOME[role]}(/|\\?|$)`));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
  });
}

test("the sign-in page can be read by everyone", async ({ page }) => {
  await page.goto("/aanmelden");
  await expectAccessible(page);
});
