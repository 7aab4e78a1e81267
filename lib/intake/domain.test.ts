import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { csvPieces } from "./domain/csv-text";
import { assertBalanced } from "./domain/report";
import { judgeReversals, type ReversalCandidate } from "./domain/reversals";

describe("reversals of one receipt", () => {
  const candidate = (line: number, more: Partial<ReversalCandidate> = {}): ReversalCandidate => ({
    line,
    amount: 400n,
    bookedOn: day("2026-11-05"),
    target: "entry 1",
    targetKind: "payment",
    targetAmount: 1000n,
    targetBookedOn: day("2026-11-01"),
    reversed: 0n,
    duplicates: [],
    ...more,
  });
  const dispositions = (candidates: ReversalCandidate[]) => {
    const judged = judgeReversals(candidates);
    return candidates.map((it) => judged.get(it.line)?.disposition);
  };

  it("are good until it is used up, in the order they were booked, and a refused one takes nothing", () => {
    expect(dispositions([candidate(1), candidate(2), candidate(3), candidate(4, { amount: 200n })])).toEqual([
      "good",
      "good",
      "rejected",
      "good",
    ]);
    expect(dispositions([candidate(1), candidate(2, { amount: 1000n, bookedOn: day("2026-11-02") })])).toEqual([
      "rejected",
      "good",
    ]);
  });

  it("that the bank already reported are duplicates, one each", () => {
    expect(dispositions([candidate(1, { duplicates: ["7"] }), candidate(2, { duplicates: ["7"] })])).toEqual([
      "duplicate",
      "good",
    ]);
  });
});

it("lines that went missing stop the import", () => {
  const counts = { lines: 10, added: 5, known: 1, suspense: 1, ignored: 1, rejected: 1 };
  expect(() => assertBalanced(counts)).toThrow("10 lines in, 9 accounted for");
  expect(() => assertBalanced({ ...counts, known: 2 })).not.toThrow();
});

it("text that looks like a formula stays text in a downloaded list", async () => {
  async function* batches() {
    yield [["=1+1", "+31", "-5", "@x", "gewoon", 'a;"b"', -5]];
    yield [["\t=1", "\n=1", "\r=1", "a\n=1"]];
  }
  let text = "";
  for await (const piece of csvPieces(["=kop"], batches())) text += piece;
  expect(text).toBe('\uFEFF\'=kop\r\n\'=1+1;\'+31;\'-5;\'@x;gewoon;"a;""b""";-5\r\n\'\t=1;"\'\n=1";"\'\r=1";"a\n=1"\r\n');
});
