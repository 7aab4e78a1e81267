import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/i18n/language";
import { translate } from "@/lib/i18n/translate";

const ROOMS = [
  "arrangements",
  "caretaker",
  "cases/commands/desk",
  "cases/schema",
  "contact",
  "holds",
  "legal",
  "referrals",
  "tenancies",
  "visits",
];
const sources = ROOMS.flatMap((room) =>
  readdirSync(path.join("lib", room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(path.join("lib", room, file), "utf8")),
).join("\n");
const found = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map((match) => match[1] ?? ""))];

/** Answered to a gateway, never to a person. */
const TO_MACHINES = new Set(["signature", "unreadable", "unknown-message"]);

describe.each(LANGUAGES)("in %s", (language) => {
  const t = translate(language);

  it("every refusal of the desk has its sentence", () => {
    const codes = found(/refused\(\s*"([a-z-]+)"/g).filter((code) => !TO_MACHINES.has(code));
    expect(codes.length).toBeGreaterThan(40);
    const said = (code: string) => t.has(`cases.refused.${code}`) || t.has(`caretaker.refused.${code}`);
    expect(codes.filter((code) => !said(code))).toEqual([]);
  });

  it("every reason of the gate has its sentence, on the screen and as a refusal", () => {
    const codes = found(/code: "([a-z-]+)",\s+channels:/g);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !t.has(`contact.gate.${code}`) || !t.has(`cases.refused.gate-${code}`))).toEqual([]);
  });

  it("every field that is wrong says what to do", () => {
    const keys = found(/"(cases\.field\.[a-zA-Z]+)"/g);
    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter((key) => !t.has(key))).toEqual([]);
  });
});
