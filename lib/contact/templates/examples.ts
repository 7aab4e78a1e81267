import { day, monthOf } from "@/lib/kernel/day";
import type { LetterKind } from "../domain/texts";
import type { About, Envelope } from "./letter";
import type { SmsValues } from "./sms";

const MONTH = day("2026-11-01");
const SINCE = day("2026-07-01");
const FIRST = day("2026-12-24");
const SECOND = day("2027-01-22");

/** The office as it is, and an invented tenant to whom it writes today. */
export const exampleEnvelope = (
  house: Pick<Envelope, "corporation" | "letterhead" | "teamNumber" | "hours" | "sender" | "day">,
): Envelope => ({
  ...house,
  name: "Mw. A. Jansen",
  spoken: "mevrouw Jansen",
  street: "Kadeweg 12-B",
  postcode: "3011 AB",
  city: "Rotterdam",
  number: "104042",
  reference: "5000056789012345",
});

/** What each letter is about where no case says it. */
export const EXAMPLE_ABOUT: Readonly<Record<LetterKind, About>> = {
  "written-reminder": {
    kind: "written-reminder",
    byDirectDebit: false,
    charges: [{ category: "rent", month: monthOf(MONTH), cents: 61_240n }],
  },
  "check-transfer": { kind: "check-transfer", rent: 63_920n, since: SINCE, paid: 61_240n },
  "confirm-promise": { kind: "confirm-promise", cents: 61_240n, day: FIRST },
  "announce-visit": { kind: "announce-visit", day: FIRST, part: "morning", at: null, who: "Joke de Waard" },
  "confirm-arrangement": {
    kind: "confirm-arrangement",
    terms: [
      { day: FIRST, cents: 30_620n },
      { day: SECOND, cents: 30_620n },
    ],
  },
};

/** The same tenant for a text message. */
export const exampleSms = (house: Pick<SmsValues, "corporation" | "teamNumber" | "firstName">): SmsValues => ({
  ...house,
  name: "mevrouw Jansen",
  part: "morning",
});
