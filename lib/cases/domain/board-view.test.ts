import { describe, expect, it } from "vitest";
import { boardView } from "./board-view";
import type { CaseView } from "./view";

const SECRET = /geheim|0612345678/;
const item = (code: string, values: object) => ({ day: "2026-11-20", at: null, staffId: 1, firstName: "Joke", code, values });
const view = {
  tenancyId: 7,
  people: [{ id: 1, lastName: "Jansen", safetyNote: "geheim", knowBefore: ["geheim"] }],
  phones: [{ personId: 1, number: "0612345678" }],
  building: { name: "Statenhof", caretakers: [{ name: "Ronald", phone: "0612345678" }] },
  timeline: [
    item("attempt", { outcome: "spoke", number: "0612345678", note: "geheim" }),
    item("hold", { reason: "dispute", note: "geheim" }),
    item("visit", { outcome: "spoke-inside", detail: "geheim", payDay: "geheim" }),
    item("taken-back", { reason: "geheim", action: "cases.logCall" }),
  ],
  underWay: {
    holds: [{ id: 1, reason: "dispute", note: "geheim" }],
    search: { id: 1, detail: "geheim" },
    message: { id: 1, status: "queued", recipient: "0612345678" },
    replies: [{ id: 1, sender: "0612345678", body: "geheim" }],
    problems: [],
  },
} as unknown as CaseView;

describe("a case as the board sees it", () => {
  it("holds no number and no word that somebody wrote down, in any place", () => {
    expect(JSON.stringify(view)).toMatch(SECRET);
    expect(JSON.stringify(boardView(view))).not.toMatch(SECRET);
  });

  it("still says what was done, by whom and why", () => {
    expect(boardView(view).timeline.map(({ code, firstName, values }) => [code, firstName, values])).toEqual([
      ["attempt", "Joke", { outcome: "spoke" }],
      ["hold", "Joke", { reason: "dispute" }],
      ["visit", "Joke", { outcome: "spoke-inside" }],
      ["taken-back", "Joke", { action: "cases.logCall" }],
    ]);
  });
});
