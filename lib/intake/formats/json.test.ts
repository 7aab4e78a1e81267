import { describe, expect, it } from "vitest";
import { firstElement, readJson } from "./json";

async function* inPieces(text: string, size: number) {
  const all = new TextEncoder().encode(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}
async function read(text: string, size = 1 << 16) {
  const found = [];
  for await (const { line, value } of readJson(inPieces(text, size))) found.push([line, value]);
  return found;
}
const refusal = (text: string) =>
  read(text).then(
    () => null,
    ({ code, values }) => [code, values.line],
  );

describe("the elements of a JSON file", () => {
  const text = '{"aantal": 2, "data": [\n {"a": "x } \\" ] é", "b": [1, {"c": 2}]},\n\n {"a": null}\n]}\n';
  it.each([1, 2, 3, 7, 1000])("are the same when it comes in pieces of %i bytes", async (size) => {
    expect(await read(text, size)).toEqual([
      [2, { a: 'x } " ] é', b: [1, { c: 2 }] }],
      [4, { a: null }],
    ]);
  });

  it("may lie in a bare array, and an empty one has none", async () => {
    expect(await read('[{"a": 1}]')).toEqual([[1, { a: 1 }]]);
    expect(await read("[]")).toEqual([]);
  });

  it.each([
    ["is cut off", '[\n{"a": 1},\n{"a": ', "json-cut-off", 3],
    ["has a comma too many in an element", '[\n{"a": 1,}]', "broken-json", 2],
    ["has something behind it", "[]\nx", "broken-json", 2],
    ["is two files pasted together", '[{"a":1}]\n[{"a":1}]', "broken-json", 2],
    ["is nested too deep", `[${"[".repeat(100_000)}`, "json-too-deep", 1],
    ["has an element without end", `[\n{"a": "${"x".repeat(1_200_000)}`, "line-too-long", 2],
  ])("are refused when it %s", async (_, content, code, line) => expect(await refusal(content)).toEqual([code, line]));
});

describe("what a JSON file is, from its first element,", () => {
  const told = (text: string, complete = true) => {
    try {
      return firstElement(text, complete);
    } catch (error) {
      return [(error as { code: string }).code, (error as { values: { line?: number } }).values.line];
    }
  };
  it.each([
    ["shows from that alone", '[{"a": 1}, {"b', true, { a: 1 }],
    ["is told by the line when it is cut off in that", '[\n{"a": 1,\n"b": ', true, ["json-cut-off", 3]],
    ["is told by the line when that is too long", '[\n{"a": 1,\n"b": ', false, ["line-too-long", 2]],
    ["is told by the line when that is damaged", '[\n{"a": 1,}]', true, ["broken-json", 2]],
    ["is nothing when there is none", '{"data": []}', true, ["empty-file", undefined]],
    ["is unknown when it is no list", '{"a": 1}', true, null],
  ])("%s", (_, text, complete, expected) => expect(told(text, complete)).toEqual(expected));
});
