import type { Role } from "./actor";

type Rule = readonly Role[] | "signed-in" | "everyone";

const DESK: Rule = ["finance", "consultant"];
/** The board looks along, and records nothing. */
const READS: Rule = ["finance", "consultant", "management"];
const FINANCE: Rule = ["finance"];
const BOARD: Rule = ["management", "finance"];
const DOOR: Rule = ["caretaker"];
/** Who takes a day along on a phone. */
const DAY: Rule = ["finance", "consultant", "caretaker"];
/** Who brings in files. What a tenant paid, and where it belongs, is finance's alone. */
const FILES: Rule = ["finance", "admin"];
/** Who looks for somebody by name or number. */
const SEARCH: Rule = ["finance", "consultant", "management"];
const ADMIN: Rule = ["admin"];
/** Who saw what, and what is kept of somebody: read by nobody else, also not by who leads a team. */
const PRIVACY: Rule = ["privacy"];
const TERMS: Rule = ["privacy", "admin", "management"];
/** The rules are read by whoever answers for them, and changed by the board or the admin. */
const RULES_READ: Rule = ["finance", "management", "admin"];
const RULES: Rule = ["management", "admin"];

/**
 * Who may open or do what: the one matrix. Pages, then routes, then actions; what is not here is refused.
 * `everyone` needs no sign-in. Each room's owner keeps its own lines.
 */
