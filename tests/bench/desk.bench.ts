import { chromium } from "@playwright/test";
import { findBrowser } from "@/bin/test/browser";
import { DEMO_PASSWORD, staffOf } from "@/demo/domain/staff";
import start from "../e2e/program";
import { say } from "./measure";

/**
 * People who walk through the list, each opening a case every three seconds: the real program with its demo, asked as the browser asks
 * when one goes from case to case. Everything on one machine, the asking too. `BENCH_STAFF=1,10,40`, `BENCH_SECONDS=60`.
 */
const STAFF = (process.env.BENCH_STAFF ?? "1,10,40").split(",").map(Number);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const EVERY_MS = 3_000;
const address = process.env.AANBEL_TEST_URL ?? "http://127.0.0.1:3999";

/** The cases of the list, and the headers with which a browser asks for the next one. */
async function asABrowser(): Promise<{ ids: string[]; headers: Record<string, string> }> {
  const found = findBrowser();
  const browser = await chromium.launch({
    args: ["--no-sandbox"],
    ...(found ? { executablePath: found.path, env: found.env } : {}),
  });
  const page = await browser.newPage();
  await page.goto(`${address}/aanmelden`);
  await page.getByLabel("E-mailadres").fill(staffOf("finance")[0]?.email ?? "");
  await page.getByLabel("Wachtwoord").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/aanmelden");
  await page.goto(`${address}/werklijst?tab=alles`);
  const rows = page.locator("a[data-row]");
  await rows.nth(3).waitFor();
  await page.locator("html[data-keys=on]").waitFor();
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-row") ?? ""));
  const [asked] = await Promise.all([
    page.waitForRequest((request) => request.url().includes("dossier=") && request.headers().rsc === "1"),
    rows.nth(3).click(),
  ]);
  const sent = Object.entries(await asked.allHeaders()).filter(([name]) => /^(rsc|next-|cookie|accept)/.test(name));
  await browser.close();
  return { ids, headers: Object.fromEntries(sent) };
}

const at = (sorted: readonly number[], share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);

async function walk(people: number, { ids, headers }: Awaited<ReturnType<typeof asABrowser>>): Promise<void> {
  const took: number[] = [];
  const count = { bytes: 0, faults: 0 };
  const until = performance.now() + SECONDS * 1_000;
  const one = async (first: number) => {
    await new Promise((resolve) => setTimeout(resolve, (EVERY_MS * first) / people));
    for (let step = first * 3; performance.now() < until; step++) {
      const since = performance.now();
      const answer = await fetch(`${address}/werklijst?tab=alles&dossier=${ids[step % ids.length]}&_rsc=x`, { headers }).catch(
        () => null,
      );
      count.bytes += (await answer?.arrayBuffer())?.byteLength ?? 0;
      if (!answer?.ok) count.faults++;
      took.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - (performance.now() - since))));
    }
  };
  await Promise.all(Array.from({ length: people }, (_, index) => one(index)));
  took.sort((a, b) => a - b);
  const kilobytes = Math.round(count.bytes / took.length / 1024);
  console.log(
    `| ${people} | ${took.length} | ${at(took, 0.5)} ms | ${at(took, 0.95)} ms | ${at(took, 1)} ms | ${kilobytes} kB | ${count.faults} |`,
  );
}

const stop = await start();
try {
  const browser = await asABrowser();
  say(`${browser.ids.length} rows on the page`);
  console.log("| people | cases opened | median | p95 | longest | per case | faults |");
  console.log("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const people of STAFF) await walk(people, browser);
} finally {
  await stop();
}
