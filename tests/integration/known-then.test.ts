import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, SYSTEM } from "@/lib/auth/actor";
import { addAccount } from "@/lib/bank/commands/add-account";
import { allocateLine } from "@/lib/bank/commands/allocate-line";
import { confirmGap } from "@/lib/bank/commands/confirm-gap";
import { forgetIban } from "@/lib/bank/commands/forget-iban";
import { withdrawPayment } from "@/lib/bank/commands/note-payment";
import { reverseAllocation } from "@/lib/bank/commands/reverse-allocation";
import { setAside } from "@/lib/bank/commands/set-aside";
import { rematch } from "@/lib/bank/jobs";
import { basisOf } from "@/lib/cases/queries/basis";
import { replay } from "@/lib/cases/queries/replay";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { dateOf } from "@/lib/platform/clock";
import { inSnapshot, pool, prisma } from "@/lib/platform/db";
import { momentAt } from "@/lib/platform/zone";
import { setActive } from "@/lib/staff/commands/colleague";
import { camt053, file } from "../factories/camt";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";
import { erp } from "../factories/erp";
import { storeBankDays } from "../factories/street";

const THEN = day("2026-03-12");
const AHEAD = day("2026-03-20");
const LATER = day("2026-03-16");
const KNOWN = momentAt(THEN, 17);
const LEARNED = momentAt(LATER, 10);
const OURS = "NL14BNGH0285001234";
const OTHER = "NL91ABNA0417164300";
const SHARED = "NL21ABNA0004147514";

let doors: Door[];
let admin: Actor;
let caretakerId: number;
/** What was known on the day, about that day and about one ahead. */
let before: string[];

const known = (knownAt = KNOWN): Promise<string[]> =>
  inSnapshot(async (sql) => {
    const lines: string[] = [];
    for (const on of [THEN, AHEAD]) {
      for await (const { number, facts, assessment } of replay(sql, {
        day: on,
        knownAt,
        tenancyIds: doors.map((one) => one.tenancyId),
      }))
        lines.push(
          `${on} ${number} ${JSON.stringify({ ...facts, closedDays: [...facts.closedDays], assessment }, (_, value) => (typeof value === "bigint" ? String(value) : value))}`,
        );
      lines.push(JSON.stringify(await basisOf(sql, on, knownAt)));
    }
    return lines;
  });

const door = (place: number) => doors[place] as Door;
const run = (text: string, ...values: unknown[]) => pool().query(text, values);
const lineOf = async (cents: number) => (await prisma().bankLine.findFirstOrThrow({ where: { amountCents: BigInt(cents) } })).id;
const place = async (cents: number, at: Door) => {
  const parts = [{ tenancyId: at.tenancyId, cents: BigInt(cents) }];
  expect(await allocateLine(SYSTEM, { commandId: newId(), lineId: await lineOf(cents), parts, learn: false })).toMatchObject({
    ok: true,
  });
};
const undo = async (cents: number) =>
  expect(await reverseAllocation(SYSTEM, { commandId: newId(), lineId: await lineOf(cents) })).toMatchObject({ ok: true });

/** Receipts that may be of several doors, one that is of door 4 for certain, and a second account that lags behind. */
async function receive(): Promise<void> {
  for (const one of doors.slice(0, 3))
    await prisma().tenancyIban.create({ data: { tenancyId: one.tenancyId, iban: SHARED, recordedAt: new Date("2020-01-01") } });
  await prisma().tenancyIban.create({
    data: { tenancyId: door(4).tenancyId, iban: "NL91SNSB0123456789", recordedAt: new Date("2020-01-01") },
  });
  for (const iban of [OURS, OTHER]) await addAccount(SYSTEM, { iban, name: iban });
  const on = "2026-03-10";
  const lines = [20_001, 20_002, 20_003, 20_004].map((cents) => ({ cents, day: on, ref: `W${cents}`, iban: SHARED }));
  const certain = { cents: 1_000, day: on, ref: "C1", iban: "NL91SNSB0123456789", name: "A Jansen", text: "deel huur" };
  const statements = [
    { iban: OURS, id: "A1", from: on, to: "2026-03-11", lines: [...lines, certain] },
    { iban: OTHER, id: "B1", from: "2026-03-04", to: "2026-03-05", lines: [] },
  ];
  expect(await importFiles(SYSTEM, [file("bank.xml", camt053(...statements))])).toMatchObject([{ added: 1, suspense: 4 }]);
}

