"use server";

import { action } from "@/lib/auth/action";
import { erasePerson as erase } from "./commands/erase";
import { exportPerson as makeFile } from "./commands/export";
import { holdPerson as keep, endHold as letGo } from "./commands/hold";
import { setTerm as decide } from "./commands/set-term";
import { endHoldSchema, erasePersonSchema, exportSchema, holdPersonSchema, termSchema } from "./schema";

export const exportPerson = action("action:privacy.exportPerson", exportSchema, makeFile);
export const erasePerson = action("action:privacy.erasePerson", erasePersonSchema, erase);
export const holdPerson = action("action:privacy.holdPerson", holdPersonSchema, keep);
export const endHold = action("action:privacy.endHold", endHoldSchema, letGo);
export const setTerm = action("action:privacy.setTerm", termSchema, decide);
