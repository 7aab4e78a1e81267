import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

const plain = (text: string | null) => (text ?? "").replaceAll("\u00a0", " ").trim();

test("every number of the results that can be opened opens a list that counts as many", async ({ page }) => {
  await signIn(page, "management");
  await page.goto("/resultaten?maand=2026-10");
  await expect(page.getByText("Een onderstreept getal opent de lijst die het telt.")).toBeVisible();
  const links = await page.locator("main a[href*='/resultaten/lijst']").evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute("href") ?? "",
      says: link.getAttribute("aria-label") ?? link.textContent ?? "",
    })),
  );
  expect(links.length).toBeGreaterThan(20);
  for (const { href, says } of links) {
    await page.goto(href);
    const told = plain(await page.locator("main p").nth(1).textContent());
    const shown = plain(says);
    const count = /: (\d+), €/.exec(shown)?.[1] ?? /^(?:Daarnaast )?(\d+)( |$)/.exec(shown)?.[1];
    const amount = /€ [\d.]+,\d\d/.exec(shown)?.[0];
    if (count) expect(told.replace(/^maanden: [^.]*\. /, ""), `${href} ${says}`).toMatch(new RegExp(`^${count} `));
    if (amount) expect(told, href).toContain(amount);
    expect(told, href).not.toMatch(/^(Geen|0)/);
  }
});

test("a past figure that was refused and corrected is kept as what was chosen", async ({ page }) => {
  await signIn(page, "management");
  await page.goto("/resultaten/eerdere-jaren");
  await page.getByLabel("Wat").selectOption("evictions");
  await page.getByLabel("Over").fill("2024-13");
  await page.getByLabel("Cijfer").fill("9");
  await page.getByLabel("Bron").fill("Jaarverslag 2024");
  await page.getByRole("button", { name: "Leg cijfer vast" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("Wat")).toHaveValue("evictions");
});
