import { expect, type Page } from "@playwright/test";

/** Waits until the scripts of the page run: from then on keys and buttons do what they say without a new page. */
export const keysWork = (page: Page): Promise<void> => expect(page.locator("html")).toHaveAttribute("data-keys", "on");
