import { expect, type Page, test } from "@playwright/test";
import { keysWork } from "./keys-work";
import { signIn } from "./sign-in";
import { SILENT } from "./silent";

/** Three weeks of mornings and afternoons: more than the ladder needs from the first missed call to the visit. */
const MOST_PARTS = 40;

/** The machine may be doing the night's work of the demo beside it. */
const SLOW = { timeout: 30_000 };

const happened = (page: Page) => page.getByRole("region", { name: "Wat er gebeurde" });

/** Plays the demo on by one part of the day; a night that takes long is answered before it is over. */
async function playOn(page: Page): Promise<void> {
  const clock = page.locator("[data-clock]");
  const before = await clock.innerText();
  const answered = page.waitForResponse((one) => one.request().method() === "POST" && !one.url().includes("/api/"));
  await page.getByRole("button", { name: "Volgende", exact: true }).click();
  await answered;
  await expect(async () => {
    await page.reload();
    expect(await clock.innerText()).not.toBe(before);
  }).toPass({ timeout: 180_000 });
}

/** Does what the case asks of finance now, if anything. */
async function doTheStep(page: Page): Promise<void> {
  const call = page.getByRole("link", { name: /^Bel mevrouw/ });
  const text = page.getByRole("button", { name: /^Stuur mevrouw/ });
  if (await call.isVisible()) {
    // The rules name the part of the day that was not tried yet: wait for it, as a colleague would.
    const advice = /Probeer het nu in de (ochtend|middag)/.exec(await page.locator("article").innerText())?.[1];
    if (advice && !(await page.locator("[data-clock]").innerText()).endsWith(advice)) return;
    await page.getByRole("button", { name: "Niet opgenomen" }).click();
    await expect(page.getByRole("status", { name: "Net vastgelegd" })).toContainText("niet opgenomen", SLOW);
  } else if (await text.isVisible()) {
    await text.click();
    await expect(page.getByText(/, met \S+ van Wonen Maasstede\./)).toBeVisible();
    await page.getByRole("button", { name: "Verstuur de sms" }).click();
    await expect(page.getByRole("status", { name: "Net vastgelegd" })).toContainText("sms", SLOW);
  }
}

/** Named to come last: it plays the shared clock weeks ahead. */
test("for who never answers come two calls on different days and parts, a text, the caretaker and a visit, by the rules", async ({
  page,
}) => {
  test.setTimeout(1_800_000);
  await signIn(page, "finance");
  await page.goto(`/werklijst?tab=alles&zoek=${encodeURIComponent("Berg-Özdemir")}`);
  const row = page.locator("[data-row]").filter({ hasText: SILENT }).first();
  const address = `/dossier/${await row.getAttribute("data-row")}`;
  const visit = happened(page).getByText(/Huisbezoek (gevraagd|gepland)/);
  for (let part = 0; part < MOST_PARTS; part++) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: SILENT })).toBeVisible();
    await keysWork(page);
    if (await visit.first().isVisible()) break;
    await doTheStep(page);
    await playOn(page);
  }
  await expect(visit.first()).toBeVisible();
  await happened(page)
    .getByText(/^Nog \d+ regels$/)
    .click();
  const lines = (await happened(page).getByRole("listitem").allInnerTexts()).reverse();
  const place = (what: RegExp) => lines.findIndex((line) => what.test(line));
  const calls = lines.filter((line) => /belde .*niet opgenomen/.test(line));
  expect(calls.length).toBeGreaterThanOrEqual(2);
  expect(place(/niet opgenomen/)).toBeLessThan(place(/stuurde een sms/));
  expect(place(/stuurde een sms/)).toBeLessThan(place(/Huismeester gevraagd/));
  expect(place(/Huismeester gevraagd/)).toBeLessThan(place(/Huisbezoek (gevraagd|gepland)/));
});
