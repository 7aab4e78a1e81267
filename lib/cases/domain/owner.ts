import type { Role } from "../../auth/actor";
import { addWorkingDays } from "../../kernel/calendar";
import type { Day } from "../../kernel/day";

/** Who finds out what, and where that starts: at the tenancy, in a file from the housing system, or with the money on its way. */
export interface Owned {
  readonly role: Role;
  readonly start: "dossier" | "files" | "payments";
}

const BY_KIND: Readonly<Record<string, Owned>> = {
  "no-phone": { role: "consultant", start: "dossier" },
  "number-dead": { role: "consultant", start: "dossier" },
  "unusable-number": { role: "consultant", start: "dossier" },
  "sms-undelivered": { role: "consultant", start: "dossier" },
  "deceased-unverified": { role: "consultant", start: "dossier" },
  moved: { role: "consultant", start: "dossier" },
  "wrong-address": { role: "consultant", start: "dossier" },
  worried: { role: "consultant", start: "dossier" },
  "bell-broken": { role: "consultant", start: "dossier" },
  "wants-arrangement": { role: "finance", start: "dossier" },
  disputes: { role: "finance", start: "dossier" },
  "allowance-check": { role: "consultant", start: "dossier" },
  "repair-needed": { role: "consultant", start: "dossier" },
  "wants-help": { role: "consultant", start: "dossier" },
  "administrator-unknown": { role: "finance", start: "dossier" },
  "sms-reply": { role: "finance", start: "dossier" },
  "sms-distress": { role: "finance", start: "dossier" },
  "payment-overdue": { role: "finance", start: "payments" },
  "balance-differs": { role: "finance", start: "dossier" },
  contradictory: { role: "finance", start: "dossier" },
  "no-rent": { role: "finance", start: "files" },
  "no-tenant": { role: "finance", start: "files" },
  "no-building": { role: "finance", start: "files" },
  "unknown-contract": { role: "finance", start: "files" },
};

/** Somebody may lie ill behind a door: this does not wait for the end of the week. */
const URGENT: ReadonlySet<string> = new Set(["worried", "deceased-unverified", "payment-overdue", "sms-reply"]);

/** The last day on which it should be found out: today when somebody may be in need, the next working day when it is about somebody's safety or a promise, else within five. */
export const dueDay = (kind: string, since: Day): Day =>
  kind === "sms-distress" ? since : addWorkingDays(since, URGENT.has(kind) ? 1 : 5);

/** Who owns a kind of problem; what nobody was named for is finance's, so that nothing is nobody's. */
export const ownerOf = (kind: string): Owned => BY_KIND[kind] ?? { role: "finance", start: "dossier" };
