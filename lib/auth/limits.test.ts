import { expect, test } from "vitest";
import { LIMITS, tooOften } from "./limits";

const searches = LIMITS["action:queue.search"]?.most ?? 0;

test("who searches once more than the limit waits, and a colleague does not", async () => {
  for (let nth = 0; nth < searches; nth++) expect(await tooOften(1, "action:queue.search")).toBeNull();
  const seconds = await tooOften(1, "action:queue.search");
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(LIMITS["action:queue.search"]?.seconds ?? 0);
  expect(await tooOften(2, "action:queue.search")).toBeNull();
});

test("searching too often stops no other work", async () => {
  for (let nth = 0; nth <= searches; nth++) await tooOften(3, "action:queue.search");
  expect(await tooOften(3, "route:/brieven/alle")).toBeNull();
  expect(await tooOften(3, "action:cases.logCall")).toBeNull();
});

test("everything that carries a list away is bounded", () => {
  for (const entry of ["route:/bestanden/[id]/regels", "route:/brieven/alle", "route:/kaartjes", "route:/api/veld/dag"] as const)
    expect(LIMITS[entry]).toBeDefined();
});
