"use server";

import { redirect } from "next/navigation";
import { action, openAction } from "@/lib/auth/action";
import { forgetSession, keepSession, userAgent } from "@/lib/auth/cookie";
import { HOME } from "@/lib/auth/permissions";
import { signedIn } from "@/lib/auth/session";
import { done } from "@/lib/kernel/outcome";
import { endCaretakerCover as endStandIn, coverCaretaker as standIn } from "./commands/caretakers";
import { setActive as activate, addStaff as add, chooseLanguage as choose, setPassword as reset } from "./commands/colleague";
import { setCover as cover } from "./commands/cover";
import { setOffice as office } from "./commands/office";
import { closeSession, endSession as end, openSession } from "./commands/session";
import { innerPath } from "./domain";
import {
  addStaffSchema,
  caretakerCoverSchema,
  coverSchema,
  endCaretakerCoverSchema,
  endSessionSchema,
  languageSchema,
  noInput,
  officeSchema,
  setActiveSchema,
  setPasswordSchema,
  signInSchema,
} from "./schema";

export const signIn = openAction("action:staff.signIn", signInSchema, async (input) => {
  const opened = await openSession(input.email, input.password, await userAgent());
  if (!opened.ok) return opened;
  await keepSession(opened.value.sessionId);
  redirect(innerPath(input.to) ?? HOME[opened.value.role]);
});

/** The same over a form that stands open: nothing is left behind, so it leads nowhere. */
export const signInAgain = openAction("action:staff.signInAgain", signInSchema, async (input) => {
  const opened = await openSession(input.email, input.password, await userAgent());
  if (!opened.ok) return opened;
  await keepSession(opened.value.sessionId);
  return done({ signedIn: true });
});

export const signOut = openAction("action:staff.signOut", noInput, async () => {
  const session = await signedIn();
  if (session) await closeSession(session.sessionId);
  await forgetSession();
  redirect("/aanmelden");
});

export const chooseLanguage = action("action:staff.chooseLanguage", languageSchema, choose);
export const addStaff = action("action:staff.addStaff", addStaffSchema, add);
export const setActive = action("action:staff.setActive", setActiveSchema, activate);
export const setPassword = action("action:staff.setPassword", setPasswordSchema, reset);
export const setOffice = action("action:staff.setOffice", officeSchema, office);
export const setCover = action("action:staff.setCover", coverSchema, cover);
export const coverCaretaker = action("action:staff.coverCaretaker", caretakerCoverSchema, standIn);
export const endCaretakerCover = action("action:staff.endCaretakerCover", endCaretakerCoverSchema, endStandIn);
export const endSession = action("action:staff.endSession", endSessionSchema, end);
