import { describe, expect, it } from "vitest";
import { externalIdOf, firstNameOf, roleOf } from "./identity";

describe("who comes from the organisation", () => {
  const claims = { iss: "https://login.example", sub: "pairwise" };

  it("is known by the provider's own id, which is the same in every application where there is such a one", () => {
    expect(externalIdOf({ ...claims, email: "a@b.nl" })).toBe("pairwise");
    expect(externalIdOf({ ...claims, oid: "0f1e", tid: "9a" })).toBe("0f1e");
  });

  it("has the role of their app role, of several the first of ours, and none without one", () => {
    const map = { finance: "Aanbel.Incasso", admin: "Aanbel.Beheer" } as const;
    expect(roleOf(["Aanbel.Beheer"], map)).toBe("admin");
    expect(roleOf(["Aanbel.Beheer", "Aanbel.Incasso"], map)).toBe("finance");
    expect(roleOf(["Iets.Anders"], map)).toBeNull();
    expect(roleOf([], {})).toBeNull();
    expect(roleOf(["undefined", ""], {})).toBeNull();
  });

  it("is called by their first name", () => {
    expect(firstNameOf({ name: "Anja Dekker", email: "a.dekker@b.nl" })).toBe("Anja");
    expect(firstNameOf({ name: "Dekker, A.", givenName: "Anja", email: "a.dekker@b.nl" })).toBe("Anja");
    expect(firstNameOf({ name: "  ", email: "a.dekker@b.nl" })).toBe("a.dekker");
  });
});
