import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

const HEADER = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving";
const stamp = `T${process.pid}`;

/** A contract that the program knows, from its own list of what is open. */
async function aContract(page: Page): Promise<string> {
  await page.goto("/werklijst");
  const text = await page.locator("main").innerText();
  return /\b(\d{6})\b/.exec(text)?.[1] ?? "100001";
}

const csv = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${[HEADER, ...rows].join("\n")}\n`),
});
const charges = (contract: string, from: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${contract};${stamp}-${from + at};2026-11-19;2026-12-31;vordering;overig;0,01;;proef van de bestanden`,
  );

async function offer(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto("/bestanden");
  await page.getByLabel("Kies bestanden of sleep ze hierheen").setInputFiles(file);
  await page.getByRole("button", { name: "Bekijk wat er verandert" }).click();
  await page.waitForURL(/\/bestanden\/aanbod\//);
}
const count = (page: Page, name: string) =>
  page.locator("dl > div", { has: page.getByText(name, { exact: true }) }).locator("dd");

test("a file is looked at first, read in when somebody says so, and adds nothing the second time", async ({ page }) => {
  await signIn(page, "finance");
  const contract = await aContract(page);
  const file = csv("proef.csv", [
    ...charges(contract, 0, 3),
    `999999;${stamp}-x;2026-11-19;2026-12-31;vordering;overig;1,00;;onbekend`,
  ]);

  await offer(page, file);
  await expect(page.getByText("Er is nog niets ingelezen.")).toBeVisible();
  await expect(count(page, "Regels")).toHaveText("4");
  await expect(count(page, "Nieuw")).toHaveText("3");
  await expect(count(page, "Geweigerd")).toHaveText("1");
  await expect(page.getByText("Contract 999999 is niet bekend.")).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download deze regels (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^regels-\d+\.csv$/);

  await page.getByRole("button", { name: "Lees in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ingelezen", exact: true })).toBeVisible();
  await expect(count(page, "Nieuw")).toHaveText("3");

  await offer(page, { ...file, name: "dezelfde onder een andere naam.csv" });
  await expect(count(page, "Nieuw")).toHaveText("0");
  await expect(count(page, "Al bekend")).toHaveText("3");
  await expect(page.getByRole("button", { name: "Lees in" })).toHaveCount(0);
  await page.getByRole("button", { name: "Gooi weg" }).click();
  await expect(page).toHaveURL(/\/bestanden$/);
});

test("a large file goes on while one is away, shows how far it is, and is found back", async ({ page }) => {
  test.setTimeout(420_000);
  await signIn(page, "finance");
  const contract = await aContract(page);
  await offer(page, csv("groot.csv", charges(contract, 1000, 130_000)));
  const address = page.url();
  await expect(page.getByText("Je kunt deze pagina verlaten.")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/regels, nog ongeveer/)).toBeVisible({ timeout: 60_000 });

  await page.goto("/werklijst");
  await page.goto("/bestanden");
  await page.getByRole("link", { name: "groot.csv" }).first().click();
  await expect(page).toHaveURL(address);
  await expect(page.getByText("Er is nog niets ingelezen.")).toBeVisible({ timeout: 300_000 });
  await expect(count(page, "Nieuw")).toHaveText("130.000");
  await page.getByRole("button", { name: "Gooi weg" }).click();
  await expect(page).toHaveURL(/\/bestanden$/);
});

test("what is to be found out has its list", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/uitzoeken");
  await expect(page.getByRole("heading", { level: 1, name: "Uit te zoeken" })).toBeVisible();
  await expectAccessible(page);
});
