"use server";

import { action } from "@/lib/auth/action";
import { endCaretakerCover as endStandIn, coverCaretaker as standIn } from "./commands/caretakers";
import { setActive as activate, addStaff as add, chooseLanguage as choose, setPassword as reset } from "./commands/colleague";
import { setCover as cover } from "./commands/cover";
import { setOffice as office } from "./commands/office";
import { endSession as end } from "./commands/session";
import {
  addStaffSchema,
  caretakerCoverSchema,
  coverSchema,
  endCaretakerCoverSchema,
  endSessionSchema,
  languageSchema,
  officeSchema,
  setActiveSchema,
  setPasswordSchema,
} from "./schema";

export const chooseLanguage = action("action:staff.chooseLanguage", languageSchema, choose);
export const addStaff = action("action:staff.addStaff", addStaffSchema, add);
export const setActive = action("action:staff.setActive", setActiveSchema, activate);
export const setPassword = action("action:staff.setPassword", setPasswordSchema, reset);
export const setOffice = action("action:staff.setOffice", officeSchema, office);
export const setCover = action("action:staff.setCover", coverSchema, cover);
export const coverCaretaker = action("action:staff.coverCaretaker", caretakerCoverSchema, standIn);
export const endCaretakerCover = action("action:staff.endCaretakerCover", endCaretakerCoverSchema, endStandIn);
export const endSession = action("action:staff.endSession", endSessionSchema, end);
