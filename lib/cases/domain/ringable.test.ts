import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { ringable } from "./ringable";

const person = (
  id: number,
  role: "tenant" | "co-tenant" | "representative" | "contact",
  died = false,
  scope: "all" | "appointments" | null = null,
) => ({
  id,
  scope,
  role,
  deceasedOn: died ? day("2026-03-01") : null,
});

describe("whose numbers are offered", () => {
  it.each([
    ["everybody who lives", [person(1, "tenant"), person(2, "co-tenant"), person(3, "contact")], [1, 2, 3]],
    ["not who may hear of appointments only", [person(1, "tenant"), person(3, "contact", false, "appointments")], [1]],
    ["not the dead", [person(1, "tenant", true), person(2, "co-tenant")], [2]],
    ["only who acts for the tenant", [person(1, "tenant"), person(2, "co-tenant"), person(3, "representative")], [3]],
    ["the tenants again when who acted for them died", [person(1, "tenant"), person(3, "representative", true)], [1]],
    ["nobody when nobody lives", [person(1, "tenant", true)], []],
  ])("%s", (_, people, ids) => expect([...ringable(people)]).toEqual(ids));
});
