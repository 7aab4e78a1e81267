import { describe, expect, it } from "vitest";
import { changesOf, filterOf, rolesOf, userOf } from "./scim";

describe("a user of SCIM", () => {
  it("is read as Entra posts one", () => {
    const body = {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
      externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
      userName: "anja@maasstede.nl",
      active: true,
      displayName: "Anja Dekker",
      emails: [{ primary: true, type: "work", value: "anja@maasstede.nl" }],
      name: { formatted: "Anja Dekker", familyName: "Dekker", givenName: "Anja" },
      roles: [{ primary: "True", value: "Aanbel.Incasso" }],
    };
    expect(userOf(body)).toEqual({
      externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
      userName: "anja@maasstede.nl",
      name: "Anja Dekker",
      givenName: "Anja",
      active: true,
      roles: ["Aanbel.Incasso"],
    });
  });

  it.each([
    ["with a path and truth as text", [{ op: "Replace", path: "active", value: "False" }]],
    ["with a path and truth", [{ op: "replace", path: "active", value: false }]],
    ["without a path", [{ op: "replace", value: { active: false } }]],
    ["without a path and as text", [{ op: "Add", value: { active: "False" } }]],
    [
      "with the whole name of the attribute",
      [{ op: "replace", path: "urn:ietf:params:scim:schemas:core:2.0:User:active", value: "false" }],
    ],
  ])("is taken away %s", (_, Operations) => {
    expect(changesOf({ Operations })).toEqual({ active: false });
  });

  it("is not taken away by a word that says neither", () => {
    expect(changesOf({ Operations: [{ op: "replace", path: "active", value: "maybe" }] })).toEqual({});
  });

  it("changes several things at once", () => {
    const Operations = [
      { op: "Replace", path: 'emails[type eq "work"].value', value: "nieuw@maasstede.nl" },
      { op: "Add", path: "name.givenName", value: "Ans" },
      { op: "Replace", path: 'roles[primary eq "True"].value', value: '{"value":"Aanbel.Directie"}' },
    ];
    expect(changesOf({ Operations })).toEqual({ userName: "nieuw@maasstede.nl", givenName: "Ans", roles: ["Aanbel.Directie"] });
    expect(changesOf({ Operations: [{ op: "Remove", path: "roles" }] })).toEqual({ roles: [] });
  });

  it.each([[null], [{}], [{ Operations: "no" }], [{ Operations: [{ op: "destroy" }] }], [{ Operations: [null] }]])(
    "is not changed by %j",
    (body) => {
      expect(changesOf(body)).toBeNull();
    },
  );

  it("has role words in whatever shape they come", () => {
    expect(rolesOf(["A", { value: "B" }, '["C"]', "", null, 3, "{broken"])).toEqual(["A", "B", "C"]);
  });

  it("is asked for by one attribute", () => {
    expect(filterOf('externalId eq "a\\"b"')).toEqual({ by: "externalId", value: 'a"b' });
    expect(filterOf('USERNAME EQ "x@y.nl"')).toEqual({ by: "userName", value: "x@y.nl" });
    expect([filterOf('emails eq "x"'), filterOf('userName sw "x"'), filterOf("userName eq x"), filterOf("")]).toEqual(
      Array(4).fill(null),
    );
  });
});
