import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { contracts } from "./contracts";
import { entries } from "./entries";
import { Row } from "./fields";
import type { ErpFormat } from "./format";
import { tenants } from "./tenants";
import { bookingRows } from "./vera";

const ORDINARY = {
  contractnummer: "771001",
  eenheidsoort: "woning",
  straat: "Proefkade",
  huisnummer: "3",
  plaats: "Rotterdam",
  ingangsdatum: "2020-01-01",
  relatienummer: "R1",
  rol: "huurder",
  achternaam: "Smit",
  mutatienummer: "V1",
  boekdatum: "2026-11-01",
  vervaldatum: "2026-11-01",
  soort: "vordering",
  categorie: "huur",
  bedrag: "1,00",
};
function read(format: ErpFormat, cells: Record<string, string>) {
  const row = new Row({ ...ORDINARY, ...cells });
  const out = format.read(row, day("2026-11-20"));
  return { refused: row.problem?.field ?? null, remarked: row.remarks.map(({ field }) => field), out };
}

describe("a number that a spreadsheet wrote over", () => {
  it.each([
    [contracts, "contractnummer", "6,00000E+15"],
    [contracts, "contractnummer", "6.00E+15"],
    [contracts, "contractnummer", "12-mrt-26"],
    [contracts, "complexcode", "1-mrt"],
    [contracts, "eenheidnummer", "1,2E+12"],
    [contracts, "huisnummer", "5-mrt"],
    [contracts, "huisnummer", "mrt-12"],
    [contracts, "huisnummer", "12-3-2026"],
    [contracts, "huisnummer", "2026-03-12 00:00:00"],
    [contracts, "huisnummer", "1E+05"],
    [contracts, "toevoeging", "02-jan"],
    [tenants, "relatienummer", "6,00000E+15"],
    [tenants, "relatienummer", "3-apr"],
    [entries, "mutatienummer", "6,00000E+15"],
    [entries, "mutatienummer", "nov-26"],
  ])("is refused: %o %s %s", (format, field, value) => expect(read(format, { [field]: value }).refused).toBe(field));

  it("is refused where it names the receipt that comes back", () =>
    expect(read(entries, { soort: "storno", tegenmutatie: "6,00000E+15" }).refused).toBe("tegenmutatie"));

  it("is left out with a remark where it only helps to place a receipt", () => {
    const { refused, remarked, out } = read(contracts, { betalingskenmerk: "6,00000E+15" });
    expect([refused, remarked]).toEqual([null, ["betalingskenmerk"]]);
    expect(out).not.toContain("6,00000E+15");
  });

  it("with a rounded last digit fails its check digit, and that is remarked", () => {
    expect(read(contracts, { betalingskenmerk: "1000000000771000" }).remarked).toEqual(["betalingskenmerk"]);
    expect(read(contracts, { betalingskenmerk: "1000000000771003" }).remarked).toEqual([]);
  });

  it("ends in noughts after fifteen digits, and that is remarked", () =>
    expect(read(contracts, { contractnummer: "123456789012345000" }).remarked).toEqual(["contractnummer"]));

  it.each([
    ["contractnummer", "12E4"],
    ["contractnummer", "2026-11"],
    ["huisnummer", "12-3"],
  ])("is not seen in a code that is one: %s %s", (field, value) =>
    expect(read(contracts, { [field]: value }).refused).toBeNull(),
  );
});

it("a number of more digits than JSON keeps is refused, not rounded", () => {
  const [found] = bookingRows(
    JSON.parse('{"code": 90071992547409931, "boekdatum": "2026-11-01", "bedrag": 1, "soort": "ONT"}'),
  ) as [Record<string, string>];
  expect(read(entries, { mutatienummer: found.mutatienummer ?? "" }).refused).toBe("mutatienummer");
});

describe("letters that were lost or changed on the way", () => {
  it.each(["Dani?l", "Dani\ufffdl", "Dani‘l", "K”nig", "£ukasz", "€elik", "DaniÃ«l", "Ã–zer", "YÄ±lmaz", "OkuÅŸ", "â€™t Hoen"])(
    "are refused before they overwrite a good name: %s",
    (name) => {
      expect(read(tenants, { achternaam: name }).refused).toBe("achternaam");
      expect(read(tenants, { achternaam: "", naam: `${name}, Z.` }).refused).toBe("naam");
      expect(read(contracts, { straat: `${name}straat` }).refused).toBe("straat");
    },
  );

  it.each(["Daniël", "Özer", "d’Angelo", "Nuñez–Wit", "SÃO", "Žižek", "Šimić", "Ÿnaya", "Åkerström", "Äppel", "Smit & Co"])(
    "are not seen in a good name: %s",
    (name) => expect(read(tenants, { achternaam: name }).refused).toBeNull(),
  );
});

it("a word that every object knows is no role", () => expect(read(tenants, { rol: "constructor" }).refused).toBe("rol"));