export const MATRIX = {
  "page:/": "everyone",
  "page:/aanmelden": "everyone",
  "page:/aanmelden/nieuw-wachtwoord": "everyone",
  "page:/aanmelden/verder": "everyone",
  "page:/afschriften": FINANCE,
  "page:/afschriften/[id]": FINANCE,
  "page:/beheer": ADMIN,
  "page:/beheer/toestand": ADMIN,
  "page:/beheer/verbindingen": ADMIN,
  "page:/bestanden": FILES,
  "page:/bestanden/[id]": FILES,
  "page:/bestanden/aanbod/[uploadId]": FILES,
  "page:/bestanden/aanbod/[uploadId]/[index]": FILES,
  "page:/bestanden/indelingen": FILES,
  "page:/brieven": FINANCE,
  "page:/dossier/[tenancyId]": READS,
  "page:/dossier/[tenancyId]/waarom": READS,
  "page:/bewaard": "signed-in",
  "page:/inzage": PRIVACY,
  "page:/inzage/persoon/[personId]": PRIVACY,
  "page:/inzage/termijnen": TERMS,
  "page:/even-wachten": "signed-in",
  "page:/huisbezoeken": DESK,
  "page:/huisbezoeken/[id]": DESK,
  "page:/huisbezoeken/onderweg": DESK,
  "page:/huismeester": DOOR,
  "page:/huismeester/[id]": DOOR,
  "page:/huurder-belt": DESK,
  "page:/in-een-keer": DESK,
  "page:/in-een-keer/[runId]": DESK,
  "page:/jaarlijsten": FINANCE,
  "page:/mijn": "signed-in",
  "page:/regels": RULES_READ,
  "page:/regels/[versionId]": RULES_READ,
  "page:/regels/[versionId]/wijzigen": RULES,
  "page:/regels/gebruik": RULES_READ,
  "page:/regels/proef/[rehearsalId]": RULES_READ,
  "page:/resultaten": BOARD,
  "page:/resultaten/aedes": BOARD,
  "page:/resultaten/eerdere-jaren": BOARD,
  "page:/resultaten/lijst": BOARD,
  "page:/te-plaatsen": FINANCE,
  "page:/teksten": RULES_READ,
  "page:/teksten/[kind]": RULES_READ,
  "page:/voorlopig-betaald": FINANCE,
  "page:/uitzoeken": DESK,
  "page:/werkbank": [], // while one builds only
  "page:/werklijst": READS,
  "page:/werklijst/terug": READS,

  "route:/api/auth/[...nextauth]": "everyone",
  "route:/gezond": "everyone", // says up or not, and nothing else
  "route:/api/aanwezig": DESK,
  "route:/api/scim/v2/[...path]": "everyone", // proven by the key of the directory
  "route:/api/concepten": "signed-in",
  "route:/api/nieuw": READS,
  "route:/api/veld/dag": DAY,
  "route:/api/veld/envelop": "everyone", // proven by the token of a day
  "route:/api/veld/stand": "everyone", // proven by the token of a day
  "route:/kaartjes": DAY,
  "route:/veld/[[...file]]": "everyone", // the same for all, and nobody's data
  "route:/brieven/[printId]": FINANCE,
  "route:/brieven/alle": FINANCE,
  "route:/bestanden/[id]/regels": FILES,
  "route:/bestanden/mag": FILES,
  "route:/api/sms/reply": "everyone", // signed by the gateway
  "route:/api/sms/report": "everyone", // signed by the gateway

  "action:bank.chooseReceiptSource": FINANCE,
  "action:bank.confirmGap": FINANCE,
  "action:bank.forgetIban": FINANCE,
  "action:bank.notePayment": FINANCE,
  "action:bank.allocate": FINANCE,
  "action:bank.setAside": FINANCE,
  "action:bank.split": FINANCE,
  "action:bank.undoDesignation": FINANCE,
  "action:bank.reverseAllocation": FINANCE,
  "action:bank.withdrawPayment": FINANCE,
  "action:bulk.startBulk": DESK,
  "action:bulk.undoBulk": DESK,
  "action:caretaker.askCaretaker": DESK,
  "action:caretaker.callOff": DESK,
  "action:caretaker.settleSignal": ["consultant"],
  "action:caretaker.switchSignals": ADMIN,
  "action:caretaker.tellSignal": DOOR,
  "action:cases.addNote": DESK,
  "action:cases.addNumber": DESK,
  "action:cases.askLetter": DESK,
  "action:cases.askVisit": DESK,
  "action:cases.assign": DESK,
  "action:cases.authorise": DESK,
  "action:cases.endArrangement": FINANCE,
  "action:cases.endAuthority": DESK,
  "action:cases.endHold": DESK,
  "action:cases.logCall": DESK,
  "action:cases.logRing": DOOR,
  "action:cases.logVisit": DESK,
  "action:cases.makeArrangement": DESK,
  "action:cases.makePromise": DESK,
  "action:cases.objectToSharing": DESK,
  "action:cases.planVisit": DESK,
  "action:cases.printLetter": FINANCE,
  "action:cases.printLetters": FINANCE,
  "action:cases.sendLetters": FINANCE,
  "action:cases.readReply": DESK,
  "action:cases.recordAnswer": DESK,
  "action:cases.recordDeath": DESK,
  "action:cases.recordEviction": FINANCE,
  "action:cases.recordLanguage": DESK,
  "action:cases.recordLegalStep": FINANCE,
  "action:cases.recordPreference": DESK,
  "action:cases.recordSafetyNote": DESK,
  "action:cases.recordSmsWish": DESK,
  "action:cases.report": DESK,
  "action:cases.resolveAlreadyPaid": FINANCE,
  "action:cases.resolveProblem": DESK,
  "action:cases.runToday": FILES,
  "action:cases.sendLetter": FINANCE,
  "action:cases.sendSms": DESK,
  "action:cases.settleMessage": DESK,
  "action:cases.startHold": DESK,
  "action:cases.undoAct": DESK,
  "action:cases.withdrawLetter": DESK,
  "action:contact.previewText": RULES,
  "action:contact.saveText": RULES,
  "action:field.letCount": DESK,
  "action:field.revoke": DESK,
  "action:field.settle": DESK,
  "action:dashboard.enterPastFigure": BOARD,
  "action:clock.playOn": "signed-in",
  "action:intake.apply": FILES,
  "action:intake.discard": FILES,
  "action:intake.offer": FILES,
  "action:intake.removeMapping": FILES,
  "action:intake.retry": FILES,
  "action:intake.saveMapping": FILES,
  "action:policies.activate": RULES,
  "action:policies.editDraft": RULES,
  "action:policies.prepareDraft": RULES,
  "action:policies.setShadow": RULES,
  "action:policies.withdraw": RULES,
  "action:privacy.endHold": PRIVACY,
  "action:privacy.erasePerson": PRIVACY,
  "action:privacy.exportPerson": PRIVACY,
  "action:privacy.holdPerson": PRIVACY,
  "action:privacy.setTerm": PRIVACY,
  "action:queue.removeView": READS,
  "action:queue.saveView": READS,
  "action:queue.search": SEARCH,
  "action:rehearsals.ask": RULES,
  "action:rehearsals.markRead": RULES,
  "action:staff.addStaff": ADMIN,
  "action:staff.chooseLanguage": "signed-in",
  "action:staff.coverCaretaker": ADMIN,
  "action:staff.endCaretakerCover": ADMIN,
  "action:staff.endSession": "signed-in",
  "action:staff.setActive": ADMIN,
  "action:staff.setOffice": ADMIN,
  "action:contact.setGateway": ADMIN,
  "action:contact.removeGateway": ADMIN,
  "action:contact.tryGateway": ADMIN,
  "action:health.setMail": ADMIN,
  "action:health.tryMail": ADMIN,
  "action:staff.setPassword": ADMIN,
  "action:access.addPasskey": "signed-in",
  "action:access.askPasskey": "signed-in",
  "action:access.askPasskeySignIn": "everyone",
  "action:access.beginCodes": "signed-in",
  "action:access.changePassword": "signed-in",
  "action:access.confirmCodes": "signed-in",
  "action:access.giveCode": "signed-in",
  "action:accounts.makePasswordLink": ADMIN,
  "action:access.passkeySignIn": "everyone",
  "action:access.removeCodes": "signed-in",
  "action:access.removePasskey": "signed-in",
  "action:accounts.resetSteps": ADMIN,
  "action:accounts.setSecurity": ADMIN,
  "action:accounts.moveAccount": ADMIN,
  "action:accounts.makeScimKey": ADMIN,
  "action:accounts.setOrganisation": ADMIN,
  "action:accounts.removeOrganisation": ADMIN,
  "action:access.usePasswordLink": "everyone",
  "action:staff.setCover": DESK,
  "action:access.signIn": "everyone",
  "action:access.signInAgain": "everyone",
  "action:access.signOut": "everyone",
} as const satisfies Record<string, Rule>;

