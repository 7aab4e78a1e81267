import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, devices, expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD, staffOf } from "@/demo/domain/staff";
import type { Role } from "@/lib/auth/actor";
import { expectAccessibleInEveryLook } from "./accessible";
import { type Stoppable, stoppable } from "./stoppable";

const PIN = "48151";
let program: Stoppable;
test.beforeEach(async ({ baseURL }) => {
  program = await stoppable(baseURL ?? "");
});
test.afterEach(async () => {
  await program.stop();
});

const PHONE = { ...devices["Pixel 7"], locale: "nl-NL", timezoneId: "Pacific/Kiritimati" };

/** A phone that keeps what is on it: the same folder again is the same phone. */
async function phone(
  folder = mkdtempSync(path.join(tmpdir(), "aanbel-phone-")),
): Promise<{ context: BrowserContext; folder: string }> {
  const { launchOptions } = test.info().project.use;
  const { defaultBrowserType: _, ...looks } = PHONE;
  return { folder, context: await chromium.launchPersistentContext(folder, { ...launchOptions, ...looks }) };
}

/** kill -9 of a phone's browser, whatever it was doing. */
async function kill(folder: string): Promise<void> {
  spawnSync("pkill", ["-9", "-f", folder]);
  await expect(() => expect(spawnSync("pgrep", ["-f", folder]).stdout.toString()).toBe("")).toPass();
  rmSync(path.join(folder, "SingletonLock"), { force: true });
}

async function signIn(page: Page, role: Role, nth = 0): Promise<void> {
  await page.goto(`${program.url}/aanmelden?naar=/veld`);
  await page.getByLabel("E-mailadres").fill(staffOf(role)[nth]?.email ?? "");
  await page.getByLabel("Wachtwoord").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await page.waitForURL("**/veld");
}

async function takeDay(page: Page, role: Role, nth = 0): Promise<void> {
  await signIn(page, role, nth);
  await page.getByRole("button", { name: "Haal mijn dag op" }).click();
  await page.getByLabel("Pincode").fill(PIN);
  await page.getByLabel("Nog een keer").fill(PIN);
  await page.getByRole("button", { name: "Neem mee" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^De dag van/ })).toBeVisible();
  // The worker has everything before one leaves the office.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

const unlock = async (page: Page, pin = PIN) => {
  await page.getByLabel(/^Pincode van/).fill(pin);
  await page.getByRole("button", { name: "Open mijn dag" }).click();
};
const waits = (page: Page) => page.getByRole("status").first();
const rows = (page: Page) => page.locator("main li a");

