import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLastName, readName } from "./name";

const short = (text: string) => {
  const it = readName(text);
  return it && [it.salutation, it.initials, it.prefix, it.lastName];
};

describe("a name in one field", () => {
  it.each([
    ["Berg, mw. A.B. van den", ["mw", "A.B.", "van den", "Berg"]],
    ["A.B. van den Berg-de Vries", [null, "A.B.", "van den", "Berg-de Vries"]],
    ["A.B. van den Berg - de Vries", [null, "A.B.", "van den", "Berg-de Vries"]],
    ["Berg van den, A.B.", [null, "A.B.", "van den", "Berg"]],
    ["van den Berg, A.B.", [null, "A.B.", "van den", "Berg"]],
    ["Berg A.B. van den", [null, "A.B.", "van den", "Berg"]],
    ["Groot, de, J.M.", [null, "J.M.", "de", "Groot"]],
    ["Mevr. A.B. van den Berg", ["mw", "A.B.", "van den", "Berg"]],
    ["Mevrouw De Groot", ["mw", null, "de", "Groot"]],
    ["De heer J. Jansen", ["dhr", "J.", null, "Jansen"]],
    ["Dhr J Jansen", ["dhr", "J.", null, "Jansen"]],
    ["Dhr. en mevr. Jansen", ["fam", null, null, "Jansen"]],
    ["Fam. de Vries", ["fam", null, "de", "Vries"]],
    ["Mw. drs. A. Bakker", ["mw", "A.", null, "Bakker"]],
    ["mr. P.C. Hooft", [null, "P.C.", null, "Hooft"]],
    ["Jansen", [null, null, null, "Jansen"]],
    ["el Idrissi, M.", [null, "M.", "el", "Idrissi"]],
    ["M. el Idrissi", [null, "M.", "el", "Idrissi"]],
    ["Rodrigues Lima, S.", [null, "S.", null, "Rodrigues Lima"]],
    ["S. Rodrigues Lima", [null, "S.", null, "Rodrigues Lima"]],
    ["Jan van den Berg", [null, "J.", "van den", "Berg"]],
    ["AB Jansen", [null, "A.B.", null, "Jansen"]],
    ["Th. Chr. de Groot", [null, "Th.Chr.", "de", "Groot"]],
    ["J.-P. Müller", [null, "J.-P.", null, "Müller"]],
    ["Özdemir-van der Wal, mw. Ş.", ["mw", "Ş.", null, "Özdemir-van der Wal"]],
    ["'t Hart, J.", [null, "J.", "'t", "Hart"]],
    ["J. in 't Veld", [null, "J.", "in 't", "Veld"]],
    ["O'Brien, K.", [null, "K.", null, "O'Brien"]],
    ["BERG, A.B. VAN DEN", [null, "A.B.", "van den", "Berg"]],
    ["IJSSELSTEIN, P.", [null, "P.", null, "IJsselstein"]],
    ["Rene\u0301, A.", [null, "A.", null, "René"]],
    ["Jan Jansen", [null, null, null, "Jan Jansen"]],
    ["Bewindkantoor Maas B.V.", ["firm", null, null, "Bewindkantoor Maas B.V."]],
    ["Stichting Thuis", ["firm", null, null, "Stichting Thuis"]],
  ])("%s", (text, parts) => expect(short(text)).toEqual(parts));

  it.each(["", "---", "123"])("%s is no name", (text) => expect(short(text)).toBeNull());

  it("put together either way round gives its parts back", () => {
    const initials = fc.constantFrom("A.", "J.M.", "Th.", "C.A.B.");
    const prefix = fc.option(fc.constantFrom("van", "de", "van der", "van den", "el", "ten", "in 't"), { nil: null });
    const last = fc.constantFrom("Berg", "Jansen", "Özdemir", "Berg-de Vries", "Núñez");
    fc.assert(
      fc.property(initials, prefix, last, (i, p, l) => {
        const parts = [null, i, p, l];
        for (const text of [`${i} ${p ? `${p} ` : ""}${l}`, `${l}, ${i}${p ? ` ${p}` : ""}`, `${p ? `${p} ` : ""}${l}, ${i}`])
          expect(short(text)).toEqual(parts);
      }),
    );
  });

  it("loses no letter of a last name, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."AbcdéÜ .,-' van de"), maxLength: 24 }), (text) => {
        expect(readName(text)?.lastName.trim()).not.toBe("");
      }),
    );
  });
});

describe("a last name and prefix in columns of their own", () => {
  it.each([
    [null, "Berg", null, "Berg"],
    ["van den", "Berg", "van den", "Berg"],
    ["VAN DER", "BERG", "van der", "Berg"],
    ["van de", "van de Berg", "van de", "Berg"],
    ["van", "den Berg", "van den", "Berg"],
    [null, "van den Berg", "van den", "Berg"],
    [null, "Berg, van den", "van den", "Berg"],
    [null, "'t Hart", "'t", "Hart"],
    [null, "El Idrissi", null, "El Idrissi"],
    [null, "Rodrigues Lima", null, "Rodrigues Lima"],
    [null, "Berg-de Vries", null, "Berg-de Vries"],
    ["de", "VRIES-IJSSELSTEIN", "de", "Vries-IJsselstein"],
    [null, "Jansen, Piet", null, "Jansen, Piet"],
    [null, "van", null, "van"],
    [null, "Li", null, "Li"],
    ["in 't", "Veld", "in 't", "Veld"],
  ])("%s | %s", (prefix, last, ...parts) => {
    const read = readLastName(prefix, last);
    expect([read.prefix, read.lastName]).toEqual(parts);
  });
});
