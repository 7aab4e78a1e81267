import { defineConfig } from "@playwright/test";

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"];
const executablePath = process.env.AANBEL_BROWSER;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  globalSetup: "./tests/e2e/program.ts",
  // One program with one demo: its clock and its cases are shared, so the tests go one after another.
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env.AANBEL_TEST_URL ?? "http://127.0.0.1:3999",
    locale: "nl-NL",
    // Far from Amsterdam on purpose: the browser's zone must not matter.
    timezoneId: "Pacific/Kiritimati",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
});
