import { KEPT_DAYS, standingAfter, waitAfter } from "@/lib/field/domain/outbox";
import { readSigned } from "@/lib/field/domain/seal";
import { phoneNow } from "@/lib/platform/phone-clock";
import { all, forget, keep, type Posted, read } from "./store";

/** What waits and what was set apart, counted for whoever looks at this phone. */
export interface Waiting {
  readonly ready: number;
  readonly apart: number;
}

export async function waiting(): Promise<Waiting> {
  const posted = await all("outbox");
  const count = (standing: Posted["standing"]) => posted.filter((one) => one.standing === standing).length;
  return { ready: count("ready"), apart: count("apart") };
}

/** One at a time on this phone, whichever tab asks. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request("aanbel-veld-post", work) as Promise<T>;

/**
 * Sends what waits, each by itself: one that is refused or cannot be read never holds another up.
 * @param now by hand: also what waits for its next try
 * @returns milliseconds until the next try, or null when nothing waits
 */
export const sendAll = (now = false): Promise<number | null> =>
  alone(async () => {
    for (const one of await all("outbox")) {
      const due = now ? one.notBefore - phoneNow() <= 0 || one.tries > 0 : one.notBefore <= phoneNow();
      if (one.standing === "ready" && due) await sendOne(one);
    }
    await reconcile();
    await tidy();
    const left = (await all("outbox")).filter(({ standing }) => standing === "ready");
    return left.length === 0 ? null : Math.max(500, Math.min(...left.map((one) => one.notBefore)) - phoneNow());
  });

async function ask(path: string, token: string, body: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, answer: answer.status === 200 ? ((await answer.json()) as Record<string, unknown>) : {} };
  } catch {
    return { status: 0, answer: {} };
  }
}

/** Received only by a receipt that the corporation signed for this very envelope. */
async function sendOne(one: Posted): Promise<void> {
  const tries = one.tries + 1;
  // Written before it leaves: whatever happens now, it may have arrived.
  await keep("outbox", one.envelope.id, { ...one, tries, notBefore: phoneNow() + waitAfter(tries) });
  const { status, answer } = await ask("/api/veld/envelop", one.token, one.envelope);
  const receipt = status === 200 ? await receiptOf(one, String(answer.receipt ?? "")) : null;
  const standing = status === 200 && receipt === null ? "ready" : standingAfter(status);
  const notBefore = phoneNow() + waitAfter(tries);
  await keep("outbox", one.envelope.id, { ...one, standing, tries, status, notBefore, receivedAt: receipt });
}

async function receiptOf({ envelope, signOpen }: Posted, word: string): Promise<string | null> {
  const text = await readSigned(word, signOpen);
  const said = text === null ? null : (JSON.parse(text) as { id: string; receivedAt: string });
  return said?.id === envelope.id ? said.receivedAt : null;
}

/** Asks the server whether it still has what it gave receipts of; one that came back from a backup gets again what it lost. */
async function reconcile(): Promise<void> {
  const received = (await all("outbox")).filter(({ standing }) => standing === "received");
  const token = received.at(-1)?.token;
  if (!token) return;
  const { status, answer } = await ask("/api/veld/stand", token, { ids: received.map(({ envelope }) => envelope.id) });
  if (status !== 200) return;
  for (const id of answer.missing as string[]) {
    const one = await read("outbox", id);
    if (one) await keep("outbox", id, { ...one, standing: "ready", tries: 0, notBefore: 0, receivedAt: null });
  }
}

/** What was received stays two weeks; nothing else is ever cleared away by itself. */
async function tidy(): Promise<void> {
  const before = phoneNow() - KEPT_DAYS * 86_400_000;
  for (const { envelope, standing, sealedAt } of await all("outbox"))
    if (standing === "received" && sealedAt < before) await forget("outbox", envelope.id);
}

/** A new day brings a new token; what waits and was not taken with the old one goes with it. */
export const withToken = (token: string, signOpen: JsonWebKey): Promise<void> =>
  alone(async () => {
    for (const one of await all("outbox"))
      if (one.standing !== "received" && one.status === 401)
        await keep("outbox", one.envelope.id, { ...one, token, signOpen, notBefore: 0 });
  });

/** Takes a sealed envelope back, as long as it certainly never left. */
export const takeBack = (id: string): Promise<boolean> =>
  alone(async () => {
    const one = await read("outbox", id);
    if (!one || one.tries > 0 || one.standing !== "ready") return false;
    await forget("outbox", id);
    return true;
  });

/** Puts one that was set apart back in line. */
export const tryAgain = (id: string): Promise<void> =>
  alone(async () => {
    const one = await read("outbox", id);
    if (one) await keep("outbox", id, { ...one, standing: "ready", notBefore: 0 });
  });
