import { expect, type Page } from "@playwright/test";
import { keysWork } from "./keys-work";

/** The tenant of the demo who never answers and never pays: her ladder is walked to its end by a test of its own, so others leave her alone. */
export const SILENT = "Mw. C.A. van der Berg-Özdemir";

/** Opens the first case that waits for a call, hers not; its name and tenancy. */
export async function openFirstCall(page: Page): Promise<{ name: string; id: string }> {
  await page.goto("/werklijst?stap=call");
  await expect(page).toHaveURL(/dossier=\d+/);
  await keysWork(page);
  const row = page.locator("[data-row]").filter({ hasNotText: SILENT }).first();
  const id = (await row.getAttribute("data-row")) ?? "";
  if ((await row.getAttribute("aria-current")) !== "true") await row.click();
  await expect(page).toHaveURL(new RegExp(`dossier=${id}`));
  const name = page.locator("[data-case-name]");
  await expect(page.locator(`[data-row="${id}"]`)).toHaveAttribute("aria-current", "true");
  await expect(page.locator(`[data-row="${id}"]`)).toContainText(await name.innerText());
  return { name: await name.innerText(), id };
}
