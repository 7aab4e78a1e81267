"use server";

import { redirect } from "next/navigation";
import { openAction, stepAction } from "@/lib/auth/action";
import type { Role } from "@/lib/auth/actor";
import { arrive, goOn, goOnWith, leadOn } from "@/lib/auth/arrive";
import { forgetSession, from, keepSession } from "@/lib/auth/cookie";
import { place } from "@/lib/auth/place";
import { signedIn, signingIn } from "@/lib/auth/session";
import { noInput } from "@/lib/forms/schema";
import { done } from "@/lib/kernel/outcome";
import { qrCode } from "@/lib/platform/qr";
import { closeSession, openSession } from "@/lib/staff/commands/session";
import type { SignedIn } from "@/lib/staff/queries/staff";
import { openAgain } from "./commands/again";
import { beginCodes as begin, confirmCodes as confirm, giveCode as give, removeCodes as remove } from "./commands/factor";
import { changePassword as change, usePasswordLink as useLink } from "./commands/own-password";
import * as passkey from "./commands/passkey";
import {
  addPasskeySchema,
  changePasswordSchema,
  codeSchema,
  passkeySignInSchema,
  passwordLinkSchema,
  removePasskeySchema,
  signInSchema,
} from "./schema";

export const signIn = openAction("action:access.signIn", signInSchema, async (input) => {
  const opened = await openSession(input.email, input.password, await from());
  return opened.ok ? goOn(opened.value, input.to) : opened;
});

/** The same over a form that stands open: nothing is left behind, so it leads nowhere. Also for who proves once more who they are. */
export const signInAgain = openAction("action:access.signInAgain", signInSchema, async (input) => {
  const [before, opened] = [await signedIn(), await openAgain(input, await from())];
  if (!opened.ok) return opened;
  if (before) await closeSession(before.sessionId);
  await arrive(opened.value);
  return done({ signedIn: true });
});

export const signOut = openAction("action:access.signOut", noInput, async () => {
  const session = await signingIn();
  if (session) await closeSession(session.sessionId);
  await forgetSession();
  redirect("/aanmelden");
});

const idOf = ({ actor }: SignedIn): number => actor.staffId ?? 0;

/** The second step of signing in: a code of the app, or a recovery code. */
export const giveCode = stepAction("action:access.giveCode", ["factor"], codeSchema, async (person, input) => {
  const given = await give(idOf(person), input.code);
  if (!given.ok) return given;
  return leadOn(await goOnWith(person), person.actor.role as Role, input.to);
});

/** A password of one's own: before anything else for who got theirs from somebody, later whenever one wants. */
export const changePassword = stepAction(
  "action:access.changePassword",
  ["password", "open"],
  changePasswordSchema,
  async ({ actor, sessionId, stage }, input) => {
    const changed = await change({ staffId: actor.staffId ?? 0, sessionId }, input, await from());
    if (!changed.ok) return changed;
    await keepSession(changed.value.sessionId);
    return stage === "open" ? done({ changed: true }) : leadOn(changed.value.stage, actor.role as Role, input.to);
  },
);

const SETTING_UP = ["enrol", "open"] as const;
export const beginCodes = stepAction("action:access.beginCodes", SETTING_UP, noInput, async (person) => {
  const begun = await begin(idOf(person));
  return begun.ok ? done({ ...begun.value, picture: await qrCode(begun.value.uri) }) : begun;
});
/** The recovery codes are shown once, so it leads nowhere by itself. */
export const confirmCodes = stepAction("action:access.confirmCodes", SETTING_UP, codeSchema, async (person, input) => {
  const confirmed = await confirm(idOf(person), input);
  if (confirmed.ok) await goOnWith(person);
  return confirmed;
});
export const removeCodes = stepAction("action:access.removeCodes", ["open"], noInput, (person) => remove(idOf(person)));
export const askPasskey = stepAction("action:access.askPasskey", SETTING_UP, noInput, async (person) =>
  passkey.askPasskey(idOf(person), await place()),
);
export const addPasskey = stepAction("action:access.addPasskey", SETTING_UP, addPasskeySchema, async (person, input) => {
  const added = await passkey.addPasskey(idOf(person), input, await place());
  if (added.ok) await goOnWith(person);
  return added;
});
export const removePasskey = stepAction("action:access.removePasskey", ["open"], removePasskeySchema, (person, input) =>
  passkey.removePasskey(idOf(person), input),
);
export const askPasskeySignIn = openAction("action:access.askPasskeySignIn", noInput, async () =>
  passkey.askPasskeySignIn(await place()),
);
export const passkeySignIn = openAction("action:access.passkeySignIn", passkeySignInSchema, async (input) => {
  const half = await signingIn();
  const opened = await passkey.passkeySignIn(input, await place(), await from());
  if (!opened.ok) return opened;
  if (half) await closeSession(half.sessionId);
  if (!input.again) return goOn(opened.value, input.to);
  await arrive(opened.value);
  return done({ signedIn: true });
});
export const usePasswordLink = openAction("action:access.usePasswordLink", passwordLinkSchema, useLink);