const add = (table: string, row: object) =>
  run(
    `INSERT INTO ${table} (${Object.keys(row).join(", ")}) SELECT ${Object.keys(row).join(", ")} FROM json_populate_record(NULL::${table}, $1) RETURNING *`,
    JSON.stringify(row),
  ).then((result) => result.rows[0] as { id: number });

/** What is under way behind door 5: each of it changes later. */
async function agree({ tenancyId: tenancy_id, personId: person_id, caseId: case_id }: Door): Promise<void> {
  const at = momentAt(THEN, 10);
  const theirs = { tenancy_id, case_id, recorded_at: at };
  const charge = await prisma().ledgerEntry.findFirstOrThrow({
    where: { tenancyId: tenancy_id, kind: "charge" },
    orderBy: { id: "desc" },
  });
  const hold = await add("hold", { tenancy_id, reason: "dispute", from_day: THEN, review_on: AHEAD, recorded_at: at });
  await add("hold_charge", { hold_id: hold.id, entry_id: Number(charge.id) });
  await add("payment_promise", { ...theirs, made_on: THEN, promised_on: AHEAD, amount_cents: 61_240, income_day: false });
  await add("sharing_objection", { tenancy_id, objected_on: THEN, recorded_at: at });
  await add("disclosure", { ...theirs, kind: "already-paid", said_on: THEN });
  await add("data_problem", { tenancy_id, kind: "contradictory", since: THEN, recorded_at: at });
  await add("legal_step", { ...theirs, kind: "summons", day: THEN });
  const paid = { kind: "pin", amount_cents: 5000, receipt_number: "P1", paid_on: THEN, holds_until: AHEAD };
  await add("provisional_payment", { tenancy_id, ...paid, recorded_at: at });
  const planned = { planned_for: "2026-03-17", part: "morning", planned_at: at, by_two: false };
  await add("visit", { ...theirs, round: 1, ordinal: 1, purpose: "payment-problem", asked_on: THEN, ...planned });
  const written = { channel: "sms", recipient: "+31610000001", body: "x", status: "queued", reference: newId() };
  const message = await add("outbox_message", { tenancy_id, ...written, created_at: at });
  await add("message_status", { message_id: message.id, status: "queued", recorded_at: at });
  const attempt = { channel: "sms", direction: "outbound", day: THEN, part: "afternoon", at, outcome: "queued" };
  await add("attempt", { ...theirs, person_id, ...attempt, message_id: message.id });
  const consultant = await prisma().staff.findFirstOrThrow({ where: { role: "consultant" } });
  await add("case_note", { tenancy_id, case_id, text: "Afspraak", staff_id: consultant.id, at });
}

beforeAll(async () => {
  await setClock(THEN);
  await storeBankDays(pool(), day("2026-03-01"), THEN);
  await colleague("consultant", "Joke");
  const caretaker = await colleague("caretaker", "Ronald");
  caretakerId = caretaker.staffId as number;
  admin = await colleague("admin", "Bea");
  doors = [];
  for (let n = 0; n < 7; n++) doors.push(await behindTheDoor({ today: THEN }));
  await run("UPDATE building_caretaker SET staff_id = $1 WHERE building_id = $2", caretakerId, door(3).buildingId);
  await run("DELETE FROM building_caretaker WHERE building_id = $1", door(6).buildingId);
  await receive();
  await agree(door(5));
  await run("INSERT INTO closed_day (day, reason, recorded_at) VALUES ('2026-03-19', 'Verhuizing', '2026-03-01')");
  before = await known();
  await setClock(LATER);
}, 120_000);

