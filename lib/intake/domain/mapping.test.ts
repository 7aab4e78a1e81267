import { describe, expect, it } from "vitest";
import { guessColumns, lacking, signatureOf } from "./mapping";

describe("the columns of a file that is not ours", () => {
  it("are guessed by their names and other names for them", () => {
    const header = ["contractnr.", "relatie nr", "naam huurder", "tel. thuis", "gsm", "e-mailadres"];
    expect(guessColumns(["contractnummer", "relatienummer", "rol", "naam", "telefoon", "mobiel", "email"], header, [])).toEqual({
      contractnummer: "contractnr.",
      relatienummer: "relatie nr",
      naam: "naam huurder",
      telefoon: "tel. thuis",
      mobiel: "gsm",
      email: "e-mailadres",
    });
  });

  it("are guessed by what stands in them when the name says nothing", () => {
    const rows = [
      ["x", "NL44INGB0004100000", "3011 AB"],
      ["y", "", "3012 CD"],
    ];
    expect(guessColumns(["iban", "postcode"], ["a", "b", "c"], rows)).toEqual({ iban: "b", postcode: "c" });
  });

  it("are each used once, for the column they look most like", () => {
    expect(guessColumns(["bedrag", "saldo"], ["saldo bedrag", "saldo"], [])).toEqual({ saldo: "saldo", bedrag: "saldo bedrag" });
  });

  it("are recognised in any order", () => {
    expect(signatureOf(["a", "b"])).toBe(signatureOf(["b", "a"]));
    expect(signatureOf(["a", "b"])).not.toBe(signatureOf(["a", "b", "c"]));
  });

  it("must give what cannot be missed, where either of two will do", () => {
    const needed = ["contractnummer", ["achternaam", "naam"]];
    expect(lacking(needed, (column) => column === "naam")).toEqual(["contractnummer"]);
    expect(lacking(needed, () => false)).toEqual(["contractnummer", "achternaam/naam"]);
  });
});
