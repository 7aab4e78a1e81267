import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { chromium, devices, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { findBrowser } from "@/bin/test/browser";
import { DEMO_PASSWORD, staffOf } from "@/demo/domain/staff";
import type { HandedDay } from "@/lib/field/domain/day";
import { readSigned, seal } from "@/lib/field/domain/seal";
import start from "../e2e/program";
import { say, timed } from "./measure";

/**
 * A day in the building: how long it takes on a slow phone to have it ready and to keep a visit, and how fast 500 sealed envelopes of 20
 * phones land at once. The real program with its demo, everything on one machine. The floor is the same number of requests for a file.
 */
const PHONES = 20;
const EACH = 25;
const PIN = "48151";
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const address = process.env.AANBEL_TEST_URL ?? "http://127.0.0.1:3999";
const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

interface OnAPhone {
  readonly cookie: string;
  readonly doors: number;
  readonly readyMs: number;
  readonly keptMs: number;
  readonly scriptBytes: number;
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${address}/aanmelden?naar=/veld`);
  await page.getByLabel("E-mailadres").fill(staffOf("consultant")[0]?.email ?? "");
  await page.getByLabel("Wachtwoord").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await page.waitForURL("**/veld");
}

/** One round on a phone that is four times slower than this machine. */
async function onAPhone(): Promise<OnAPhone> {
  const found = findBrowser();
  const browser = await chromium.launch({
    args: ["--no-sandbox"],
    ...(found ? { executablePath: found.path, env: found.env } : {}),
  });
  const { defaultBrowserType: _, ...looks } = devices["Pixel 7"];
  const context = await browser.newContext({ ...looks, locale: "nl-NL" });
  const page = await context.newPage();
  await signIn(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.getByRole("button", { name: "Haal mijn dag op" }).click();
  await page.getByLabel("Pincode").fill(PIN);
  await page.getByLabel("Nog een keer").fill(PIN);
  const [ready] = await timed(async () => {
    await page.getByRole("button", { name: "Neem mee" }).click();
    await page.locator("main li a").first().waitFor();
  });
  const doors = await page.locator("main li a").count();
  await page.locator("main li a").first().click();
  await page.getByLabel("Niemand thuis").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Verder" }).click();
  const [kept] = await timed(async () => {
    await page.getByRole("button", { name: "Klaar, leg vast" }).click();
    await page.getByText("Vastgelegd en verzegeld").waitFor();
  });
  await page.getByRole("button", { name: /Toch niet/ }).click();
  const script = await fetch(`${address}/veld`).then((answer) => answer.text());
  const name = /src="([^"]+\.js)"/.exec(script)?.[1] ?? "";
  const bytes = Buffer.from(await (await fetch(`${address}${name}`)).arrayBuffer());
  const cookie = (await context.cookies()).map((one) => `${one.name}=${one.value}`).join("; ");
  await browser.close();
  return { cookie, doors, readyMs: ready * 1_000, keptMs: kept * 1_000, scriptBytes: gzipSync(bytes).length };
}

const dayOf = async (cookie: string): Promise<HandedDay> => {
  const answer = await fetch(`${address}/api/veld/dag`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", origin: address },
    body: JSON.stringify({ device: randomUUID(), deviceName: "proef" }),
  });
  if (!answer.ok) throw new Error(`no day: ${answer.status}`);
  return (await answer.json()) as HandedDay;
};

const moment = { phoneAt: new Date().toISOString(), offsetMs: 0 };
const sealed = (day: HandedDay) =>
  Promise.all(
    Array.from({ length: EACH }, () =>
      seal({ moment, envelopeId: randomUUID(), reason: "Meting van de proef" }, day.sealTo, { id: v7(), form: "correction-1" }),
    ),
  );

/** Every phone sends one after another; the phones at the same time. */
const atOnce = (work: (phone: number, nth: number) => Promise<void>) =>
  timed(() =>
    Promise.all(
      Array.from({ length: PHONES }, async (_, phone) => {
        for (let nth = 0; nth < EACH; nth++) await work(phone, nth);
      }),
    ),
  );

const stop = await start();
try {
  const rounds: OnAPhone[] = [];
  for (let round = 0; round < 3; round++) {
    rounds.push(await onAPhone());
    say(`phone ${round + 1}: ready ${rounds.at(-1)?.readyMs.toFixed(0)} ms, kept ${rounds.at(-1)?.keptMs.toFixed(0)} ms`);
  }
  const cookie = rounds.at(-1)?.cookie ?? "";
  const days = await Promise.all(Array.from({ length: PHONES }, () => dayOf(cookie)));
  const envelopes = await Promise.all(days.map(sealed));
  const [floor] = await atOnce(async () => void (await (await fetch(`${address}/veld/sw.js`)).arrayBuffer()));
  const faults: number[] = [];
  const send = async (phone: number, nth: number) => {
    const [day, envelope] = [days[phone], envelopes[phone]?.[nth]];
    const answer = await fetch(`${address}/api/veld/envelop`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${day?.token}` },
      body: JSON.stringify(envelope),
    });
    const said = answer.ok ? ((await answer.json()) as { receipt: string }) : null;
    const receipt = said && (await readSigned("receipt", said.receipt, day?.signOpen ?? {}));
    if (!receipt?.includes(envelope?.id ?? "-")) faults.push(answer.status);
  };
  const [landed] = await atOnce(send);
  const [again] = await atOnce(send);
  const first = rounds[0];
  process.stdout.write(
    [
      `On a phone with a quarter of this processor and slow 4G, median of ${rounds.length}; ${first?.doors} doors.`,
      "",
      "| what | took | wanted |",
      "| --- | ---: | ---: |",
      `| the day ready without reception, once its PIN was chosen | ${median(rounds.map(({ readyMs }) => readyMs)).toFixed(0)} ms | 2,000 ms |`,
      `| a finished visit sealed and kept | ${median(rounds.map(({ keptMs }) => keptMs)).toFixed(0)} ms | 100 ms |`,
      `| script of the app, compressed | ${((first?.scriptBytes ?? 0) / 1_000).toFixed(1)} kB | 60 kB |`,
      "",
      `${PHONES * EACH} envelopes of ${PHONES} phones at once, each with a receipt that was checked; ${faults.length} without.`,
      "",
      "| what | took | |",
      "| --- | ---: | --- |",
      `| as many requests for a file | ${floor.toFixed(1)} s | |`,
      `| landed | ${landed.toFixed(1)} s | ${(landed / floor).toFixed(1)} × the floor; wanted 10 s |`,
      `| the same ones sent again | ${again.toFixed(1)} s | kept once |`,
      "",
    ].join("\n"),
  );
} finally {
  await stop();
}
