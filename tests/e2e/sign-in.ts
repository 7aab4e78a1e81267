import type { Browser, Page } from "@playwright/test";
import { DEMO_PASSWORD, staffOf } from "@/demo/domain/staff";
import type { Role } from "@/lib/auth/actor";

/** Fills in the sign-in form as the first demo colleague of a role, and waits for their first screen. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByLabel("E-mailadres").fill(staffOf(role)[0]?.email ?? "");
  await page.getByLabel("Wachtwoord").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/aanmelden");
}

/** Signs in through the form in a browser of its own; the cookies, to go on with. */
export async function signInAs(browser: Browser, role: Role) {
  const context = await browser.newContext({ locale: "nl-NL" });
  const page = await context.newPage();
  await signIn(page, role);
  const state = await context.storageState();
  await context.close();
  return state;
}
