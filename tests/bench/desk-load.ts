import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { encode } from "next-auth/jwt";

/** Forty browsers as far as a server sees them. */
export interface Browsing {
  readonly address: string;
  /** One of each colleague. */
  readonly cookies: readonly string[];
  readonly ids: readonly number[];
  readonly everyMs: number;
}

export const at = (sorted: readonly number[], share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);

export const cookieOf = async (sessionId: string, secret: string): Promise<string> =>
  `aanbel.session=${await encode({ token: { sid: sessionId }, secret, maxAge: 43_200 })}`;

/** Processor time and memory of a process, its children left out (Linux). */
export function processOf(pid: number): { cpuMs: number; megabytes: number } {
  const [user = 0, system = 0] =
    readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13).map(Number) ?? [];
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { cpuMs: (user + system) * 10, megabytes: Math.round(Number(resident ?? 0) / 1_024) };
}

/** The id under which the browser knows an action of this build. */
export function actionId(action: string, module: string): string {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, { filename?: string; exportedName?: string }>;
  };
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) => exportedName === action && filename?.startsWith(module),
  );
  if (!found) throw new Error(`${action} is no action of this build`);
  return found[0];
}

/** Where the browser stands: the list, of which it asks the page again. */
const STATE = encodeURIComponent(
  JSON.stringify([
    "",
    { children: ["werklijst", { children: ["__PAGE__", {}, null, "refetch", 0] }, null, null, 0] },
    null,
    null,
    16,
  ]),
);

interface Walked {
  readonly reads: number[];
  readonly writes: number[];
  readonly faults: number;
  readonly bytes: number;
}

/** Everybody goes from case to case; a `share` of the steps records that nobody answered. */
export async function walk({ address, cookies, ids, everyMs }: Browsing, seconds: number, share: number): Promise<Walked> {
  const [reads, writes] = [[] as number[], [] as number[]];
  const count = { faults: 0, bytes: 0 };
  const until = performance.now() + seconds * 1_000;
  const logCall = actionId("logCall", "lib/cases/actions");
  const post = (cookie: string, id: number) => {
    const body = new FormData();
    const fields = {
      commandId: randomUUID(),
      tenancyId: id,
      direction: "outbound",
      outcome: "not-answered",
      overrideNote: "Meting van de proef",
    };
    for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, String(value));
    body.append("0", '[{"status":"idle"},"$K1"]');
    const headers = { cookie, "next-action": logCall, accept: "text/x-component", origin: address };
    return fetch(`${address}/werklijst?dossier=${id}`, { method: "POST", headers, body });
  };
  const get = (cookie: string, id: number) =>
    fetch(`${address}/werklijst?dossier=${id}&_rsc=x`, { headers: { cookie, rsc: "1", "next-router-state-tree": STATE } });
  const one = async (cookie: string, first: number) => {
    await new Promise((resolve) => setTimeout(resolve, (everyMs * first) / cookies.length));
    for (let step = 0; performance.now() < until; step++) {
      const id = ids[(first * 97 + step) % ids.length] ?? 0;
      // Every so many steps one, the same for everybody and so that they do not fall together.
      const writing = share > 0 && (step + first) % Math.round(1 / share) === 0;
      const since = performance.now();
      try {
        const answer = await (writing ? post(cookie, id) : get(cookie, id));
        const text = await answer.text();
        if (!writing) count.bytes += text.length;
        if (!answer.ok || (writing && !text.includes('"status":"done"'))) count.faults++;
      } catch {
        count.faults++;
      }
      const took = performance.now() - since;
      (writing ? writes : reads).push(took);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, everyMs - took)));
    }
  };
  await Promise.all(cookies.map(one));
  return { reads: reads.sort((a, b) => a - b), writes: writes.sort((a, b) => a - b), ...count };
}
