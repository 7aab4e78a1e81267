import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { day } from "@/lib/kernel/day";
import { disconnect, pool, prisma } from "@/lib/platform/db";
import { DESK_ACTS, type DeskAct } from "../factories/desk-acts";
import { behindTheDoor, colleague, newId, setClock } from "../factories/door";
import { many, spread } from "../factories/many";
import { behind, by, type Fault, type Relay, relayTo } from "../factories/relay";
import { storeBankDays } from "../factories/street";

/** Every act of the desk with every fault a database can have under it: it counts once, or not at all and then once when pressed again. */
const today = day("2026-03-12");
const own = process.env.AANBEL_DATABASE_URL as string;
let relay: Relay;
let marloes: Actor;

beforeAll(async () => {
  process.env.SMS_PROVIDER = "webhook";
  process.env.SMS_GATEWAY_URL = "http://127.0.0.1:1";
  relay = await relayTo(behind(own));
  process.env.AANBEL_DATABASE_URL = by(own, relay);
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-05-31"));
  await prisma().setting.create({ data: { key: "corporation", value: { name: "Wonen", teamNumber: "010 012 40 00" } } });
  marloes = await colleague("finance", "Marloes");
});
afterAll(async () => {
  await disconnect();
  await relay.close();
  process.env.AANBEL_DATABASE_URL = own;
});

const isCommit = (_: number, text: string) => text === "COMMIT";
const isEffect = (_: number, text: string) => /^INSERT INTO "?(public"?\."?)?audit_event/i.test(text);
const FAULTS: readonly (readonly [string, (nth: number, text: string) => boolean, Fault])[] = [
  ["breaks at its first statement", (nth) => nth === 1, { kind: "cut", when: "before" }],
  ["breaks in the middle", isEffect, { kind: "cut", when: "after" }],
  ["breaks right before it is kept", isCommit, { kind: "cut", when: "before" }],
  ["breaks after it was kept, before anybody heard", isCommit, { kind: "cut", when: "after" }],
  ["cannot tell it from what another did (40001)", isEffect, { kind: "refuse", code: "40001" }],
  ["is caught between two who wait for each other (40P01)", isEffect, { kind: "refuse", code: "40P01" }],
  ["has no room left (53100)", isEffect, { kind: "refuse", code: "53100" }],
  ["is busy too long (57014)", isEffect, { kind: "refuse", code: "57014" }],
  ["is being stopped (57P01)", isCommit, { kind: "refuse", code: "57P01" }],
];

const effects = (commandId: string) =>
  pool()
    .query("SELECT count(*)::int AS n FROM audit_event WHERE detail ->> 'commandId' = $1", [commandId])
    .then(({ rows }) => rows[0].n as number);

async function expectOnce(act: DeskAct, picks: (nth: number, text: string) => boolean, fault: Fault): Promise<void> {
  const door = await behindTheDoor({ today });
  const commandId = newId();
  const form = act.schema.parse({ commandId, tenancyId: String(door.tenancyId), ...(await act.fields(door)) });
  relay.watch(picks, fault);
  const first = await act.run(marloes, form as never).catch((error: unknown) => ({ thrown: String(error) }));
  const came = relay.came();
  relay.watch();
  expect(came, "the fault came").toBe(true);
  const counted = await effects(commandId);
  expect(counted).toBeLessThanOrEqual(1);
  const wasDone = "ok" in first && first.ok;
  expect(counted === 1 || !wasDone).toBe(true);

  const again = await act.run(marloes, form as never);
  expect(again).toMatchObject({ ok: true });
  expect(await effects(commandId)).toBe(1);
  expect(again).toEqual(wasDone ? first : again);
}

for (const [fault, picks, what] of FAULTS)
  describe(`when the database ${fault}`, () => {
    const acts = spread(
      DESK_ACTS.map((act) => [act.name, act] as const),
      many(2, DESK_ACTS.length),
    );
    it.each(acts)("%s counts once when it is pressed again", (_, act) => expectOnce(act, picks, what));
  });
