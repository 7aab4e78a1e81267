import { describe, expect, it } from "vitest";
import { passwordProblem } from "./strength";

describe("a password of one's own", () => {
  it.each(["een lange korte zin", "fiets kachel maandag", "correct horse battery", "ë👵 koffie met melk"])(
    "may be %s",
    (password) => {
      expect(passwordProblem(password, ["Anja Dekker", "anja@corporatie.nl"])).toBeNull();
    },
  );

  it.each(["1234567890", "kort", "welkom01"])("is not as short as %s", (password) => {
    expect(passwordProblem(password)).toBe("passwordShort");
  });

  it.each(["123456789012345", "qwertyuiopasdfg", "passwordpassword", "aaaaaaaaaaaaaaaaaa", "wachtwoordwachtwoord"])(
    "is not what everybody tries: %s",
    (password) => {
      expect(passwordProblem(password)).toBe("passwordGuessable");
    },
  );

  it("is not made of one's own name and address", () => {
    expect(passwordProblem("anjadekker@corporatie.nl", ["Anja Dekker", "anjadekker@corporatie.nl"])).toBe("passwordGuessable");
  });

  it("is not longer than two hundred signs", () => {
    expect(passwordProblem("een lange korte zin ".repeat(20))).toBe("passwordLong");
  });
});
