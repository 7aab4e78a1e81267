import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { pool, prisma } from "@/lib/platform/db";
import { actionId, cookieOf } from "../bench/desk-load";

/** Colleagues who record calls, one after the other, and press again when it did not work; and what they saw. */
export interface People {
  /** Of the acts that were said to be recorded. */
  readonly acknowledged: ReadonlySet<string>;
  /** What happened since the last time it was asked. */
  seen(): Seen;
  stop(): Promise<void>;
}
export interface Seen {
  readonly done: number;
  /** Times somebody had to press again. */
  readonly again: number;
  /** Pages that did not come, or came broken. */
  readonly broken: number;
  /** The longest somebody waited until it worked, in ms. */
  readonly longest: number;
}

const DAY_MS = 24 * 3_600_000;

export async function signedIn(count: number, secret: string): Promise<string[]> {
  const cookies: string[] = [];
  for (let nth = 0; nth < count; nth++) {
    const staff = await prisma().staff.create({
      data: { email: `w${nth}-${randomUUID()}@proef.nl`, name: `Collega ${nth}`, firstName: `Collega${nth}`, role: "finance" },
    });
    const session = { id: randomUUID(), staffId: staff.id, expiresAt: new Date(Date.now() + DAY_MS) };
    await prisma().session.create({ data: session });
    cookies.push(await cookieOf(session.id, secret));
  }
  return cookies;
}

export function atWork(address: string, cookies: readonly string[], ids: readonly number[], everyMs: number): People {
  const acknowledged = new Set<string>();
  let [done, again, broken, longest] = [0, 0, 0, 0];
  let stopped = false;
  const logCall = actionId("logCall", "lib/cases/actions");

  async function press(cookie: string, commandId: string, tenancyId: number): Promise<boolean> {
    const body = new FormData();
    const fields = {
      ...{ commandId, tenancyId, direction: "outbound", outcome: "not-answered" },
      overrideNote: "Meting van de proef",
    };
    for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, String(value));
    body.append("0", '[{"status":"idle"},"$K1"]');
    const headers = { cookie, "next-action": logCall, accept: "text/x-component", origin: address };
    const init = { method: "POST", headers, body, signal: AbortSignal.timeout(40_000) };
    try {
      const answer = await fetch(`${address}/werklijst?dossier=${tenancyId}`, init);
      return (await answer.text()).includes('"status":"done"');
    } catch {
      return false;
    }
  }
  async function look(cookie: string, id: number): Promise<boolean> {
    try {
      const headers = { cookie, rsc: "1" };
      const answer = await fetch(`${address}/werklijst?dossier=${id}`, { headers, signal: AbortSignal.timeout(40_000) });
      const text = await answer.text();
      return answer.ok && !text.includes('"digest"');
    } catch {
      return false;
    }
  }
  async function one(cookie: string, first: number): Promise<void> {
    await sleep((everyMs * first) / cookies.length);
    for (let step = 0; !stopped; step++) {
      const id = ids[(first * 97 + step) % ids.length] ?? 0;
      const commandId = randomUUID();
      const since = performance.now();
      while (!(await press(cookie, commandId, id))) {
        if (performance.now() - since > 120_000) throw new Error("nothing works any more");
        again++;
        await sleep(500);
      }
      acknowledged.add(commandId);
      done++;
      longest = Math.max(longest, performance.now() - since);
      if (!(await look(cookie, id))) broken++;
      await sleep(Math.max(0, everyMs - (performance.now() - since)));
    }
  }
  const all = Promise.all(cookies.map(one));
  return {
    acknowledged,
    seen: () => {
      const now = { done, again, broken, longest: Math.round(longest) };
      [done, again, broken, longest] = [0, 0, 0, 0];
      return now;
    },
    stop: async () => {
      stopped = true;
      await all;
    },
  };
}

/** Of what was acknowledged: how many are not in the database, and how many are in it more than once. */
export async function account(acknowledged: ReadonlySet<string>): Promise<{ lost: number; twice: number }> {
  const { rows } = await pool().query<{ id: string; n: number }>(
    "SELECT detail ->> 'commandId' AS id, count(*)::int AS n FROM audit_event WHERE detail ->> 'commandId' = ANY($1) GROUP BY 1",
    [[...acknowledged]],
  );
  return { lost: acknowledged.size - rows.length, twice: rows.filter(({ n }) => n > 1).length };
}