test("a consultant's visit survives a stopped server, a killed browser and a colleague on the same phone, and arrives once", async () => {
  const { context, folder } = await phone();
  const page = context.pages()[0] ?? (await context.newPage());
  await takeDay(page, "consultant");
  await expectAccessibleInEveryLook(page);
  const name = await rows(page).last().locator("b").innerText();

  await program.stop();
  await page.reload();
  await unlock(page);
  await rows(page).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expectAccessibleInEveryLook(page);
  await page.getByText("Wat je vooraf weet").click();
  const dossier = await page.getByRole("link", { name: /^Open het dossier/ }).getAttribute("href");
  await page.getByLabel("Binnen gesproken").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("heading", { name: "Wat zag je?" })).toBeFocused();
  await page.getByLabel("Post blijft liggen").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Belooft te betalen").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("alert"), "the error stands at its own question").toHaveText(/Kies de dag/);
  await expectAccessibleInEveryLook(page);
  await page.getByLabel("Belooft te betalen").uncheck();
  await page.getByLabel("Wil hulp met papieren").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Notitie voor het team").fill("Dochter komt zaterdag, ë 👵");
  await expectAccessibleInEveryLook(page);

  // The browser is killed in the middle of it: the operating system ends it, nothing is tidied up.
  await kill(folder);
  const again = await phone(folder);
  const back = again.context.pages()[0] ?? (await again.context.newPage());
  await back.goto(`${program.url}/veld`);
  await unlock(back);
  await expect(rows(back).filter({ hasText: name })).toContainText("Begonnen, nog niet af");
  await rows(back).filter({ hasText: name }).click();
  for (let step = 0; step < 3; step++) await back.getByRole("button", { name: "Verder" }).click();
  await expect(back.getByLabel("Notitie voor het team")).toHaveValue("Dochter komt zaterdag, ë 👵");
  await back.getByRole("button", { name: "Klaar, leg vast" }).click();
  await expect(back.getByText("Vastgelegd en verzegeld")).toBeVisible();
  await expect(waits(back)).toContainText("1 wacht");
  await back.getByRole("link", { name: "Terug naar de lijst" }).click();
  await expect(rows(back).filter({ hasText: name })).toContainText("wacht op versturen");

  // Nobody reads it on this phone any more, and whoever opens the app sends it.
  await back.getByRole("button", { name: "Sluit af met de pincode" }).click();
  const stored = await back.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open("aanbel-veld");
        asked.onsuccess = () => {
          const all = asked.result.transaction("outbox").objectStore("outbox").getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
  expect(stored).not.toMatch(/Dochter|spoke-inside|mail-piling-up/);
  expect(stored).not.toContain(name.split(" ").at(-1));
  await program.start();
  await again.context.close();
  const third = await phone(folder);
  const sending = third.context.pages()[0] ?? (await third.context.newPage());
  await sending.goto(`${program.url}/veld`);
  await expect(waits(sending)).toContainText("Alles is verstuurd", { timeout: 30_000 });
  await unlock(sending);
  await expect(rows(sending).filter({ hasText: name })).toContainText("ontvangen door kantoor");

  // On the case it stands in words, once.
  await third.context.clearCookies();
  await sending.goto(`${program.url}/aanmelden`);
  await sending.getByLabel("E-mailadres").fill(staffOf("finance")[0]?.email ?? "");
  await sending.getByLabel("Wachtwoord").fill(DEMO_PASSWORD);
  await sending.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await sending.waitForURL("**/werklijst**");
  const seen = sending.getByText(/Gezien: post blijft liggen.*Afgesproken: wil hulp met papieren/);
  await sending.goto(`${program.url}${dossier}`);
  await expect(async () => {
    await sending.reload();
    await expect(seen.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(seen).toHaveCount(1);
  await third.context.close();
});

test("a caretaker's ring without reception is kept, taken back within ten seconds, and sent when there is reception again", async () => {
  const { context } = await phone();
  const page = context.pages()[0] ?? (await context.newPage());
  await takeDay(page, "caretaker");
  await program.stop();
  const name = await rows(page).first().locator("b").innerText();
  await rows(page).first().click();
  await expectAccessibleInEveryLook(page);
  await page.getByRole("button", { name: "Gesproken" }).click();
  await expect(page.getByText("Vastgelegd. Dank je wel.")).toBeVisible();
  await expect(waits(page)).toContainText("1 wacht");
  await page.getByRole("button", { name: /Toch niet/ }).click();
  await expect(waits(page)).toContainText("Alles is verstuurd");

  await page.getByRole("button", { name: /overleden/ }).click();
  await expect(page.getByText("Doe geen kaartje in de bus")).toBeVisible();
  await expectAccessibleInEveryLook(page);
  await page.getByRole("button", { name: "Nee, terug" }).click();
  await page.getByRole("button", { name: /zorgen/ }).click();
  await expect(page.getByRole("link", { name: /^Bel 010/ }), "the number stands there to ring at once").toHaveAttribute(
    "href",
    /^tel:010/,
  );
  await expect(page.getByText(/kaartje/)).toHaveCount(0);
  await expectAccessibleInEveryLook(page);
  await page.getByRole("link", { name: "Terug naar de lijst" }).click();
  await expect(rows(page).filter({ hasText: name })).toContainText("wacht op versturen");

  await page.getByRole("button", { name: "Nu versturen" }).click();
  await expect(waits(page)).toContainText("1 wacht");
  await program.start();
  await expect(waits(page)).toContainText("Alles is verstuurd", { timeout: 40_000 });
  await page.getByRole("link", { name: "Verstuurd en wachtend" }).click();
  await expect(page.getByText("Ik maak me zorgen, ontvangen door kantoor")).toBeVisible();
  await expectAccessibleInEveryLook(page);
  await context.close();
});

test("ten wrong PINs take the day from the phone, and never what waits", async () => {
  const { context } = await phone();
  const page = context.pages()[0] ?? (await context.newPage());
  await takeDay(page, "caretaker");
  await program.stop();
  await rows(page).nth(1).click();
  await page.getByRole("button", { name: "Gaat bellen" }).click();
  await expect(waits(page)).toContainText("1 wacht");
  await page.reload();
  for (let wrong = 1; wrong <= 9; wrong++) {
    await unlock(page, "00000");
    await expect(page.getByRole("alert")).toContainText(wrong === 9 ? "Nog één keer" : `Nog ${10 - wrong} keer`);
  }
  await unlock(page, "00000");
  await expect(page.getByLabel(/^Pincode van/)).toHaveCount(0);
  await expect(waits(page)).toContainText("1 wacht");
  await program.start();
  await page.reload();
  await expect(waits(page)).toContainText("Alles is verstuurd", { timeout: 30_000 });
  await context.close();
});

test("the app holds no word of money for a caretaker, in any byte that reached the phone", async () => {
  const { context } = await phone();
  const page = context.pages()[0] ?? (await context.newPage());
  const said: string[] = [];
  page.on("response", async (answer) => {
    if (answer.url().includes("/api/veld/")) said.push(await answer.text().catch(() => ""));
  });
  await takeDay(page, "caretaker");
  await rows(page).last().click();
  expect(said.join("")).toContain("doors");
  expect(said.join("").replace(/"token":"[^"]+"/, "")).not.toMatch(/€|cents|huur|schuld|achterstand|betal|arrear|overdue|debt/i);
  expect(await page.locator("body").innerText()).not.toMatch(/€|huurachterstand|schuld|betal/i);
  await context.close();
});

test("a phone that is full says so, and claims nothing that is not kept", async () => {
  const { context } = await phone();
  const page = context.pages()[0] ?? (await context.newPage());
  await takeDay(page, "caretaker");
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    Object.assign(window, { full: true });
    IDBObjectStore.prototype.put = function (...given) {
      if ("full" in window && window.full) throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  await rows(page).last().click();
  await page.getByRole("button", { name: "Andere taal" }).click();
  await expect(page.getByRole("alert")).toContainText("Dit staat nog niet op je toestel");
  await expect(waits(page)).toContainText("Alles is verstuurd");
  await expectAccessibleInEveryLook(page);
  await page.evaluate(() => Object.assign(window, { full: false }));
  await page.getByRole("button", { name: "Andere taal" }).click();
  await expect(page.getByText("Vastgelegd. Dank je wel.")).toBeVisible();
  await expect(waits(page)).toContainText("1 wacht");
  await page.getByRole("button", { name: /Toch niet/ }).click();
  await context.close();
});

test("a phone whose storage the browser emptied opens anew, and takes the day along again", async () => {
  const { context } = await phone();
  const page = context.pages()[0] ?? (await context.newPage());
  await takeDay(page, "caretaker");
  const doors = await rows(page).count();
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin: program.url,
    storageTypes: "indexeddb,cache_storage,service_workers",
  });
  await page.reload();
  await page.getByRole("button", { name: "Haal mijn dag op" }).click();
  await page.getByLabel("Pincode").fill(PIN);
  await page.getByLabel("Nog een keer").fill(PIN);
  await page.getByRole("button", { name: "Neem mee" }).click();
  await expect(rows(page)).toHaveCount(doors);
  await context.close();
});
