"use server";

import { moveAccount as move } from "@/lib/access/commands/join";
import { resetSteps as lostPhone } from "@/lib/access/commands/lost-phone";
import { removeOrganisation as forgetThem, setOrganisation as know } from "@/lib/access/commands/organisation";
import { makePasswordLink as makeLink } from "@/lib/access/commands/own-password";
import { makeScimKey as makeKey } from "@/lib/access/commands/scim";
import { setSecurity as decide } from "@/lib/access/commands/security";
import { issuerAt } from "@/lib/access/jobs";
import { linkForSchema, moveAccountSchema, organisationSchema, securitySchema } from "@/lib/access/schema";
import { action } from "@/lib/auth/action";
import { noInput } from "@/lib/forms/schema";
import { refused } from "@/lib/kernel/outcome";

export const makePasswordLink = action("action:accounts.makePasswordLink", linkForSchema, makeLink);
export const resetSteps = action("action:accounts.resetSteps", linkForSchema, lostPhone);
export const setSecurity = action("action:accounts.setSecurity", securitySchema, decide);
export const setOrganisation = action("action:accounts.setOrganisation", organisationSchema, async (actor, input) => {
  const issuer = await issuerAt(input.issuer);
  return issuer === null ? refused("noProvider") : know(actor, { ...input, issuer });
});
export const moveAccount = action("action:accounts.moveAccount", moveAccountSchema, move);
export const removeOrganisation = action("action:accounts.removeOrganisation", noInput, forgetThem);
export const makeScimKey = action("action:accounts.makeScimKey", noInput, makeKey);
