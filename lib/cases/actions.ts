"use server";

import { action } from "@/lib/auth/action";
import { addNote as addNoteAtDesk } from "./commands/desk/add-note";
import { addNumber as addNumberAtDesk } from "./commands/desk/add-number";
import { askLetter as askLetterAtDesk, withdrawLetter as withdrawLetterAtDesk } from "./commands/desk/ask-letter";
import { askVisit as askVisitAtDesk } from "./commands/desk/ask-visit";
import { assign as assignAtDesk } from "./commands/desk/assign";
import { authorise as authoriseAtDesk, endAuthority as endAuthorityAtDesk } from "./commands/desk/authorise";
import { endArrangement as endArrangementAtDesk } from "./commands/desk/end-arrangement";
import { endHold as endHoldAtDesk } from "./commands/desk/end-hold";
import { printLetters as printLettersAtDesk, sendLetters as sendLettersAtDesk } from "./commands/desk/letters";
import { logCall as logCallAtDesk } from "./commands/desk/log-call";
import { logRing as logRingAtDesk } from "./commands/desk/log-ring";
import { logVisit as logVisitAtDesk } from "./commands/desk/log-visit";
import { makeArrangement as makeArrangementAtDesk } from "./commands/desk/make-arrangement";
import { makePromise as makePromiseAtDesk } from "./commands/desk/make-promise";
import { objectToSharing as objectToSharingAtDesk } from "./commands/desk/object-to-sharing";
import { planVisit as planVisitAtDesk } from "./commands/desk/plan-visit";
import { printLetter as printLetterAtDesk } from "./commands/desk/print-letter";
import { readReply as readReplyAtDesk } from "./commands/desk/read-reply";
import { recordAnswer as recordAnswerAtDesk } from "./commands/desk/record-answer";
import { recordDeath as recordDeathAtDesk } from "./commands/desk/record-death";
import { recordEviction as recordEvictionAtDesk } from "./commands/desk/record-eviction";
import { recordLanguage as recordLanguageAtDesk } from "./commands/desk/record-language";
import { recordLegalStep as recordLegalStepAtDesk } from "./commands/desk/record-legal-step";
import { recordPreference as recordPreferenceAtDesk } from "./commands/desk/record-preference";
import { recordSafetyNote as recordSafetyNoteAtDesk } from "./commands/desk/record-safety-note";
import { recordSmsWish as recordSmsWishAtDesk } from "./commands/desk/record-sms-wish";
import { report as reportAtDesk } from "./commands/desk/report";
import { resolveAlreadyPaid as resolveAlreadyPaidAtDesk } from "./commands/desk/resolve-already-paid";
import { resolveProblem as resolveProblemAtDesk } from "./commands/desk/resolve-problem";
import { runToday as runTodayAtDesk } from "./commands/desk/run-today";
import { sendLetter as sendLetterAtDesk } from "./commands/desk/send-letter";
import { sendSms as sendSmsAtDesk } from "./commands/desk/send-sms";
import { settleMessage as settleMessageAtDesk } from "./commands/desk/settle-message";
import { startHold as startHoldAtDesk } from "./commands/desk/start-hold";
import { undoAct as undoActAtDesk } from "./commands/desk/undo-act";
import {
  endArrangementSchema,
  endHoldSchema,
  makeArrangementSchema,
  makePromiseSchema,
  startHoldSchema,
} from "./schema/agreements";
import {
  addNoteSchema,
  logCallSchema,
  readReplySchema,
  resolveAlreadyPaidSchema,
  sendSmsSchema,
  settleMessageSchema,
  undoActSchema,
} from "./schema/calls";
import { askVisitSchema, logRingSchema, logVisitSchema, planVisitSchema } from "./schema/doors";
import {
  askLetterSchema,
  objectToSharingSchema,
  printLetterSchema,
  printLettersSchema,
  recordAnswerSchema,
  recordEvictionSchema,
  recordLegalStepSchema,
  reportSchema,
  sendLetterSchema,
  sendLettersSchema,
  withdrawLetterSchema,
} from "./schema/duties";
import { nothingSchema } from "./schema/fields";
import {
  addNumberSchema,
  assignSchema,
  authoriseSchema,
  endAuthoritySchema,
  languageSchema,
  preferenceSchema,
  recordDeathSchema,
  resolveProblemSchema,
  safetyNoteSchema,
  smsWishSchema,
} from "./schema/people";

