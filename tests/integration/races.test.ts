import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { reassessAll } from "@/lib/cases/commands/reassess";
import { runArrears } from "@/lib/cases/commands/run";
import { sendWaiting } from "@/lib/contact/commands/send";
import { day } from "@/lib/kernel/day";
import { disconnect, inTransaction, pool, prisma } from "@/lib/platform/db";
import { DESK_ACTS } from "../factories/desk-acts";
import { dice } from "../factories/dice";
import { behindTheDoor, colleague, newId, openOffice, RENT } from "../factories/door";
import { Gateway } from "../factories/gateway";
import { many } from "../factories/many";
import { behind, by, type Relay, relayTo } from "../factories/relay";

/** Things at the same moment, each time with other small waits between every message to the database: one effect, and the same rows. */
const today = day("2026-03-12");
const own = process.env.AANBEL_DATABASE_URL as string;
const gateway = new Gateway();
let relay: Relay;
let marloes: Actor;
let anja: Actor;

beforeAll(async () => {
  relay = await relayTo(behind(own));
  process.env.AANBEL_DATABASE_URL = by(own, relay);
  await openOffice(today);
  await prisma().setting.create({ data: { key: "corporation", value: { name: "Wonen", teamNumber: "010 012 40 00" } } });
  marloes = await colleague("finance", "Marloes");
  anja = await colleague("finance", "Anja");
  await gateway.open();
});
beforeEach(() => gateway.reset());
afterEach(() => relay.slow(null));
afterAll(async () => {
  gateway.close();
  await disconnect();
  await relay.close();
  process.env.AANBEL_DATABASE_URL = own;
});

const seeds = Array.from({ length: many(2, 50) }, (_, nth) => nth + 1);
/** From here on nothing keeps its turn. @returns a number of this seed below `most` */
function shuffled(seed: number): (most: number) => number {
  const next = dice(seed);
  relay.slow(() => Math.floor(next() ** 3 * 6));
  return (most) => Math.floor(next() * most);
}
const countOf = (text: string, values: unknown[] = []) =>
  pool()
    .query(text, values)
    .then(({ rows }) => rows[0].n as number);
const effects = (commandId: string) =>
  countOf("SELECT count(*)::int AS n FROM audit_event WHERE detail ->> 'commandId' = $1", [commandId]);
/** No tenancy has two cases at once, no case the same answer of the same night twice, no run hangs. */
const doubles = () =>
  countOf(`SELECT ((SELECT count(*) FROM (SELECT FROM arrears_case WHERE closed_on IS NULL GROUP BY tenancy_id HAVING count(*) > 1) x)
    + (SELECT count(*) FROM run WHERE status = 'running')
    + (SELECT count(*) FROM (SELECT FROM visit WHERE withdrawn_on IS NULL GROUP BY tenancy_id, round, ordinal HAVING count(*) > 1) x))::int AS n`);
const anAct = (nth: number) => DESK_ACTS[nth % DESK_ACTS.length] as (typeof DESK_ACTS)[number];

/** The rent, known from early this morning on. */
const comesIn = (tenancyId: number) =>
  inTransaction(async (db) => {
    const paid = { tenancyId, kind: "payment", amountCents: BigInt(RENT), bookedOn: new Date(today), source: "bank" };
    await db.ledgerEntry.create({ data: { ...paid, sourceNumber: newId(), recordedAt: new Date(`${today}T03:00:00Z`) } });
  });

describe("at the same moment", () => {
  it.each(seeds)("the night is begun twice: it is done once (%i)", async (seed) => {
    shuffled(seed);
    await Promise.all(Array.from({ length: 3 }, () => behindTheDoor({ today })));
    const night = () => runArrears({ day: today, trigger: "schedule", atOnce: 5 });
    const both = await Promise.all([night(), night()]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    expect(await doubles()).toBe(0);
  });

  it.each(seeds)("somebody does something at the desk while the night goes on: both count (%i)", async (seed) => {
    const pick = shuffled(seed);
    const door = await behindTheDoor({ today });
    const act = anAct(pick(DESK_ACTS.length));
    const commandId = newId();
    const form = act.schema.parse({ commandId, tenancyId: String(door.tenancyId), ...(await act.fields(door)) });
    const [done] = await Promise.all([
      act.run(marloes, form as never),
      runArrears({ day: today, trigger: "schedule", atOnce: 5 }),
    ]);
    expect(await effects(commandId)).toBe(done.ok ? 1 : 0);
    expect(await doubles()).toBe(0);
  });

  it.each(seeds)("money comes in while the night goes on: asked again, nobody is behind who paid (%i)", async (seed) => {
    shuffled(seed);
    const door = await behindTheDoor({ today });
    await Promise.all([runArrears({ day: today, trigger: "schedule", atOnce: 5 }), comesIn(door.tenancyId)]);
    await reassessAll([door.tenancyId]);
    expect(await prisma().arrearsCase.count({ where: { tenancyId: door.tenancyId, closedOn: null } })).toBe(0);
    expect(await doubles()).toBe(0);
  });

  it.each(seeds)("one form comes in three times: one effect, one answer (%i)", async (seed) => {
    const pick = shuffled(seed);
    const door = await behindTheDoor({ today });
    const act = anAct(pick(DESK_ACTS.length));
    const commandId = newId();
    const form = act.schema.parse({ commandId, tenancyId: String(door.tenancyId), ...(await act.fields(door)) });
    const answers = await Promise.all([1, 2, 3].map(() => act.run(marloes, form as never)));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect(await effects(commandId)).toBe(1);
  });

  it.each(seeds)("two colleagues do the same for one tenant: each counts once or is told (%i)", async (seed) => {
    const pick = shuffled(seed);
    const door = await behindTheDoor({ today });
    const act = anAct(pick(DESK_ACTS.length));
    const fields = await act.fields(door);
    const [mine, theirs] = [newId(), newId()];
    const send = (actor: Actor, commandId: string) =>
      act.run(actor, act.schema.parse({ commandId, tenancyId: String(door.tenancyId), ...fields }) as never);
    const [first, second] = await Promise.all([send(marloes, mine), send(anja, theirs)]);
    expect(first.ok || second.ok).toBe(true);
    expect([await effects(mine), await effects(theirs)]).toEqual([first.ok ? 1 : 0, second.ok ? 1 : 0]);
    expect(await doubles()).toBe(0);
  });

  it.each(seeds)("two senders find the same message: it leaves once (%i)", async (seed) => {
    const door = await behindTheDoor({ today });
    const sms = DESK_ACTS.find(({ name }) => name === "sendSms") as (typeof DESK_ACTS)[number];
    const form = sms.schema.parse({ commandId: newId(), tenancyId: String(door.tenancyId), ...(await sms.fields(door)) });
    expect(await sms.run(marloes, form as never)).toMatchObject({ ok: true });
    shuffled(seed);
    await Promise.all([sendWaiting(), sendWaiting(), sendWaiting()]);
    const { reference } = await prisma().outboxMessage.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    expect(gateway.received.filter((one) => one.reference === reference)).toHaveLength(1);
  });
});
