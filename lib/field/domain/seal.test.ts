import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOfPin, lockUp, unlock } from "./lock";
import { standingAfter, waitAfter } from "./outbox";
import { freshKeys, keyName, readSigned, seal, signed, unseal } from "./seal";

const id = "01a22c63-7402-77a9-b815-93e79b7e9695";
const name = { id, form: "visit-1" };
const to = { keyId: "veld-1" };

describe("an envelope", () => {
  it("gives back whatever was sealed in it, also ë and 👵", async () => {
    const keys = await freshKeys();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string({ unit: "binary" }), async (json, text) => {
        const content = { json, text, fixed: "Mw. Özdemir-Łukasz kreeg koffie ☕ en 👵 ë" };
        const sealed = await seal(content, { ...to, agree: keys.agreeOpen }, name);
        expect(JSON.stringify(await unseal(sealed, keys.agree))).toBe(JSON.stringify(content));
      }),
      { numRuns: 40 },
    );
  });

  it("tells nothing of what is in it", async () => {
    const { agreeOpen } = await freshKeys();
    const sealed = await seal({ note: "Dochter komt helpen" }, { ...to, agree: agreeOpen }, name);
    const bytes = Object.values(sealed).map((word) => atob(word.replaceAll("-", "+").replaceAll("_", "/")));
    expect(bytes.join(" ")).not.toContain("Dochter");
    expect(Object.keys(sealed).sort()).toEqual(["box", "form", "id", "iv", "keyId", "point"]);
  });

  it.each([
    ["another key", async () => ({}), true],
    ["another id", async () => ({ id: "01a22c63-7402-77a9-b815-93e79b7e9696" }), false],
    ["another form", async () => ({ form: "ring-1" }), false],
    ["a bit of it changed", async () => ({ iv: "AAAAAAAAAAAAAAAA" }), false],
  ])("is not opened with %s", async (_what, change, otherKey) => {
    const [keys, others] = [await freshKeys(), await freshKeys()];
    const sealed = await seal({ ok: true }, { ...to, agree: keys.agreeOpen }, name);
    await expect(unseal({ ...sealed, ...(await change()) }, otherKey ? others.agree : keys.agree)).rejects.toMatchObject({
      name: "OperationError",
    });
  });
});

describe("a signed word", () => {
  it("is read by its own key only, and not when a letter of it was changed", async () => {
    const [keys, others] = [await freshKeys(), await freshKeys()];
    const word = await signed("receipt", '{"id":"é"}', keys.sign);
    expect(await readSigned("receipt", word, keys.signOpen)).toBe('{"id":"é"}');
    expect(await readSigned("receipt", word, others.signOpen)).toBeNull();
    expect(await readSigned("receipt", `A${word.slice(1)}`, keys.signOpen)).toBeNull();
    expect(await readSigned("receipt", "niets", keys.signOpen)).toBeNull();
  });
});

describe("a key", () => {
  it("has its name from itself, so that a lost one is never taken for another", async () => {
    const [one, other] = [await freshKeys(), await freshKeys()];
    expect(await keyName(one.agreeOpen)).toBe(await keyName({ ...one.agreeOpen, ext: true }));
    expect(await keyName(one.agreeOpen)).not.toBe(await keyName(other.agreeOpen));
  });

  it("that signed a receipt signed no token", async () => {
    const { sign, signOpen } = await freshKeys();
    const receipt = await signed("receipt", "{}", sign);
    expect([await readSigned("token", receipt, signOpen), await readSigned("receipt", receipt, signOpen)]).toEqual([null, "{}"]);
  });
});

describe("a day under a PIN", () => {
  it("opens with that PIN and with no other", async () => {
    const salt = "AAECAwQFBgcICQoLDA0ODw";
    const locked = await lockUp({ name: "Mw. De Waard" }, await keyOfPin("48151", salt, 1000));
    expect(locked.box).not.toContain("Waard");
    expect(await unlock(locked, await keyOfPin("48151", salt, 1000))).toEqual({ name: "Mw. De Waard" });
    expect(await unlock(locked, await keyOfPin("48152", salt, 1000))).toBeNull();
  });
});

describe("what waits on a phone", () => {
  it.each([
    [200, "received"],
    [0, "ready"],
    [401, "ready"],
    [429, "ready"],
    [500, "ready"],
    [503, "ready"],
    [409, "apart"],
    [413, "apart"],
    [422, "apart"],
  ] as const)("after an answer %i is %s", (status, standing) => {
    expect(standingAfter(status)).toBe(standing);
  });

  it("is tried again after ever longer, and after ten minutes at most", () => {
    expect([1, 2, 3, 8, 40].map(waitAfter)).toEqual([5_000, 10_000, 20_000, 600_000, 600_000]);
  });
});