export const addNote = action("action:cases.addNote", addNoteSchema, addNoteAtDesk);
export const addNumber = action("action:cases.addNumber", addNumberSchema, addNumberAtDesk);
export const askLetter = action("action:cases.askLetter", askLetterSchema, askLetterAtDesk);
export const askVisit = action("action:cases.askVisit", askVisitSchema, askVisitAtDesk);
export const assign = action("action:cases.assign", assignSchema, assignAtDesk);
export const authorise = action("action:cases.authorise", authoriseSchema, authoriseAtDesk);
export const endAuthority = action("action:cases.endAuthority", endAuthoritySchema, endAuthorityAtDesk);
export const endArrangement = action("action:cases.endArrangement", endArrangementSchema, endArrangementAtDesk);
export const endHold = action("action:cases.endHold", endHoldSchema, endHoldAtDesk);
export const logCall = action("action:cases.logCall", logCallSchema, logCallAtDesk);
export const logRing = action("action:cases.logRing", logRingSchema, logRingAtDesk);
export const logVisit = action("action:cases.logVisit", logVisitSchema, logVisitAtDesk);
export const makeArrangement = action("action:cases.makeArrangement", makeArrangementSchema, makeArrangementAtDesk);
export const makePromise = action("action:cases.makePromise", makePromiseSchema, makePromiseAtDesk);
export const objectToSharing = action("action:cases.objectToSharing", objectToSharingSchema, objectToSharingAtDesk);
export const planVisit = action("action:cases.planVisit", planVisitSchema, planVisitAtDesk);
export const printLetters = action("action:cases.printLetters", printLettersSchema, printLettersAtDesk);
export const sendLetters = action("action:cases.sendLetters", sendLettersSchema, sendLettersAtDesk);
export const printLetter = action("action:cases.printLetter", printLetterSchema, printLetterAtDesk);
export const readReply = action("action:cases.readReply", readReplySchema, readReplyAtDesk);
export const recordAnswer = action("action:cases.recordAnswer", recordAnswerSchema, recordAnswerAtDesk);
export const recordDeath = action("action:cases.recordDeath", recordDeathSchema, recordDeathAtDesk);
export const recordEviction = action("action:cases.recordEviction", recordEvictionSchema, recordEvictionAtDesk);
export const recordLanguage = action("action:cases.recordLanguage", languageSchema, recordLanguageAtDesk);
export const recordLegalStep = action("action:cases.recordLegalStep", recordLegalStepSchema, recordLegalStepAtDesk);
export const recordPreference = action("action:cases.recordPreference", preferenceSchema, recordPreferenceAtDesk);
export const recordSafetyNote = action("action:cases.recordSafetyNote", safetyNoteSchema, recordSafetyNoteAtDesk);
export const recordSmsWish = action("action:cases.recordSmsWish", smsWishSchema, recordSmsWishAtDesk);
export const report = action("action:cases.report", reportSchema, reportAtDesk);
export const resolveAlreadyPaid = action("action:cases.resolveAlreadyPaid", resolveAlreadyPaidSchema, resolveAlreadyPaidAtDesk);
export const resolveProblem = action("action:cases.resolveProblem", resolveProblemSchema, resolveProblemAtDesk);
export const runToday = action("action:cases.runToday", nothingSchema, runTodayAtDesk);
export const sendLetter = action("action:cases.sendLetter", sendLetterSchema, sendLetterAtDesk);
export const sendSms = action("action:cases.sendSms", sendSmsSchema, sendSmsAtDesk);
export const settleMessage = action("action:cases.settleMessage", settleMessageSchema, settleMessageAtDesk);
export const startHold = action("action:cases.startHold", startHoldSchema, startHoldAtDesk);
export const undoAct = action("action:cases.undoAct", undoActSchema, undoActAtDesk);
export const withdrawLetter = action("action:cases.withdrawLetter", withdrawLetterSchema, withdrawLetterAtDesk);
