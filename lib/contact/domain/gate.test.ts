import { describe, expect, it } from "vitest";
import { day } from "../../kernel/day";
import { PERSONAL_CONTACT_1 as policy } from "../../rules/policy";
import { blockOf, type GateChannel, type GateFacts, mayContact } from "./gate";

/** A Thursday at half past ten, an open case, a tenant with a working mobile, nothing tried yet: the way is free. */
const free: GateFacts = {
  channel: "call",
  day: day("2026-11-19"),
  minutes: 630,
  part: "morning",
  caseOpen: true,
  addressee: { role: "tenant", deceasedOn: null, awayUntil: null, smsOptOut: false, safetyNote: false },
  representativeKnown: false,
  lastDeathOn: null,
  number: { kind: "mobile", quality: "plausible" },
  contacts: [],
  sinceDraft: null,
  text: null,
  byAppointment: false,
  byTwo: false,
};
const tenant = free.addressee as NonNullable<GateFacts["addressee"]>;
const codes = (facts: Partial<GateFacts>) => mayContact({ ...free, ...facts }, policy).blocks.map((block) => block.code);
const call = (on: string, outcome: GateFacts["contacts"][number]["outcome"], direction: "outbound" | "inbound" = "outbound") =>
  ({ channel: "call", direction, day: day(on), outcome }) as const;
const sms = (on: string, outcome: GateFacts["contacts"][number]["outcome"] = "delivered") =>
  ({ channel: "sms", direction: "outbound", day: day(on), outcome }) as const;
const door = (on: string) => ({ channel: "door", direction: "outbound", day: day(on), outcome: "not-home" }) as const;

