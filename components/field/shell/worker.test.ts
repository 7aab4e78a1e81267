import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

type Listener = (event: { request: object; respondWith: (answer: unknown) => void }) => void;

/** The worker as the browser runs it, with the files of a build. */
function worker(): Listener {
  const source = readFileSync("components/field/shell/sw.js", "utf8").replace('["FILES"]', '["/veld","/veld/app-ABCDEFGH.js"]');
  const listeners = new Map<string, Listener>();
  const self = {
    location: { origin: "https://aanbel.test" },
    addEventListener: (name: string, listen: Listener) => listeners.set(name, listen),
  };
  const caches = { open: async () => ({ match: async (file: string) => `kept ${file}` }) };
  runInNewContext(source, { self, caches, URL, Request, Promise });
  const fetches = listeners.get("fetch");
  if (!fetches) throw new Error("the worker answers nothing");
  return fetches;
}
async function answer(method: string, path: string, mode = "cors"): Promise<unknown> {
  let given: unknown = "the network";
  worker()({ request: { method, url: `https://aanbel.test${path}`, mode }, respondWith: (one) => (given = one) });
  return given;
}

describe("the worker of the field app", () => {
  it.each([
    ["GET", "/veld", "navigate", "kept /veld"],
    ["GET", "/veld?x=1", "navigate", "kept /veld"],
    ["GET", "/veld/app-ABCDEFGH.js", "no-cors", "kept /veld/app-ABCDEFGH.js"],
  ])("keeps its own document and files: %s %s", async (method, path, mode, kept) => {
    expect(await answer(method, path, mode)).toBe(kept);
  });

  it.each([
    ["POST", "/api/veld/envelop", "cors"],
    ["POST", "/veld", "navigate"],
    ["PUT", "/veld/app-ABCDEFGH.js", "cors"],
    ["GET", "/api/veld/dag", "cors"],
    ["GET", "/veld", "cors"],
    ["GET", "/huisbezoeken", "navigate"],
    ["GET", "/dossier/1?_rsc=x", "cors"],
    ["GET", "/aanmelden?naar=/veld", "navigate"],
  ])("answers nothing else: %s %s (%s)", async (method, path, mode) => {
    expect(await answer(method, path, mode)).toBe("the network");
  });
});
