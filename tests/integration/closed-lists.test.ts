import { beforeAll, describe, expect, it } from "vitest";
import { PAYMENT_KINDS, RECEIPT_SOURCES } from "@/lib/bank/domain/choices";
import { ASKED_FOR } from "@/lib/caretaker/domain/ask";
import { SIGNALS } from "@/lib/caretaker/domain/signal";
import { WORRIES } from "@/lib/caretaker/domain/worry";
import type { WithdrawnFor } from "@/lib/cases/domain/advance";
import type { ProblemKind } from "@/lib/cases/domain/dossier";
import { DIRECTIONS } from "@/lib/contact/domain/call";
import { REPORTED } from "@/lib/contact/domain/message";
import { RESOLUTIONS } from "@/lib/contact/domain/said";
import { FORMS } from "@/lib/field/domain/token";
import { HOLD_REASONS } from "@/lib/holds/domain";
import { LANGUAGES } from "@/lib/i18n/language";
import type { Issue } from "@/lib/intake/domain/report";
import type { Category, EntryKind } from "@/lib/ledger/domain/entry";
import { EVICTION_REASONS, HOUSEHOLDS, LEGAL_STEP_KINDS } from "@/lib/legal/domain";
import { pool } from "@/lib/platform/db";
import { REFERRAL_RESULTS } from "@/lib/referrals/domain";
import type { AttemptFacts, CaretakerResult, DisclosureFacts, PersonFacts, PhoneFacts, UnitKind } from "@/lib/rules/facts";
import { ROLES } from "@/lib/staff/domain/sign-in";
import type { ProblemByHand } from "@/lib/tenancies/domain/problem";
import { ANNOUNCEMENTS, VISIT_OUTCOMES, VISIT_PURPOSES } from "@/lib/visits/domain/visit";

/** Every code of a type, held whole by the compiler. */
const codes = <Code extends string>(all: Record<Code, true>): string[] => Object.keys(all);

const OF_THE_CODE: Readonly<Record<string, readonly string[]>> = {
  "attempt.channel": codes<AttemptFacts["channel"]>({
    ...{ call: true, sms: true, door: true, card: true, visit: true, letter: true, desk: true },
  }),
  "attempt.direction": DIRECTIONS,
  "attempt.outcome": codes<AttemptFacts["outcome"]>({
    ...{ spoke: true, "not-answered": true, voicemail: true, "wrong-number": true, "number-dead": true, "someone-else": true },
    ...{ queued: true, sent: true, delivered: true, undelivered: true, uncertain: true, cancelled: true },
    ...{ "not-home": true, left: true },
  }),
  "data_problem.kind": codes<ProblemKind | ProblemByHand>({
    ...{ "no-phone": true, "no-building": true, "no-rent": true, "no-tenant": true, "number-dead": true, moved: true },
    ...{ "balance-differs": true, contradictory: true, "deceased-unverified": true, "wrong-address": true, worried: true },
    ...{
      "bell-broken": true,
      "sms-undelivered": true,
      "administrator-unknown": true,
      "wants-arrangement": true,
      disputes: true,
      "allowance-check": true,
      "repair-needed": true,
      "wants-help": true,
    },
  }),
  "caretaker_task.reason": ASKED_FOR,
  "early_signal.kind": SIGNALS,
  "worry.kind": WORRIES,
  "field_envelope.form": FORMS,
  "disclosure.kind": codes<DisclosureFacts["kind"]>({
    ...{ "cannot-pay": true, "wants-help": true, "already-paid": true, disputes: true },
    ...{ "agreed-moment": true, "other-collection-day": true },
  }),
  "disclosure.resolution": RESOLUTIONS,
  "dwelling.kind": codes<UnitKind>({ home: true, care: true, parking: true, commercial: true }),
  "eviction.household": HOUSEHOLDS,
  "eviction.reason": EVICTION_REASONS,
  "hold.reason": HOLD_REASONS,
  "import_issue.kind": codes<Issue["kind"]>({ ignored: true, rejected: true, changed: true, ended: true, noted: true }),
  "ledger_entry.category": codes<Category>({
    ...{ rent: true, service: true, heating: true, settlement: true, costs: true, other: true },
  }),
  "ledger_entry.kind": codes<EntryKind>({ charge: true, payment: true, credit: true, reversal: true }),
  "legal_step.kind": LEGAL_STEP_KINDS,
  "message_report.status": REPORTED,
  "provisional_payment.kind": PAYMENT_KINDS,
  "receipt_source.source": RECEIPT_SOURCES,
  "referral.result": REFERRAL_RESULTS,
  "ring.result": codes<CaretakerResult>({
    ...{ spoke: true, "will-call": true, "not-home": true, "card-left": true, refuses: true, family: true, moved: true },
    ...{ "other-language": true, "away-long": true, "bell-broken": true, "heard-deceased": true, worried: true },
  }),
  "staff.language": LANGUAGES,
  "staff.role": ROLES,
  "tenancy_person.role": codes<PersonFacts["role"]>({ tenant: true, "co-tenant": true, representative: true, contact: true }),
  "contact_point.quality": codes<PhoneFacts["quality"]>({ plausible: true, verified: true, dead: true }),
  "visit.announced_by": ANNOUNCEMENTS,
  "visit.outcome": VISIT_OUTCOMES,
  "visit.purpose": VISIT_PURPOSES,
  "visit.withdrawn_for": codes<WithdrawnFor>({
    ...{ cured: true, hold: true, deceased: true, departed: true, legal: true, reached: true, agreed: true },
    ...{ representative: true, objection: true, "not-asked": true, expired: true },
  }),
};

describe("a closed list of codes", () => {
  const found = new Map<string, string[]>();
  beforeAll(async () => {
    const { rows } = await pool().query<{ of: string; text: string }>(
      "SELECT conrelid::regclass::text AS of, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace",
    );
    for (const { of, text } of rows) {
      const list = /^CHECK \(\((\w+) = (?:ANY \(ARRAY\[(.*)\]\)|('[^']*'::text))\)\)$/.exec(text);
      if (list)
        found.set(
          `${of}.${list[1]}`,
          [...(list[2] ?? list[3] ?? "").matchAll(/'([^']*)'/g)].map((one) => one[1] ?? ""),
        );
    }
  });

  it.each(Object.entries(OF_THE_CODE))("is the same in the database as in the code: %s", (column, expected) => {
    expect([...(found.get(column) ?? [])].sort()).toEqual([...expected].sort());
  });

  it("is refused another value", async () => {
    const person = pool().query("INSERT INTO person (number, last_name, salutation) VALUES ('P-9', 'Proef', 'prof')");
    await expect(person).rejects.toMatchObject({ constraint: "person_salutation" });
  });
});