describe("what was known on a day", () => {
  it("says that a receipt may be theirs, whose caretaker is there, and what is under way", () => {
    const text = before.join("\n");
    for (const part of [
      '"kind":"pin"',
      "20001",
      '"step":"wait-for-bank"',
      '"caretakerPresent":true',
      "2026-03-17",
      '"outcome":"queued"',
      '"closedDays":["2026-03-19"]',
    ])
      expect(text).toContain(part);
  });

  const person = (change: string) => () => run(`UPDATE person SET ${change} WHERE id = $1`, door(6).personId);
  const CHANGES: Readonly<Record<string, () => Promise<unknown>>> = {
    "a receipt that waited was placed": () => place(20_001, door(0)),
    "a receipt that waited was placed, taken back and placed with somebody else": async () => {
      await place(20_002, door(1));
      await undo(20_002);
      await place(20_002, door(2));
    },
    "a receipt that waited was set aside": async () =>
      setAside(SYSTEM, { commandId: newId(), lineId: await lineOf(20_003), reason: "Niet van een huurder" }),
    "an account was forgotten, so that a waiting receipt got another suspect": async () => {
      const ibans = await prisma().tenancyIban.findMany({
        where: { iban: SHARED, tenancyId: { in: [door(0).tenancyId, door(1).tenancyId] } },
      });
      for (const { id } of ibans) await forgetIban(SYSTEM, { commandId: newId(), ibanId: id });
      await rematch();
    },
    "what the program placed itself was taken back": () => undo(1_000),
    "a later statement came in, and somebody said that nothing is missing between": async () => {
      const lagging = { iban: OTHER, id: "B2", from: "2026-03-06", to: "2026-03-13", lines: [] };
      await importFiles(SYSTEM, [file("more.xml", camt053(lagging))]);
      const gap = await prisma().bankGap.findFirstOrThrow();
      await confirmGap(admin, { commandId: newId(), gapId: gap.id });
    },
    "money on its way was withdrawn": async () =>
      withdrawPayment(SYSTEM, { commandId: newId(), paymentId: (await prisma().provisionalPayment.findFirstOrThrow()).id }),
    "a pause ended": () => run("UPDATE hold SET ended_on = $1, ended_at = $2", LATER, LEARNED),
    "a promise was withdrawn": () => run("UPDATE payment_promise SET withdrawn_on = $1, withdrawn_at = $2", LATER, LEARNED),
    "an objection was withdrawn": () => run("UPDATE sharing_objection SET withdrawn_on = $1, withdrawn_at = $2", LATER, LEARNED),
    "what was said was found out": () =>
      run("UPDATE disclosure SET resolved_on = $1, resolved_at = $2, resolution = 'found'", LATER, LEARNED),
    "a problem was solved": () => run("UPDATE data_problem SET ended_on = $1, ended_at = $2", LATER, LEARNED),
    "a legal step ended": () => run("UPDATE legal_step SET ended_on = $1, ended_at = $2", LATER, LEARNED),
    "a visit got another day": () =>
      run("UPDATE visit SET planned_for = '2026-03-18', part = 'afternoon', planned_at = $1", LEARNED),
    "a message left on a later day": async () => {
      await run(
        "UPDATE attempt SET day = $1, part = 'morning', at = $2, outcome = 'sent' WHERE message_id IS NOT NULL",
        LATER,
        LEARNED,
      );
      await run(
        "INSERT INTO message_status (message_id, status, recorded_at) SELECT id, 'sent', $1 FROM outbox_message",
        LEARNED,
      );
    },
    "a number was found dead": () =>
      run("UPDATE contact_point SET quality = 'dead', dead_at = $1 WHERE person_id = $2", LEARNED, door(6).personId),
    "a number works again": () =>
      run("UPDATE contact_point SET quality = 'verified', dead_at = NULL WHERE person_id = $1", door(6).personId),
    "a number ended and another came": async () => {
      await run("UPDATE contact_point SET ended_at = $1 WHERE person_id = $2", LEARNED, door(6).personId);
      await prisma().contactPoint.create({
        data: { personId: door(6).personId, kind: "mobile", value: "+31699999999", recordedAt: LEARNED },
      });
    },
    "a building without a caretaker turned out to have one": () =>
      run(
        "INSERT INTO building_caretaker (building_id, email, from_day, recorded_at) VALUES ($1, 'a@proef.nl', '2000-01-01', $2)",
        door(6).buildingId,
        LEARNED,
      ),
    "a tenant wants no SMS": person("sms_opt_out = true"),
    "a tenant rather has a visit": person("prefers = 'visit'"),
    "a note about safety was written": person("safety_note = 'Met twee'"),
    "a tenant is away": person("away_until = '2026-04-01'"),
    "a tenant died": () =>
      run("UPDATE person SET deceased_on = '2026-03-11', deceased_known_at = $1 WHERE id = $2", LEARNED, door(6).personId),
    "a tenant moved out": async () => {
      await run("UPDATE tenancy SET ends_on = '2026-03-10' WHERE id = $1", door(6).tenancyId);
      await run("UPDATE tenancy_person SET until_day = '2026-03-10' WHERE tenancy_id = $1", door(6).tenancyId);
    },
    "the rent was mended": () => run("UPDATE tenancy_rent SET net_cents = 1 WHERE tenancy_id = $1", door(6).tenancyId),
    "a home became a garage of another building": () =>
      run(
        "UPDATE dwelling SET kind = 'parking', building_id = NULL WHERE id = (SELECT dwelling_id FROM tenancy WHERE id = $1)",
        door(6).tenancyId,
      ),
    "a caretaker left": () => setActive(admin, { staffId: caretakerId, active: false }),
    "a building got another caretaker by its file": async () => {
      const { code } = await prisma().building.findUniqueOrThrow({ where: { id: door(0).buildingId } });
      await importFiles(SYSTEM, [erp("gebouwen", [{ complexcode: code, huismeester: "nieuw@proef.nl" }])]);
      await run("UPDATE building_caretaker SET until_day = '2026-03-11' WHERE email = 'nieuw@proef.nl'");
    },
    "the office closes on another day": async () => {
      await prisma().closedDay.create({ data: { day: dateOf(day("2026-03-18")), reason: "Studiedag" } });
      await run("UPDATE closed_day SET withdrawn_at = $1 WHERE day = '2026-03-19'", LEARNED);
    },
    "another policy came into force": async () => {
      const base = await prisma().policyVersion.findFirstOrThrow({ where: { activatedAt: { not: null } } });
      const values = base.values as Record<string, number>;
      await run(
        `INSERT INTO policy_version (version, name, "values", reason, recorded_at, changed_at, effective_from, activated_at)
         VALUES (99, 'persoonlijk-contact', $1, 'proef', $2, $2, '2026-03-17', $2)`,
        JSON.stringify({ ...values, graceWorkingDays: 12 }),
        LEARNED,
      );
    },
  };

  it.each(Object.entries(CHANGES))("stays the same after %s, which is known from then on", async (_name, change) => {
    const now = await known(momentAt(LATER, 17));
    await change();
    expect(await known()).toEqual(before);
    expect(await known(momentAt(LATER, 17))).not.toEqual(now);
  });

  it("says of a note by whom it was written then", async () => {
    const now = await known(momentAt(LATER, 17));
    await run("UPDATE staff SET role = 'management' WHERE role = 'consultant'");
    expect([await known(), await known(momentAt(LATER, 17))]).toEqual([before, now]);
  });
});
