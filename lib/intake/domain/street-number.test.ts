import { describe, expect, it } from "vitest";
import { readAddress } from "./house-number";

describe("a number that belongs to the name of the street", () => {
  it.each([
    ["Havenkwartier 2e Straat 59", "Havenkwartier 2e Straat", "59", null, null],
    ["Hof 3e Dreef 2 B", "Hof 3e Dreef", "2", "B", null],
    ["Laan 1940-1945 37", "Laan 1940-1945", "37", null, null],
    ["Laan 1940 - 1945 37-II", "Laan 1940 - 1945", "37", null, "II"],
    ["Plein 40-45 3", "Plein 40-45", "3", null, null],
    ["12 mei 1945 Pad 1", "12 mei 1945 Pad", "1", null, null],
    ["Sector 7 Laan 12 B", "Sector 7 Laan", "12", "B", null],
    ["Polder 2 Oost 15", "Polder 2 Oost", "15", null, null],
    ["Zone 4 B Weg 8", "Zone 4 B Weg", "8", null, null],
  ])("%s is not the door", (text, street, number, letter, addition) =>
    expect(readAddress(text)).toEqual({ street, number, letter, addition }),
  );

  it.each([
    ["Kade 10 3e verdieping", "Kade", "10", null, "3e verdieping"],
    ["Kade 12 3 hoog", "Kade", "12", null, "3 hoog"],
    ["Kade 12 1e etage", "Kade", "12", null, "1e etage"],
    ["Kade 12 kamer 3", "Kade", "12", null, "kamer 3"],
    ["2e Kade 7 2 hoog", "2e Kade", "7", null, "2 hoog"],
    ["Kade nr. 12", "Kade", "12", null, null],
  ])("%s has its floor or room beside the door", (text, street, number, letter, addition) =>
    expect(readAddress(text)).toEqual({ street, number, letter, addition }),
  );

  it("and nothing more is no address: the door is asked for", () => expect(readAddress("Laan 1940-1945")).toBeNull());
});
