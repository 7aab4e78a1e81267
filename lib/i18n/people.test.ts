import { describe, expect, it } from "vitest";
import { formatAddress, formatDoor, formatPersonName, formatPersonSpoken, formatPhone, personSortKey } from "./people";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const berg = { salutation: "mw", initials: "C.A.", prefix: "van der", lastName: "Berg-Özdemir" };

describe("a name", () => {
  it("keeps its prefix small after initials and gives it a capital without", () => {
    expect(plain(formatPersonName(berg))).toBe("Mw. C.A. van der Berg-Özdemir");
    expect(plain(formatPersonName({ ...berg, initials: null }))).toBe("Mw. Van der Berg-Özdemir");
    expect(plain(formatPersonName({ ...berg, salutation: null }))).toBe("C.A. van der Berg-Özdemir");
  });

  it("takes initials however the file writes them", () => {
    for (const initials of ["CA", "C.A", "c. a.", "C A"]) {
      expect(plain(formatPersonName({ ...berg, initials })), initials).toBe("Mw. C.A. van der Berg-Özdemir");
    }
  });

  it("leaves ’t small, as the register does", () => {
    expect(formatPersonSpoken({ salutation: "mw", prefix: "'t", lastName: "Hart" })).toBe("mevrouw ’t Hart");
    expect(formatPersonSpoken({ salutation: "dhr", prefix: "van 't", lastName: "Zand" })).toBe("de heer Van ’t Zand");
  });

  it("of a firm or an unknown stays as it is", () => {
    expect(formatPersonName({ lastName: "Bewindvoering Maasland B.V." })).toBe("Bewindvoering Maasland B.V.");
  });

  it("is sorted by the last name without its prefix", () => {
    expect(personSortKey(berg).startsWith("berg-özdemir")).toBe(true);
  });
});

describe("an address", () => {
  const address = { street: "Statenhof", houseNumber: "47", houseLetter: "C", postcode: "3012ab", city: "Rotterdam" };
  it("has its letter or addition after the number", () => {
    expect(plain(formatAddress(address))).toBe("Statenhof 47-C");
    expect(plain(formatAddress(address, "full"))).toBe("Statenhof 47-C, 3012 AB Rotterdam");
    expect(formatDoor({ houseNumber: "104", addition: "III" })).toBe("104-III");
  });
});

describe("a phone number", () => {
  it("is grouped as people say it", () => {
    expect(plain(formatPhone("+31602341171"))).toBe("06 02 34 11 71");
    expect(plain(formatPhone("0100124703"))).toBe("010 012 47 03");
    expect(plain(formatPhone("0182-123456"))).toBe("0182 12 34 56");
  });
  it("of another country stays as it came", () => expect(formatPhone("+32 2 555 12 34")).toBe("+32 2 555 12 34"));
});
