import { expect, type Page } from "@playwright/test";

/** Waits until the scripts of the page run and what comes in beside the list is there: from then on keys and buttons do what they say. */
export async function keysWork(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-keys", "on");
  await expect(page.locator("div[aria-busy=true]")).toHaveCount(0);
}
