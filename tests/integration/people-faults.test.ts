import { beforeAll, describe, expect, it } from "vitest";
import type { ZodError } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fieldsOf, problemsOf } from "@/lib/auth/form";
import { allowed, type Entry } from "@/lib/auth/permissions";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { inWords } from "@/lib/i18n/phrase";
import { translate } from "@/lib/i18n/translate";
import { day } from "@/lib/kernel/day";
import type { Outcome } from "@/lib/kernel/outcome";
import { pool, prisma } from "@/lib/platform/db";
import { DESK_ACTS, type DeskAct } from "../factories/desk-acts";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";
import { storeBankDays } from "../factories/street";

/** What people do to a form without meaning harm: each fault with each act of the desk. One effect at most, and a sentence for the rest. */
const today = day("2026-03-12");
const languages = [translate("nl"), translate("en")];
let marloes: Actor;
let anja: Actor;

beforeAll(async () => {
  process.env.SMS_PROVIDER = "webhook";
  process.env.SMS_GATEWAY_URL = "http://127.0.0.1:1";
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-05-31"));
  await prisma().setting.create({ data: { key: "corporation", value: { name: "Wonen", teamNumber: "010 012 40 00" } } });
  marloes = await colleague("finance", "Marloes");
  anja = await colleague("finance", "Anja");
});

type Typed = Record<string, string>;
const typed = async ({ fields }: DeskAct, door: Door, more: Typed = {}): Promise<Typed> => ({
  ...{ commandId: newId(), tenancyId: String(door.tenancyId) },
  ...(await fields(door)),
  ...more,
});
/** As the one wrapper of every action reads a form: the command's answer, or the sentences beside the fields. */
async function send(
  { name, schema, run }: DeskAct,
  actor: Actor,
  form: Typed,
): Promise<Outcome<unknown> | { readonly sentences: readonly string[] }> {
  const data = new FormData();
  for (const [field, value] of Object.entries(form)) data.append(field, value);
  const given = fieldsOf(data);
  const read = schema.safeParse(given);
  if (read.success) return run(actor, read.data as never);
  const entry = `action:cases.${name}` as Entry;
  return { sentences: languages.flatMap((t) => Object.values(problemsOf(read.error as ZodError, given, t, entry))) };
}
const effects = (commandId: string | undefined) =>
  pool()
    .query("SELECT count(*)::int AS n FROM audit_event WHERE detail ->> 'commandId' = $1", [commandId])
    .then(({ rows }) => rows[0].n as number);

/** Not a code, not an empty place: words that a person can do something with, in both languages. */
function expectWords(answer: Awaited<ReturnType<typeof send>>): void {
  if ("sentences" in answer) {
    expect(answer.sentences.length).toBeGreaterThan(0);
    for (const sentence of answer.sentences) expect(sentence).toMatch(/^\p{Lu}.{5,}[.?!]$/u);
    return;
  }
  if (answer.ok) return;
  for (const t of languages) {
    const key = [`cases.refused.${answer.code}`, `common.refused.${answer.code}`].find(t.has);
    expect(key, `no sentence for ${answer.code}`).toBeDefined();
    expect(t(key ?? "", inWords({ code: answer.code, ...answer.detail }, t.lang))).toMatch(/^\p{Lu}.{5,}[.?!]$/u);
  }
}

