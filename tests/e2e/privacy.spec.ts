import { readFileSync } from "node:fs";
import { type Download, expect, test } from "@playwright/test";
import { staffOf } from "@/demo/domain/staff";
import { expectAccessibleInEveryLook } from "./accessible";
import { signIn } from "./sign-in";

test("who opened a case is seen by the privacy officer, who hands somebody everything that is kept of them", async ({
  browser,
  baseURL,
}) => {
  const open = async () => (await browser.newContext({ baseURL, locale: "nl-NL" })).newPage();
  const [marloes, officer] = [await open(), await open()];
  await signIn(marloes, "finance");
  await marloes.goto("/werklijst");
  await expect(
    marloes
      .getByRole("heading", { level: 1 })
      .or(marloes.getByRole("heading", { level: 2 }))
      .first(),
  ).toBeVisible();

  await signIn(officer, "privacy");
  await expect(officer).toHaveURL(/\/inzage/);
  const row = officer
    .getByRole("listitem")
    .filter({ hasText: staffOf("finance")[0]?.name ?? "" })
    .filter({ hasText: "Dossier geopend" })
    .first();
  await row.getByRole("link", { name: /^contract/ }).click();
  await expect(officer.getByText("Mensen bij dit contract")).toBeVisible();
  await officer
    .getByRole("listitem")
    .filter({ hasText: /, huurder| huurder/ })
    .getByRole("link")
    .first()
    .click();
  await expect(officer.getByRole("heading", { name: "Alles als bestand" })).toBeVisible();
  await expect(officer.getByText("Het huurcontract loopt nog.")).toBeVisible();
  await expect(officer.getByRole("button", { name: "Wis deze persoon" })).toHaveCount(0);
  await expectAccessibleInEveryLook(officer);

  await officer.getByRole("button", { name: "Maak de bestanden" }).click();
  await expect(officer.getByText("Schrijf in een paar woorden waarom.")).toBeVisible();
  await officer.getByLabel("Waarom").first().fill("Mevrouw vroeg om inzage");
  const downloads: Download[] = [];
  officer.on("download", (each) => downloads.push(each));
  await officer.getByRole("button", { name: "Maak de bestanden" }).click();
  const kinds = () => new Set(downloads.map((each) => each.suggestedFilename().split(".").at(-1)));
  await expect.poll(kinds).toEqual(new Set(["json", "pdf"]));
  const fileOf = async (kind: string) =>
    readFileSync((await downloads.find((each) => each.suggestedFilename().endsWith(kind))?.path()) ?? "");
  expect((await fileOf(".pdf")).subarray(0, 5).toString(), "one to read").toBe("%PDF-");
  const kept = JSON.parse((await fileOf(".json")).toString()) as Record<string, unknown[]>;
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(["person", "tenancy", "ledger_entry"]));
  await officer.goto("/inzage");
  await expect(officer.getByText("Mevrouw vroeg om inzage").first()).toBeVisible();

  await marloes.goto("/inzage");
  await expect(marloes.getByRole("heading", { name: "Wie zag wat" }), "nobody else reads it").toHaveCount(0);
  await marloes.goto("/bewaard");
  await expect(marloes.getByText("Dossier geopend").first()).toBeVisible();
  await expect(marloes.getByText("Mevrouw vroeg om inzage")).toHaveCount(0);
});

test("the terms say what goes tonight, and shorter than decent is refused", async ({ page }) => {
  await signIn(page, "privacy");
  await page.goto("/inzage/termijnen");
  const section = page.locator("section", { hasText: "Vertrokken huurders" });
  await section.getByText("Wijzig").click();
  await section.getByLabel("Maanden").fill("1");
  await section.getByLabel("Waarom, en waar dat staat").fill("Beleid van 2026");
  await section.getByRole("button", { name: "Vastleggen" }).click();
  await expect(section.getByRole("alert")).toContainText("Korter dan 6 maanden kan niet");
  await section.getByLabel("Maanden").fill("24");
  await section.getByRole("button", { name: "Vastleggen" }).click();
  await expect(page.getByText("Beleid van 2026")).toBeVisible();
  await expectAccessibleInEveryLook(page);
});
