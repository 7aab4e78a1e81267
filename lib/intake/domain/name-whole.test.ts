import { describe, expect, it } from "vitest";
import { readLastName, readName } from "./name";

const short = (text: string) => {
  const it = readName(text);
  return it && [it.salutation, it.initials, it.prefix, it.lastName];
};

describe("a surname that is also a title, a degree or a word of trade", () => {
  it.each([
    ["K. Ma", [null, "K.", null, "Ma"]],
    ["Ba, T.", [null, "T.", null, "Ba"]],
    ["W. ten Ma", [null, "W.", "ten", "Ma"]],
    ["S. Ma Bakker", [null, "S.", null, "Ma Bakker"]],
    ["R. Ing", [null, "R.", null, "Ing"]],
    ["Ir, H.", [null, "H.", null, "Ir"]],
    ["P. Mr", [null, "P.", null, "Mr"]],
    ["mr. dr. H. Ma", [null, "H.", null, "Ma"]],
    ["H. van de Winkel", [null, "H.", "van de", "Winkel"]],
    ["O. van Kantoor", [null, "O.", "van", "Kantoor"]],
    ["G. Bewindt", [null, "G.", null, "Bewindt"]],
    ["Dhr. W. Kapsalon", ["dhr", "W.", null, "Kapsalon"]],
  ])("%s stays whole and a person's", (text, parts) => expect(short(text)).toEqual(parts));

  it.each([
    ["mw. drs. K. Smit", ["mw", "K.", null, "Smit"]],
    ["Smit, ir. K.", [null, "K.", null, "Smit"]],
    ["K. Smit MSc", [null, "K.", null, "Smit"]],
    ["prof. Smit", [null, null, null, "Smit"]],
  ])("%s still loses its title", (text, parts) => expect(short(text)).toEqual(parts));
});

describe("initials that are also a form of firm or a degree", () => {
  it.each([
    ["Boer, C.V. de", [null, "C.V.", "de", "Boer"]],
    ["Boer C.V. de", [null, "C.V.", "de", "Boer"]],
    ["B.V. Smit", [null, "B.V.", null, "Smit"]],
    ["N.V. de Boer", [null, "N.V.", "de", "Boer"]],
    ["Smit, B.V.", [null, "B.V.", null, "Smit"]],
    ["Smit, MA", [null, "M.A.", null, "Smit"]],
    ["Smit, BA", [null, "B.A.", null, "Smit"]],
  ])("%s are somebody's", (text, parts) => expect(short(text)).toEqual(parts));

  it.each([
    "Smit B.V.",
    "Bakkerij Smit BV",
    "Smit Beheer N.V.",
    "VOF De Boer",
    "De Boer C.V.",
    "Stichting Dak",
    "A. Smit Advocaten",
  ])("%s stays a firm, as it is written", (text) => expect(short(text)).toEqual(["firm", null, null, text]));
});

describe("what is typed around a name in one field", () => {
  it.each([
    ["A.B.van den Akker", [null, "A.B.", "van den", "Akker"]],
    ["Akker, A.B.van den", [null, "A.B.", "van den", "Akker"]],
    ["A.B.Smit", [null, "A.B.", null, "Smit"]],
    ["IJ. de Wit", [null, "IJ.", "de", "Wit"]],
    ["Smit, J., mevr.", ["mw", "J.", null, "Smit"]],
    ["Smit, J. mw.", ["mw", "J.", null, "Smit"]],
    ["Smit, J. (Joop)", [null, "J.", null, "Smit"]],
    ["Smit, J. (dhr.)", ["dhr", "J.", null, "Smit"]],
    ["J. v.d. Akker", [null, "J.", "v.d.", "Akker"]],
  ])("%s is told apart from it", (text, parts) => expect(short(text)).toEqual(parts));

  it.each([
    ["M. Pereira da Silva", ["Pereira", "Silva"]],
    ["J.A. Smit e/v de Wit", ["Smit", "Wit"]],
    ["J. Smit en P. de Wit", ["Smit", "Wit"]],
    ["J. Smit / P. de Wit", ["Smit", "Wit"]],
    ["Dhr. J. Smit en mevr. P. de Wit", ["Smit", "Wit"]],
    ["Smit, J. en Wit, P. de", ["Smit", "Wit"]],
    ["Nguyen Van Lan", ["Nguyen", "Lan"]],
  ])("no surname of %s is lost", (text, names) => {
    const { lastName = "" } = readName(text) ?? {};
    expect(names.filter((name) => !lastName.includes(name))).toEqual([]);
  });
});

describe("a name in capitals", () => {
  it.each([
    ["K. DE WIT-VAN DAM", [null, "K.", "de", "Wit-van Dam"]],
    ["WIT-VAN DAM, K. DE", [null, "K.", "de", "Wit-van Dam"]],
    ["SMIT, KEES", [null, "K.", null, "Smit"]],
    ["KEES VAN DAM", [null, "K.", "van", "Dam"]],
    ["W. WU", [null, "W.", null, "Wu"]],
  ])("in one field is written as one writes it: %s", (text, parts) => expect(short(text)).toEqual(parts));

  it.each([
    [null, "VAN DEN AKKER", "van den", "Akker"],
    [null, "VAN 'T HOOG", "van 't", "Hoog"],
    [null, "’T HOEN", "’t", "Hoen"],
    [null, "DE WIT-VAN DAM", "de", "Wit-van Dam"],
    [null, "AKKER-VAN DEN BOS", null, "Akker-van den Bos"],
    [null, "AKKER/DE WIT", null, "Akker/de Wit"],
    [null, "AKKER VAN DEN", "van den", "Akker"],
    [null, "V.D. AKKER", "v.d.", "Akker"],
    ["VAN DEN", "VAN DEN AKKER", "van den", "Akker"],
    ["van den", "VAN DEN AKKER", "van den", "Akker"],
    ["van", "van den Akker", "van den", "Akker"],
    ["IN 'T", "IN 'T ZAND", "in 't", "Zand"],
    [null, "ŞİMŞEK", null, "Şimşek"],
    [null, "LI", null, "Li"],
    ["-", "Smit", null, "Smit"],
  ])("in columns of its own is written as one writes it: %s | %s", (prefix, last, ...parts) => {
    const read = readLastName(prefix, last);
    expect([read.prefix, read.lastName]).toEqual(parts);
  });

  it.each(["BEWINDKANTOOR DE LINDE B.V.", "DE WIT BV", "VVE DE LINDE"])("of a firm stays as it is: %s", (name) =>
    expect(readLastName(null, name)).toEqual({ prefix: null, lastName: name }),
  );
});