const FAULTS: readonly (readonly [string, (act: DeskAct) => Promise<void>])[] = [
  [
    "pressed twice, five times, and all at once: it counts once, and answers the same",
    async (act) => {
      const form = await typed(act, await behindTheDoor({ today }));
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(act, marloes, form)));
      answers.push(await send(act, marloes, form));
      expect(answers[0]).toMatchObject({ ok: true });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(await effects(form.commandId)).toBe(1);
    },
  ],
  [
    "sent from an old page of a colleague, with the same id: refused in words, and theirs stands",
    async (act) => {
      const form = await typed(act, await behindTheDoor({ today }));
      await send(act, marloes, form);
      const second = await send(act, anja, form);
      expect(second).toMatchObject({ ok: false, code: "id-in-use" });
      expectWords(second);
      expect(await effects(form.commandId)).toBe(1);
    },
  ],
  [
    "sent for another tenant than it was made for: refused in words",
    async (act) => {
      const [door, other] = [await behindTheDoor({ today }), await behindTheDoor({ today })];
      const form = await typed(act, door);
      await send(act, marloes, form);
      const again = await send(act, marloes, { ...(await typed(act, other)), commandId: form.commandId ?? "" });
      expect(again).toMatchObject({ ok: false, code: "id-in-use" });
      expectWords(again);
    },
  ],
  [
    "sent with nothing filled in: a sentence beside each field that is needed, and nothing recorded",
    async (act) => {
      const commandId = newId();
      const answer = await send(act, marloes, { commandId, tenancyId: "", note: "   " });
      expectWords(answer);
      expect(await effects(commandId)).toBe(0);
    },
  ],
  [
    "sent with numbers that are none, or larger than the database holds: sentences, and no fault of ours",
    async (act) => {
      const door = await behindTheDoor({ today });
      for (const wrong of ["abc", "-1", "2147483648", "1e9", "1 OR 1=1"]) {
        const form = await typed(act, door, { tenancyId: wrong });
        expectWords(await send(act, marloes, form));
        expect(await effects(form.commandId)).toBe(0);
      }
    },
  ],
  [
    "sent for a tenant who is gone (erased, or never there): refused in words",
    async (act) => {
      const door = await behindTheDoor({ today });
      const answer = await send(act, marloes, await typed(act, door, { tenancyId: "2147483647" }));
      expect(answer).toMatchObject({ ok: false, code: "not-found" });
      expectWords(answer);
    },
  ],
  [
    "sent after the case was closed under one's hands: recorded, or refused in words; never half",
    async (act) => {
      const door = await behindTheDoor({ today });
      const form = await typed(act, door);
      await prisma().arrearsCase.update({
        where: { id: door.caseId },
        data: { closedOn: new Date(today), closedReason: "cured", closedAt: new Date(`${today}T08:00:00Z`) },
      });
      const answer = await send(act, marloes, form);
      expectWords(answer);
      expect(await effects(form.commandId)).toBe("ok" in answer && answer.ok ? 1 : 0);
    },
  ],
  [
    "sent over what a colleague recorded meanwhile: told first where it matters, and then it may",
    async (act) => {
      const door = await behindTheDoor({ today });
      const shownAt = new Date(`${today}T06:00:00Z`).toISOString();
      const form = await typed(act, door, { shownAt });
      const spoke = {
        commandId: newId(),
        tenancyId: door.tenancyId,
        direction: "inbound",
        outcome: "spoke",
        spokeWith: "tenant",
      };
      await logCall(anja, logCallSchema.parse(spoke));
      const first = await send(act, marloes, form);
      expectWords(first);
      if (act.toldFirst) expect(first).toMatchObject({ ok: false, code: "changed-meanwhile" });
      else expect(first).toMatchObject({ ok: true });
      const later = await send(act, marloes, {
        ...form,
        shownAt: new Date(`${today}T12:00:00Z`).toISOString(),
        overrideNote: "Afgestemd met Anja.",
      });
      expectWords(later);
      if (!("sentences" in later) && !later.ok) expect(later.code, "only the gate, about today").toMatch(/^(gate-|spoke)/);
    },
  ],
  [
    "typed with control signs, an emoji and the longest name: kept without the signs, or refused in words",
    async (act) => {
      if (!act.text) return;
      const form = await typed(act, await behindTheDoor({ today }), { [act.text]: "Ab\u0000c\u0007 ☎️ 😀 Öztürk" });
      const answer = await send(act, marloes, form);
      expectWords(answer);
      const { rows } = await pool().query("SELECT answer::text AS kept FROM command WHERE id = $1::uuid", [form.commandId]);
      expect(rows.every(({ kept }: { kept: string }) => !kept.includes("\\u0000"))).toBe(true);
    },
  ],
  [
    "typed with a hundred thousand letters: refused in words, and nothing recorded",
    async (act) => {
      const field = act.text ?? "tenancyId";
      const form = await typed(act, await behindTheDoor({ today }), { [field]: "x".repeat(100_000) });
      const answer = await send(act, marloes, form);
      expect("sentences" in answer).toBe(true);
      expectWords(answer);
      expect(await effects(form.commandId)).toBe(0);
    },
  ],
];

for (const [fault, expectHeld] of FAULTS)
  describe(`a form ${fault}`, () => {
    it.each(DESK_ACTS.map((act) => [act.name, act] as const))("%s", (_, act) => expectHeld(act));
  });

describe("the acts of this table", () => {
  it("are all that one may do with one case by its own form", () =>
    expect(DESK_ACTS.every(({ name }) => allowed("finance", `action:cases.${name}` as Entry))).toBe(true));

  it("leave a note of somebody else where it is", async () => {
    const door = await behindTheDoor({ today });
    await addNote(anja, { commandId: newId(), tenancyId: door.tenancyId, text: "Van Anja." });
    await addNote(marloes, { commandId: newId(), tenancyId: door.tenancyId, text: "Van Marloes." });
    expect(await prisma().caseNote.count({ where: { tenancyId: door.tenancyId, withdrawnAt: null } })).toBe(2);
  });
});
