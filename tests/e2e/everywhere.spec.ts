import { expect, type Page, test } from "@playwright/test";
import type { Role } from "@/lib/auth/actor";
import { allowed, type Entry, HOME, MATRIX } from "@/lib/auth/permissions";
import { expectAccessible } from "./accessible";
import { signIn } from "./sign-in";

/** Every page of the matrix, opened by the first role that may, at a desk in light and on a phone in the dark. */
const VIEWS = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;
const ROLES = Object.keys(HOME) as Role[];

/** Pages that send one on, or that are there only while one builds. */
const NO_SCREEN: readonly Entry[] = ["page:/", "page:/aanmelden", "page:/werkbank", "page:/werklijst/terug"];
/** What only exists once somebody made it; walked by the journeys that make one. */
const MADE_FIRST: readonly Entry[] = [
  "page:/bestanden/[id]",
  "page:/bestanden/aanbod/[uploadId]",
  "page:/bestanden/aanbod/[uploadId]/[index]",
  "page:/in-een-keer/[runId]",
  "page:/inzage/persoon/[personId]",
  "page:/regels/[versionId]/wijzigen",
  "page:/regels/proef/[rehearsalId]",
];

const pagesOf = (role: Role) =>
  (Object.keys(MATRIX) as Entry[]).filter(
    (entry) =>
      entry.startsWith("page:") &&
      ![...NO_SCREEN, ...MADE_FIRST].includes(entry) &&
      ROLES.find((each) => allowed(each, entry)) === role,
  );

const addressOf = (entry: Entry) => entry.slice("page:".length);
const shapeOf = (entry: Entry) => new RegExp(`^${addressOf(entry).replaceAll(/\[\w+\]/g, "[\\w-]+")}(\\?.*)?$`);

/** The first link of the pages seen so far that leads to this page. */
const linkTo = (entry: Entry, links: ReadonlySet<string>) => [...links].find((link) => shapeOf(entry).test(link));

async function gather(page: Page, links: Set<string>): Promise<void> {
  const hrefs = await page.locator("a[href^='/']").evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  for (const href of hrefs) links.add(href.split("#")[0] ?? "");
}

async function look(page: Page, address: string): Promise<void> {
  for (const { colorScheme, ...size } of VIEWS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await test.step(`${address} at ${size.width} px, ${colorScheme}`, async () => {
      await expect(page.getByRole("heading", { level: 1 }), "one heading says what the page is").toHaveCount(1);
      await expect(page).toHaveTitle(/Aanbel/);
      await expectAccessible(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, "scrolls sideways").toBeLessThanOrEqual(0);
    });
  }
}

for (const role of ROLES.filter((each) => pagesOf(each).length > 0)) {
  test(`every page that ${role} opens can be read by everyone, at a desk and on a phone`, async ({ page }) => {
    test.setTimeout(300_000);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (said) => /Content Security Policy/.test(said.text()) && faults.push(said.text()));
    await signIn(page, role);
    const links = new Set<string>();
    await gather(page, links);
    const bySteps = pagesOf(role).toSorted((a, b) => a.split("[").length - b.split("[").length || a.length - b.length);
    for (const entry of bySteps) {
      const address = entry.includes("[") ? linkTo(entry, links) : addressOf(entry);
      expect(address, `no link to ${entry} on any page before it`).toBeDefined();
      await look(page, address ?? "");
      await gather(page, links);
    }
    expect(faults).toEqual([]);
  });
}