const TABLE: readonly (readonly [string, Partial<GateFacts>, readonly string[]])[] = [
  ["nothing stands in the way of a call", {}, []],
  ["nothing stands in the way of a message", { channel: "sms" }, []],
  ["nothing stands in the way of a visit", { channel: "visit" }, []],
  ["the case closed meanwhile, so no message", { channel: "sms", caseOpen: false }, ["no-case"]],
  ["the case closed meanwhile, but a call stays possible", { caseOpen: false }, []],
  ["a receipt in suspense may be theirs: a note lets one call", { maybePaid: true }, ["maybe-paid"]],
  ["a receipt in suspense may be theirs: no message", { channel: "sms", maybePaid: true }, ["maybe-paid"]],
  ["the addressee has died", { addressee: { ...tenant, deceasedOn: day("2026-11-01") } }, ["deceased"]],
  ["someone who does not belong to the tenancy", { addressee: null }, ["no-authority"]],
  ["opted out of messages", { channel: "sms", addressee: { ...tenant, smsOptOut: true } }, ["opted-out"]],
  ["opted out of messages, but may be called", { addressee: { ...tenant, smsOptOut: true } }, []],
  ["a representative is known: not the tenant", { representativeKnown: true }, ["representative"]],
  [
    "a representative is known: the office itself may be called",
    { representativeKnown: true, addressee: { ...tenant, role: "representative" } },
    [],
  ],
  ["a representative is known: no caretaker", { channel: "caretaker", representativeKnown: true }, ["representative"]],
  ["the other tenant died nine days ago", { lastDeathOn: day("2026-11-10") }, ["bereavement"]],
  ["the other tenant died thirteen days ago", { lastDeathOn: day("2026-11-06") }, ["bereavement"]],
  ["the other tenant died two weeks ago today, as in the rules", { lastDeathOn: day("2026-11-05") }, []],
  ["the other tenant died three weeks ago", { lastDeathOn: day("2026-10-28") }, []],
  ["away until tomorrow", { addressee: { ...tenant, awayUntil: day("2026-11-20") } }, ["away"]],
  ["back since yesterday", { addressee: { ...tenant, awayUntil: day("2026-11-18") } }, []],
  ["a dead number", { number: { kind: "mobile", quality: "dead" } }, ["number-dead"]],
  ["a landline gets no message", { channel: "sms", number: { kind: "landline", quality: "verified" } }, ["not-mobile"]],
  ["a safety note, alone", { channel: "visit", addressee: { ...tenant, safetyNote: true } }, ["safety-note"]],
  ["a safety note, with two", { channel: "visit", byTwo: true, addressee: { ...tenant, safetyNote: true } }, []],
  ["the caretaker would see an amount", { channel: "caretaker", text: "Vraag naar € 12,00" }, ["shows-amount"]],
  ["a message with the word debt", { channel: "sms", text: "Bel over uw schuld" }, ["words"]],
  ["a card with a link", { channel: "card", text: "Kijk op wonen.nl" }, ["words"]],
  ["paid since the draft", { channel: "sms", sinceDraft: { paid: true, promised: false, held: false } }, ["paid-since"]],
  ["promised since the draft", { channel: "sms", sinceDraft: { paid: false, promised: true, held: false } }, ["promise-since"]],
  ["paused since the draft", { channel: "sms", sinceDraft: { paid: false, promised: false, held: true } }, ["hold-since"]],
  ["a colleague spoke with them this morning", { contacts: [call("2026-11-19", "spoke", "inbound")] }, ["spoke-today"]],
  ["one missed call today", { contacts: [call("2026-11-19", "not-answered")] }, ["missed-today"]],
  ["one missed call today does not stop a message", { channel: "sms", contacts: [call("2026-11-19", "not-answered")] }, []],
  ["one missed call yesterday", { contacts: [call("2026-11-18", "voicemail")] }, []],
  ["three contacts in seven days", { contacts: [call("2026-11-13", "spoke"), sms("2026-11-16"), door("2026-11-18")] }, ["cap"]],
  [
    "three contacts, one of them eight days ago",
    { contacts: [call("2026-11-12", "spoke"), sms("2026-11-16"), door("2026-11-18")] },
    [],
  ],
  [
    "missed calls do not fill the cap",
    { contacts: [call("2026-11-16", "not-answered"), call("2026-11-17", "voicemail"), call("2026-11-18", "not-answered")] },
    [],
  ],
  [
    "a message that never arrived does not count",
    { contacts: [sms("2026-11-16", "undelivered"), sms("2026-11-17"), door("2026-11-18")] },
    [],
  ],
  [
    "their own calls do not count",
    {
      contacts: [
        call("2026-11-16", "spoke", "inbound"),
        call("2026-11-17", "spoke", "inbound"),
        call("2026-11-18", "spoke", "inbound"),
      ],
    },
    [],
  ],
  ["a call before nine", { minutes: 539 }, ["outside-hours"]],
  ["a call over lunch", { minutes: 750, part: "afternoon" }, ["outside-hours"]],
  ["a call at half past one", { minutes: 810, part: "afternoon" }, []],
  ["a call in the evening", { minutes: 1140, part: "evening" }, ["outside-hours"]],
  ["a call in the evening by appointment", { minutes: 1140, part: "evening", byAppointment: true }, []],
  ["a message at seven in the evening", { channel: "sms", minutes: 1140, part: "evening" }, []],
  ["a message after eight", { channel: "sms", minutes: 1200, part: "evening" }, ["outside-hours"]],
  ["a visit in the evening", { channel: "visit", minutes: null, part: "evening" }, ["outside-hours"]],
  ["a visit in the evening by appointment", { channel: "visit", minutes: null, part: "evening", byAppointment: true }, []],
  ["a call on Sunday", { day: day("2026-11-22") }, ["outside-hours"]],
  ["a message at Christmas", { channel: "sms", day: day("2026-12-25") }, ["outside-hours"]],
  ["a letter may be posted at any hour", { channel: "letter", minutes: 1300, part: "evening" }, []],
];

describe("the do-no-harm gate", () => {
  it.each(TABLE)("%s", (_, facts, expected) => expect(codes(facts)).toEqual(expected));

  it("names every reason, not only the first", () => {
    expect(
      codes({ channel: "sms", caseOpen: false, minutes: 1300, part: "evening", addressee: { ...tenant, smsOptOut: true } }),
    ).toEqual(["no-case", "opted-out", "outside-hours"]);
  });

  it("lets a person go on with a note where that does no harm", () => {
    const again = mayContact({ ...free, contacts: [call("2026-11-19", "not-answered")] }, policy);
    expect(blockOf(again, undefined)?.code).toBe("missed-today");
    expect(blockOf(again, "Zij vroeg om terug te bellen")).toBeNull();
  });

  it("lets no note send a message to who died, opted out or paid", () => {
    for (const facts of [
      { addressee: { ...tenant, deceasedOn: day("2026-11-01") } },
      { addressee: { ...tenant, smsOptOut: true } },
      { sinceDraft: { paid: true, promised: false, held: false } },
    ]) {
      expect(blockOf(mayContact({ ...free, ...facts, channel: "sms" }, policy), "toch doen")?.override).toBe(false);
    }
  });

  it("always lets a call that was made be recorded with a note", () => {
    const everything: Partial<GateFacts> = {
      ...TABLE.reduce((all, [, facts]) => ({ ...all, ...facts }), {}),
      channel: "call" as GateChannel,
    };
    expect(mayContact({ ...free, ...everything }, policy).blocks.every((block) => block.override)).toBe(true);
  });
});
