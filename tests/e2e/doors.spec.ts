import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

test.use({ viewport: { width: 390, height: 844 } });

const visits = "a[href^='/huisbezoeken/']";
const tasks = "a[href^='/huismeester/']";

test("a consultant answers one question per screen; what was answered survives a reload until it is recorded", async ({
  page,
}) => {
  await signIn(page, "consultant");
  await page.goto("/huisbezoeken");
  await expectAccessible(page);
  const first = page
    .getByRole("region", { name: /^Vandaag/ })
    .locator(visits)
    .first();
  const address = await first.getAttribute("href");
  await first.click();
  await expect(page.getByRole("group", { name: "Wat gebeurde er aan de deur?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Niemand thuis" }).check();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Niemand thuis" })).toBeChecked();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("checkbox", { name: "Post blijft liggen" }).check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Notitie voor het team").fill("Gordijnen open, bel doet het.");
  await page.getByRole("button", { name: "Leg vast" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Dit bezoek is geweest" })).toBeVisible();
  await page.goto(address ?? "");
  await expect(page.getByText(/Dit bezoek is geweest op .*niemand thuis/)).toBeVisible();
});

test("what was promised at a door comes back with its day and amount, also what an older version left on the phone", async ({
  page,
}) => {
  await signIn(page, "consultant");
  await page.goto("/huisbezoeken");
  const doors = await page.locator(visits).evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  const [here = "", there = ""] = [...new Set(doors.filter((each) => /\d+$/.test(each)))].slice(0, 2);
  const toPromise = async () => {
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByRole("button", { name: "Verder" }).click();
  };
  await page.goto(here);
  // The one on today's list stands open; of a later day it is one tap away.
  const open = async () => {
    const early = page.locator("summary", { hasText: "Leg het bezoek vast" });
    if (await early.isVisible()) await early.click();
    await expect(page.getByRole("group", { name: "Wat gebeurde er aan de deur?" })).toBeVisible();
  };
  await open();
  await page.getByRole("radio", { name: "Binnen gesproken" }).check();
  await toPromise();
  await page.getByRole("checkbox", { name: "Belooft te betalen" }).check();
  await page.getByLabel("Betaalt op").fill("2026-11-27");
  await page.getByLabel("Bedrag").fill("100,00");
  await expect(page.getByText("Bewaard. Stoppen mag, je gaat later verder.")).toBeVisible();
  await page.reload();
  await open();
  await toPromise();
  await expect(page.getByLabel("Betaalt op")).toHaveValue("2026-11-27");
  await expect(page.getByLabel("Bedrag")).toHaveValue("100,00");

  const older = [
    ...[
      ["outcome", "spoke-inside"],
      ["agreed", "promise"],
    ],
    ...[
      ["promisedOn", "2026-11-28"],
      ["amount", "55,00"],
    ],
  ];
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key ?? "", text ?? ""),
    [`aanbel-visit-${there.split("/").at(-1)}`, JSON.stringify(older)],
  );
  await page.goto(there);
  await open();
  await toPromise();
  await expect(page.getByLabel("Bedrag")).toHaveValue("55,00");
  await expect(page.getByText("Bewaard. Stoppen mag, je gaat later verder.")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("aanbel-visit-")))).toEqual([]);
});

test("a consultant plans a visit, and the tenant's own moment is asked for an evening", async ({ page }) => {
  await signIn(page, "consultant");
  await page.goto("/huisbezoeken");
  const first = page
    .getByRole("region", { name: /^Nog te plannen/ })
    .locator(visits)
    .first();
  await first.click();
  await page.getByLabel("Dag", { exact: true }).fill("2000-01-01");
  await page.getByRole("button", { name: "Plan dit bezoek" }).click();
  await expect(page.getByRole("button", { name: "Plan dit bezoek" })).toBeVisible();
  await expectAccessible(page);
});

test("a caretaker sees doors and names, and no byte of an amount", async ({ page }) => {
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (
      /text|json/.test(response.headers()["content-type"] ?? "") &&
      !/css|javascript/.test(response.headers()["content-type"] ?? "")
    ) {
      bodies.push(await response.text().catch(() => ""));
    }
  });
  await signIn(page, "caretaker");
  await page.goto("/huismeester");
  await expectAccessible(page);
  const doors = await page.locator(tasks).evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  for (const door of doors.slice(0, 5)) {
    await page.goto(door);
    await expect(page.getByText("Zeg dit:")).toBeVisible();
  }
  if (doors[0]) await expectAccessible(page);
  const seen = bodies.join("\n");
  expect(seen).toContain("Mijn");
  expect(seen).not.toMatch(/€|achterstand|huurschuld|Cents/i);
  for (const elsewhere of ["/werklijst", "/resultaten", "/huisbezoeken", "/dossier/1", "/te-plaatsen", "/huismeester/999999"]) {
    expect((await page.request.get(elsewhere)).status(), elsewhere).toBe(404);
  }
});