export type Entry = keyof typeof MATRIX;

/** What cannot be taken back: who does it proves once more who they are when that was a while ago. */
export const PROVED: ReadonlySet<Entry> = new Set<Entry>([
  "action:access.beginCodes",
  "action:accounts.makePasswordLink",
  "action:accounts.moveAccount",
  "action:accounts.removeOrganisation",
  "action:accounts.setSecurity",
  "action:privacy.endHold",
  "action:privacy.setTerm",
  "action:staff.addStaff",
  "action:staff.setPassword",
  "action:access.addPasskey",
  "action:access.confirmCodes",
  "action:access.removeCodes",
  "action:accounts.makeScimKey",
  "action:accounts.setOrganisation",
  "action:contact.setGateway",
  "action:contact.removeGateway",
  "action:health.setMail",
  "action:access.removePasskey",
  "action:cases.recordEviction",
  "action:privacy.erasePerson",
  "action:privacy.exportPerson",
  "action:cases.recordLegalStep",
  "action:accounts.resetSteps",
]);

/** Whether someone in this role (null: signed out) may pass. Denial is the default. */
export function allowed(role: Role | null, entry: Entry): boolean {
  const rule: Rule | undefined = MATRIX[entry];
  if (rule === undefined) return false;
  if (rule === "everyone") return true;
  if (role === null) return false;
  return rule === "signed-in" || rule.includes(role);
}

/** Where a role starts its day. */
export const HOME: Readonly<Record<Role, string>> = {
  finance: "/werklijst",
  consultant: "/huisbezoeken",
  caretaker: "/veld",
  management: "/resultaten",
  admin: "/beheer",
  privacy: "/inzage",
};
