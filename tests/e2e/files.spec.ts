import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

const HEADER = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving";
const stamp = `T${process.pid}`;

/** A contract that the program knows: that of the case beside the list. */
async function aContract(page: Page): Promise<string> {
  await page.goto("/werklijst");
  const number = page.getByText(/\b\d{6}\b/).first();
  return /\b\d{6}\b/.exec(await number.innerText())?.[0] ?? "";
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

/** The job begins within seconds; on a busy machine it takes longer. */
const WORKED = { timeout: 90_000 };

test("a large file comes in by the job while one is away, and all that was refused can be downloaded", async ({ page }) => {
  await signIn(page, "finance");
  const contract = await aContract(page);
  const text = `=HYPERLINK("x")${" proef".repeat(45)}`;
  const bad = Array.from(
    { length: 8000 },
    (_, at) => `=${contract};${stamp}-b${at};2026-11-19;2026-12-31;vordering;overig;1e5;;${text}`,
  );
  await offer(page, csv("groot en half goed.csv", [...charges(contract, 500_000, 5), ...bad]));
  const address = page.url();
  await expect(page.getByText("Er is nog niets ingelezen.")).toBeVisible(WORKED);
  await page.getByRole("button", { name: "Lees in" }).click();
  await page.goto("/bestanden");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Ingelezen", exact: true })).toBeVisible(WORKED);
  await expect(count(page, "Nieuw")).toHaveText("5");
  await expect(count(page, "Geweigerd")).toHaveText("8.000");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download deze regels (CSV)" }).click(),
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toHaveLength(8001);
  expect(lines.slice(1).every((line) => /^\d+;bedrag;geweigerd;'?[^=+@-]/.test(line))).toBe(true);
});

test("how another system names its columns is said once, looked at, and removed", async ({ page }) => {
  await signIn(page, "finance");
  const contract = await aContract(page);
  const text = `Contract,Persoonsnummer,Volledige naam\n${contract},${stamp}-p,"Proef, mw. A. van der"\n`;
  await offer(page, { name: `lijst ${stamp}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("link", { name: "Koppel de kolommen" }).click();
  await page.getByLabel("of altijd", { exact: false }).first().fill("contactpersoon");
  await page.getByRole("button", { name: "Bewaar en bekijk opnieuw" }).click();
  await expect(page.getByText(`gelezen met indeling lijst ${stamp}`)).toBeVisible();
  await page.getByRole("button", { name: "Gooi weg" }).click();
  await page.getByRole("link", { name: /van een ander systeem|van andere systemen/ }).click();
  const mapping = page.getByRole("listitem").filter({ hasText: `lijst ${stamp}` });
  await mapping.getByText(/\d kolom/).click();
  await expect(mapping.getByRole("cell", { name: "persoonsnummer" })).toBeVisible();
  await expectAccessible(page);
  await mapping.getByRole("button", { name: "Verwijder deze indeling" }).click();
  await expect(mapping).toHaveCount(0);
});

test("what is to be found out has its list", async ({ page }) => {
  await signIn(page, "finance");
  await page.goto("/uitzoeken");
  await expect(page.getByRole("heading", { level: 1, name: "Uit te zoeken" })).toBeVisible();
  await expectAccessible(page);
});
